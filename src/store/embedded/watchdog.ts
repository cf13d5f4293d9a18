/** The single place that makes sure no PostgreSQL outlives us, however we end. */

import { type ChildProcess, spawn } from 'node:child_process'
import type { Place } from './place.ts'

const STOP = `n=0
while [ $n -lt 20 ]; do
  pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null) && [ -n "$pid" ] && kill -INT "$pid" 2>/dev/null && exit 0
  n=$((n+1)); sleep 0.1
done`

/** Reads a pipe whose other end we hold: it ends when we do, also by kill -9. */
const UNTIL_WE_END = `cat >/dev/null\n${STOP}`

/** Looks every second whether any of the processes named by the files of a folder still lives. */
const UNTIL_ALL_END = `while sleep 1; do
  alive=
  for file in "$2"/*; do kill -0 "\${file##*/}" 2>/dev/null && alive=1; done
  [ "$alive" ] || break
done
${STOP}`

/** A small shell that stops the database of this place with a fast shutdown as soon as this process is gone. */
export function guardAlone(place: Place): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', UNTIL_WE_END, 'folkmoot-watchdog', place.data], {
    ...place.runAs,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  const pipe = guard.stdin
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  return guard
}

/** The same for a database that several processes share: each has a file named by its process id in `users`. */
export function guardShared(place: Place, users: string): void {
  const guard = spawn('/bin/sh', ['-c', UNTIL_ALL_END, 'folkmoot-watchdog', place.data, users], { detached: true, stdio: 'ignore' })
  guard.unref()
}

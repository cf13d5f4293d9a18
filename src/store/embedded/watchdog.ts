/** The single place that makes sure no PostgreSQL outlives us, however we end. */

import { spawn } from 'node:child_process'
import type { Place } from './place.ts'

const STOP = `n=0
while [ $n -lt 20 ]; do
  pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null) && [ -n "$pid" ] && kill -INT "$pid" 2>/dev/null && exit 0
  n=$((n+1)); sleep 0.1
done`

/**
 * Reads a pipe whose other end we hold: it ends when we do, also by kill -9. What comes through it are the process ids of the databases we
 * started; only the last is stopped, never one that somebody after us has started in the meantime.
 */
const UNTIL_WE_END = `last=
while read -r pid; do last=$pid; done
n=0
while [ "$last" ] && [ $n -lt 20 ]; do
  [ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$last" ] && kill -INT "$last" 2>/dev/null && exit 0
  n=$((n+1)); sleep 0.1
done`

/** Looks every second whether any of the processes named by the files of a folder still lives. */
const UNTIL_ALL_END = `while sleep 1; do
  alive=
  for file in "$2"/*; do kill -0 "\${file##*/}" 2>/dev/null && alive=1; done
  [ "$alive" ] || break
done
${STOP}`

/** `watch` names the database process to be stopped, in place of the one before; `end` gives up watching. */
export type Guard = { watch(pid: number): void; end(): void }

/** A small shell that stops the database of this place with a fast shutdown as soon as this process is gone. */
export function guardAlone(place: Place): Guard {
  const guard = spawn('/bin/sh', ['-c', UNTIL_WE_END, 'folkmoot-watchdog', place.data], {
    ...place.runAs,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  const pipe = guard.stdin
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref()
  pipe?.on('error', () => undefined)
  return { watch: (pid) => void pipe?.write(`${pid}\n`), end: () => void guard.kill('SIGKILL') }
}

/** The same for a database that several processes share: each has a file named by its process id in `users`. */
export function guardShared(place: Place, users: string): void {
  const guard = spawn('/bin/sh', ['-c', UNTIL_ALL_END, 'folkmoot-watchdog', place.data, users], { detached: true, stdio: 'ignore' })
  guard.unref()
}

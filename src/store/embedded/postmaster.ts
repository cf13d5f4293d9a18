/** The single place that starts and stops the PostgreSQL process, and finds one that somebody left running. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isPassing, StoreFailure } from '../failure.ts'
import { OWNER_ROLE } from '../server.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 20_000
const LOG_LIMIT_BYTES = 10_000_000

/** How to connect to the cluster as one of its roles. */
export function entry(place: Place, user: string, database = 'folkmoot'): pg.ClientConfig {
  return { host: place.sockets, port: 5432, user, database }
}

/**
 * Starts PostgreSQL and waits until it answers. Right after its predecessor was killed the first tries may fail, until the last of its
 * processes has gone, so it is tried again. `onSpawn` hears the process id of each try at once.
 * @throws StoreFailure `database-did-not-start`
 */
export async function startPostmaster(
  place: Place,
  { postgres }: Binaries,
  onSpawn: (pid: number) => void = () => undefined,
): Promise<ChildProcess> {
  const deadline = Date.now() + START_LIMIT_MS
  for (let wait = 50; ; wait = Math.min(wait * 2, 1000)) {
    const from = existsSync(place.log) ? statSync(place.log).size : 0
    removeStalePid(place)
    const child = spawnPostgres(place, postgres)
    if (child.pid !== undefined) onSpawn(child.pid)
    if (await answers(place, child, deadline)) return child
    const said = existsSync(place.log) ? readFileSync(place.log).subarray(from).toString('utf8').trim() : ''
    if (Date.now() > deadline || !/lock file|shared memory|still in use|another postmaster/i.test(said)) throw didNotStart(place, said)
    await pause(wait)
  }
}

function spawnPostgres(place: Place, postgres: string): ChildProcess {
  if (existsSync(place.log) && statSync(place.log).size > LOG_LIMIT_BYTES) rmSync(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '/usr/bin:/bin' }
  // A session of its own: Ctrl-C in a terminal reaches us, and we stop the database once our work is finished.
  const child = spawn(postgres, ['-D', place.data], { ...place.runAs, cwd: place.folder, env, detached: true, stdio: ['ignore', log, log] })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
  return child
}

async function answers(place: Place, child: ChildProcess, deadline: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined && Date.now() < deadline) {
    if (await canConnect(place)) return true
    await pause(15)
  }
  return false
}

/** True when a server answers at this place. */
export async function canConnect(place: Place): Promise<boolean> {
  const client = new pg.Client(entry(place, OWNER_ROLE, 'postgres'))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (isPassing(error)) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Fast shutdown: open transactions are undone, everything acknowledged is on disk. Resolves when the process is gone. */
export async function stopProcess(pid: number): Promise<void> {
  const deadline = Date.now() + STOP_LIMIT_MS
  signal(pid, 'SIGINT')
  while (isAlive(pid)) {
    if (Date.now() > deadline) signal(pid, 'SIGQUIT')
    await pause(10)
  }
}

/** The PostgreSQL that runs on this place's data, whoever started it. */
export function findPostmaster(place: Place): number | undefined {
  const file = join(place.data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && commandOf(pid).includes('postgres') ? pid : undefined
}

/** A pid file whose number now belongs to some other program would keep PostgreSQL from starting. */
function removeStalePid(place: Place): void {
  if (findPostmaster(place) === undefined) rmSync(join(place.data, 'postmaster.pid'), { force: true })
}

function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/comm')) return readFileSync(`/proc/${pid}/comm`, 'utf8')
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** True while a process with this id exists and has not merely stayed behind as a zombie of ours. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, 'utf8'))
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has gone by itself.
  }
}

function didNotStart(place: Place, said: string): StoreFailure {
  const full = /No space left on device/.test(said)
  return new StoreFailure({
    code: full ? 'disk-full' : 'database-did-not-start',
    message: full
      ? `The disk that holds ${place.data} is full, so the database cannot start.`
      : `The database in ${place.data} did not start.\n${said}`,
    help: full ? 'Make room on that disk and start again; what had been acknowledged is safe.' : `Its own words are in ${place.log}.`,
  })
}

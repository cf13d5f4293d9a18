/** The single place where the bench runs Folkmoot as people do: in a process, on a port and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ClientConfig } from 'pg'
import { placeFor } from '#store/embedded/place.ts'
import { entry, findPostmaster } from '#store/embedded/postmaster.ts'
import { APP_ROLE, MIGRATOR_ROLE, OWNER_ROLE } from '#store/server.ts'
import { parentOf } from './machine.ts'

export type Folkmoot = {
  readonly port: number
  /** Of the server itself: one process. */
  readonly pid: number
  /** Of the PostgreSQL it started. */
  readonly postmaster: number
  /** Of its data. */
  readonly folder: string
  /** How to reach its database: as the owner of everything, as who owns the tables, and as the program. */
  readonly owner: ClientConfig
  readonly app: ClientConfig
  readonly migrator: ClientConfig
  /** Milliseconds from its start to its first 200. */
  readonly startMs: number
  stop(): Promise<void>
}

/** What to run: `folkmoot start`, or a command such as `npm start`. */
export type Run = {
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
  readonly command?: readonly [string, ...string[]]
}

export const root = fileURLToPath(new URL('../..', import.meta.url))
const startLimitMs = 120_000

/** Starts it and waits for its first page. Rejects with its own words when it does not come. */
export async function startFolkmoot({
  folder,
  environment = {},
  command = [process.execPath, 'bin/folkmoot.mjs', 'start'],
}: Run): Promise<Folkmoot> {
  const port = await freePort()
  const log = join(folder, 'server.log')
  const output = openSync(log, 'a')
  const env = { ...process.env, FOLKMOOT_DATA: folder, PORT: String(port), ...environment }
  const began = performance.now()
  const child = spawn(command[0], command.slice(1), { cwd: root, env, stdio: ['ignore', output, output, 'ipc'] })
  closeSync(output)
  while (!(await answers(port))) {
    if (child.exitCode === null && performance.now() - began < startLimitMs) await pause(10)
    else throw new Error(`the server did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`)
  }
  const startMs = performance.now() - began
  const place = placeFor({ checkout: root, folder })
  const postmaster = findPostmaster(place)
  if (postmaster === undefined) throw new Error('the server runs without a database')
  return {
    port,
    pid: parentOf(postmaster),
    postmaster,
    folder,
    owner: entry(place, OWNER_ROLE),
    app: entry(place, APP_ROLE),
    migrator: entry(place, MIGRATOR_ROLE),
    startMs,
    stop: () => ended(child),
  }
}

async function answers(port: number): Promise<boolean> {
  const reply = await fetch(`http://127.0.0.1:${port}/services`, { headers: { connection: 'close' } }).catch(() => undefined)
  await reply?.body?.cancel()
  return reply?.status === 200
}

/** Asked to stop, and waited for: its PostgreSQL ends with it. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** The single place that runs the PostgreSQL that comes with Folkmoot: started with us, ended with us, one of us per folder. */

import type { ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { isPassing, StoreFailure } from '../failure.ts'
import { APP_ROLE, MIGRATOR_ROLE, OWNER_ROLE, type Server } from '../server.ts'
import { type Binaries, binariesIn } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { makePrivate, type Place, placeFor, refuseClosedWay } from './place.ts'
import { canConnect, entry, findPostmaster, startPostmaster, stopProcess } from './postmaster.ts'
import { type Guard, guardAlone } from './watchdog.ts'

/** `folder` is FOLKMOOT_DATA; `onEvent` hears one sentence whenever the database went away or came back. */
export type EmbeddedConfig = {
  readonly checkout?: string
  readonly folder?: string | undefined
  readonly onEvent?: (sentence: string) => void
}

/** An embedded server also says where it lies, because keys lie beside it unless they are told otherwise. */
export type EmbeddedServer = Server & { readonly folder: string }

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Starts PostgreSQL 18 for this process alone and keeps it running: when it dies it is started again, when we end it ends.
 * A server that a killed process of ours left behind is stopped and started anew.
 * @throws StoreFailure `already-running` when another process uses the folder, and those of its parts
 */
export async function startEmbedded(config: EmbeddedConfig = {}): Promise<EmbeddedServer> {
  const place = placeOf(config)
  prepareFolders(place)
  const binaries = binariesIn(place.folder)
  await prepareCluster(place, binaries, { durable: true })
  const keeper = new Keeper(place, binaries, config.onEvent ?? (() => undefined))
  try {
    await keeper.begin()
    await createDatabase(place)
  } catch (error) {
    await keeper.end()
    throw error
  }
  return { app: entry(place, APP_ROLE), migrator: entry(place, MIGRATOR_ROLE), folder: place.folder, stop: () => keeper.end() }
}

/** Where the database of this configuration lies. */
export function placeOf({ checkout = CHECKOUT, folder }: EmbeddedConfig): Place {
  return placeFor({ checkout, folder: folder === undefined ? undefined : resolve(folder) })
}

/** Makes the folders, and gives them to whom PostgreSQL runs as. */
export function prepareFolders(place: Place): void {
  mkdirSync(place.folder, { recursive: true })
  refuseClosedWay(place)
  makePrivate(place.sockets, place.runAs)
  if (place.runAs === undefined) return
  chmodSync(place.folder, 0o755)
  for (const path of [place.folder, place.sockets]) chownSync(path, place.runAs.uid, place.runAs.gid)
}

/** Makes the roles and the database of the program, unless they are there. */
export async function createDatabase(place: Place, name = 'folkmoot'): Promise<void> {
  const client = new pg.Client(entry(place, OWNER_ROLE, 'postgres'))
  await client.connect()
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [name])
    if (rows.length > 0) return
    for (const role of [MIGRATOR_ROLE, APP_ROLE]) {
      const found = await client.query('select from pg_roles where rolname = $1', [role])
      if (found.rows.length === 0) await client.query(`create role ${role} login`)
    }
    await client.query(`create database ${pg.escapeIdentifier(name)} owner ${MIGRATOR_ROLE}`)
    await client.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`)
    await client.query(`grant connect on database ${pg.escapeIdentifier(name)} to ${APP_ROLE}`)
  } finally {
    await client.end()
  }
}

/** Keeps one PostgreSQL running from `begin` to `end`, and the folder ours alone by a lock that dies with our connection. */
class Keeper {
  readonly #place: Place
  readonly #binaries: Binaries
  readonly #onEvent: (sentence: string) => void
  #postmaster: ChildProcess | undefined
  readonly #guard: Guard
  #lock: pg.Client | undefined
  #isEnding = false

  constructor(place: Place, binaries: Binaries, onEvent: (sentence: string) => void) {
    this.#place = place
    this.#binaries = binaries
    this.#onEvent = onEvent
    this.#guard = guardAlone(place)
  }

  async begin(): Promise<void> {
    await this.#stopOrphan()
    this.#postmaster = await this.#start()
    this.#lock = await lockFolder(this.#place)
    this.#watch(this.#postmaster)
  }

  async end(): Promise<void> {
    this.#isEnding = true
    const pid = this.#postmaster?.pid
    await this.#lock?.end().catch(() => undefined)
    if (pid !== undefined) await stopProcess(pid)
    this.#guard.end()
  }

  /** Whoever left it behind is gone, or still uses it: then the lock cannot be had, and we leave it alone. */
  async #stopOrphan(): Promise<void> {
    const orphan = findPostmaster(this.#place)
    if (orphan === undefined) return
    while (findPostmaster(this.#place) === orphan && !(await canConnect(this.#place))) await pause(20)
    if (findPostmaster(this.#place) !== orphan) return
    const lock = await lockFolder(this.#place)
    await Promise.all([lock.end().catch(() => undefined), stopProcess(orphan)])
  }

  #start(): Promise<ChildProcess> {
    return startPostmaster(this.#place, this.#binaries, (pid) => this.#guard.watch(pid))
  }

  #watch(child: ChildProcess): void {
    child.once('exit', (code, signal) => {
      if (this.#isEnding) return
      this.#onEvent(`The database stopped by itself (${signal ?? code}); starting it again.`)
      void this.#restart()
    })
  }

  async #restart(): Promise<void> {
    for (let wait = 100; !this.#isEnding; wait = Math.min(wait * 2, 5000)) {
      try {
        this.#postmaster = await this.#start()
        this.#lock = await lockFolder(this.#place)
        this.#watch(this.#postmaster)
        this.#onEvent('The database is running again.')
        return
      } catch (error) {
        this.#onEvent(error instanceof Error ? error.message : String(error))
        await pause(wait)
      }
    }
  }
}

const LOCK = 0x666f6c6b

/** @throws StoreFailure `already-running` naming the process that holds the folder */
async function lockFolder(place: Place): Promise<pg.Client> {
  const client = new pg.Client({ ...entry(place, OWNER_ROLE, 'postgres'), application_name: `folkmoot ${process.pid}` })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`)
  if (rows[0]?.mine === true) return client
  const holder = await client
    .query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.objid = ${LOCK} and l.granted`,
    )
    .catch((error: unknown) => {
      if (isPassing(error)) return { rows: [] }
      throw error
    })
  await client.end().catch(() => undefined)
  const pid = holder.rows[0]?.name.split(' ')[1] ?? 'unknown'
  throw new StoreFailure({
    code: 'already-running',
    message: `Another Folkmoot (process ${pid}) uses the data in ${place.folder}.`,
    help: `Stop it first (kill ${pid}), or give this one a folder of its own with FOLKMOOT_DATA.`,
  })
}

/** The single place that makes an empty database cluster and says how it is run and who may enter. */

import { execFile } from 'node:child_process'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { StoreFailure } from '../failure.ts'
import { APP_ROLE, MIGRATOR_ROLE, OWNER_ROLE } from '../server.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

const run = promisify(execFile)

/** Settings of the running server; `durable: false` is for tests, whose data nobody misses. */
export type ClusterSettings = { readonly durable: boolean }

/**
 * Runs initdb once. It writes beside the final folder and moves it there whole, so a folder named `data` is always complete, also when two
 * of us begin at once.
 * @throws StoreFailure `initdb-failed`, `data-of-other-version`
 */
export async function prepareCluster(place: Place, binaries: Binaries, settings: ClusterSettings): Promise<void> {
  if (!existsSync(place.data)) await createCluster(place, binaries)
  refuseOtherVersion(place, binaries)
  writeSettings(place, settings, majorOf(binaries.version))
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10)
}

async function createCluster(place: Place, { initdb, version }: Binaries): Promise<void> {
  const half = `${place.data}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  const collation = majorOf(version) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  const how = [...collation, '--locale=C', '--encoding=UTF8', '--auth=peer', '--no-instructions']
  try {
    await run(initdb, ['-D', half, '-U', OWNER_ROLE, ...how], { ...place.runAs, cwd: place.folder, env: { LC_ALL: 'C', TZ: 'UTC' } })
    renameSync(half, place.data)
  } catch (cause) {
    rmSync(half, { recursive: true, force: true })
    if (existsSync(place.data)) return
    throw new StoreFailure({
      code: 'initdb-failed',
      message: `The database could not be created in ${place.data}: ${cause instanceof Error ? cause.message : String(cause)}`,
      help: 'Check that there is room on the disk and that the folder can be written, or set FOLKMOOT_DATA to another folder.',
      cause,
    })
  }
}

function refuseOtherVersion(place: Place, { version }: Binaries): void {
  const found = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (Number(found) === majorOf(version)) return
  throw new StoreFailure({
    code: 'data-of-other-version',
    message: `${place.data} was written by PostgreSQL ${found}; this Folkmoot brings ${version}.`,
    help: 'Start the Folkmoot that wrote it, take a backup, and restore it into an empty FOLKMOOT_DATA with this one.',
  })
}

/** Unix socket only; the kernel says who connects (peer), and only our own user is let in, as one of our roles. Never `trust`. */
function writeSettings(place: Place, { durable }: ClusterSettings, major: number): void {
  const maps = [OWNER_ROLE, MIGRATOR_ROLE, APP_ROLE].map((role) => `folkmoot "${place.connectsAs}" ${role}`)
  const settings = [
    `listen_addresses = ''`,
    `unix_socket_directories = '${place.sockets.replaceAll("'", "''")}'`,
    `unix_socket_permissions = 0700`,
    `port = 5432`,
    // Many tests run beside each other on one cluster, each with a store of its own.
    `max_connections = ${durable ? 100 : 400}`,
    `shared_buffers = 64MB`,
    `jit = off`,
    ...(major >= 18 ? [`io_method = sync`] : []),
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    `log_checkpoints = off`,
    `log_line_prefix = '%m [%p] '`,
    ...(durable ? [] : [`fsync = off`, `synchronous_commit = off`, `full_page_writes = off`, `autovacuum = off`]),
  ]
  writeOwned(place, 'pg_hba.conf', ['local all all peer map=folkmoot'])
  writeOwned(place, 'pg_ident.conf', maps)
  writeOwned(place, 'postgresql.auto.conf', settings)
}

function writeOwned(place: Place, name: string, lines: readonly string[]): void {
  const path = join(place.data, name)
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 })
  if (place.runAs !== undefined) chownSync(path, place.runAs.uid, place.runAs.gid)
}

/** The single place where tests get a real PostgreSQL: one server for all test files of a run, a database of its own for each. */

import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { isRecord } from '#store/json.ts'
import { MasterKeys } from '#store/keys.ts'
import { migrate } from '#store/migrate.ts'
import type { Migrations } from '#store/migration.ts'
import type { Projection } from '#store/projection.ts'
import { storeMigrations } from '#store/migrations.ts'
import { APP_ROLE, MIGRATOR_ROLE, type Server } from '#store/server.ts'
import { openStore, type Store } from '#store/store.ts'
import { type TestServer, testServer } from './server.ts'

/** A store on an empty, migrated database that is dropped after the test file. */
export type TestStore = {
  readonly store: Store
  readonly server: Server
  /** Folder of the councils' keys. */
  readonly keysFolder: string
  /** A connection past all walls, as an attacker who owns the server would have it. */
  asOwner<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** `migrations`: of the features under test, all of the app's unless given. `councils`: registered at once. */
export type TestStoreConfig = {
  readonly migrations?: readonly Migrations[]
  readonly councils?: readonly string[]
  readonly projections?: readonly Projection[]
}

const FEATURES = fileURLToPath(new URL('../../src/app/features.ts', import.meta.url))

/** To be called once per test file, at its top or in `before`; closes itself after the last test. */
export async function freshStore({
  migrations,
  councils = ['north', 'south'],
  projections = [],
}: TestStoreConfig = {}): Promise<TestStore> {
  const { server, name, host } = await freshDatabase(migrations)
  const keysFolder = mkdtempSync(join(tmpdir(), 'folkmoot-keys-'))
  const store = await openStore({ server, keys: new MasterKeys(keysFolder), projections, poolSize: 6 })
  for (const council of councils) await store.register(council)
  const owner = new pg.Client(host.owner(name))
  let isClosed = false
  const close = async () => {
    if (isClosed) return
    isClosed = true
    await store.close()
    await owner.end().catch(() => undefined)
    await dropDatabase(host, name)
    rmSync(keysFolder, { recursive: true, force: true })
  }
  after(close)
  await owner.connect()
  const asOwner: TestStore['asOwner'] = async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await owner.query<Row>(sql, [...values])).rows
  return { store, server, keysFolder, asOwner, close }
}

/** An empty migrated database without a store on it; the caller drops it by `dropDatabase`. */
export async function freshDatabase(given?: readonly Migrations[]): Promise<{ server: Server; name: string; host: TestServer }> {
  const host = await testServer()
  const migrations = given ?? (await migrationsOfTheApp())
  const template = await templateFor(host, migrations)
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e6).toString(36)}`
  await onServer(host, (client) => client.query(`create database ${name} template ${template} owner ${MIGRATOR_ROLE}`))
  return { server: serverOf(host, name), name, host }
}

/** A database with nothing in it, for tests of migrating and restoring. */
export async function emptyDatabase(): Promise<{ server: Server; name: string; host: TestServer }> {
  const host = await testServer()
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e6).toString(36)}`
  await onServer(host, (client) => client.query(`create database ${name} owner ${MIGRATOR_ROLE}`))
  return { server: serverOf(host, name), name, host }
}

export async function dropDatabase(host: TestServer, name: string): Promise<void> {
  await onServer(host, (client) => client.query(`drop database if exists ${name} with (force)`))
}

function serverOf(host: TestServer, name: string): Server {
  return { app: host.as(APP_ROLE, name), migrator: host.as(MIGRATOR_ROLE, name), stop: () => Promise.resolve() }
}

/** A database that holds the migrated tables and nothing else; made by the first test file that needs it. */
async function templateFor(host: TestServer, migrations: readonly Migrations[]): Promise<string> {
  const content = JSON.stringify([storeMigrations, ...migrations])
  const name = `template_${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
  await onServer(host, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('${name}'))`)
    const { rows } = await client.query('select from pg_database where datname = $1', [name])
    if (rows.length > 0) return
    await client.query(`drop database if exists ${name}_half with (force)`)
    await client.query(`create database ${name}_half owner ${MIGRATOR_ROLE}`)
    await migrate(serverOf(host, `${name}_half`), migrations)
    await client.query(`alter database ${name}_half rename to ${name}`)
  })
  return name
}

async function onServer<T>(host: TestServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(host.owner('postgres'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function migrationsOfTheApp(): Promise<readonly Migrations[]> {
  if (!existsSync(FEATURES)) return []
  const app: unknown = await import(pathToFileURL(FEATURES).href)
  const features = isRecord(app) && Array.isArray(app['features']) ? app['features'] : []
  return features.filter(isRecord).map(({ migrations }) => textsOf(migrations))
}

function textsOf(migrations: unknown): Migrations {
  if (!isRecord(migrations)) return {}
  return Object.fromEntries(Object.entries(migrations).map(([name, text]) => [name, String(text)]))
}

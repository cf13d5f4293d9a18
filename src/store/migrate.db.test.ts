import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { dropDatabase, emptyDatabase } from '#test/kit/database.ts'
import { StoreFailure } from './failure.ts'
import { isMigrated, migrate } from './migrate.ts'
import { serverAt } from './server.ts'

const club = { '2026-12-01-club-list': 'create schema club; create table club.list (id int)' }
const failsWith = (code: string, pattern: RegExp) => (error: unknown) =>
  error instanceof StoreFailure && error.code === code && pattern.test(error.message)

async function anEmptyDatabase() {
  const { server, name, host } = await emptyDatabase()
  after(() => dropDatabase(host, name))
  return server
}

test('applies what is missing once, in the order of the names, also when several begin at once', async () => {
  const server = await anEmptyDatabase()
  assert.equal(await isMigrated(server), false)
  const later = { '2026-12-03-club-age': 'alter table club.list add column age int' }
  const earlier = { '2026-12-02-club-name': 'alter table club.list add column name text' }
  const [one, two] = await Promise.all([migrate(server, [later, earlier, club]), migrate(server, [later, earlier, club])])
  assert.deepEqual([...one, ...two].slice(-3), ['2026-12-01-club-list', '2026-12-02-club-name', '2026-12-03-club-age'])
  assert.deepEqual(await migrate(server, [later, earlier, club]), [])
  assert.equal(await isMigrated(server, [later, earlier, club]), true)
})

test('refuses a migration edited after it was applied, a name used twice, and a database of a newer program', async () => {
  const server = await anEmptyDatabase()
  await migrate(server, [club])
  await assert.rejects(
    migrate(server, [{ '2026-12-01-club-list': 'select 1' }]),
    failsWith('migration-edited', /2026-12-01-club-list was edited/),
  )
  await assert.rejects(migrate(server, [club, club]), failsWith('migration-named-twice', /2026-12-01-club-list/))
  await assert.rejects(migrate(server, []), failsWith('database-is-newer', /2026-12-01-club-list/))
})

test('keeps nothing of a migration that fails, and all of those before it', async () => {
  const server = await anEmptyDatabase()
  const broken = { '2026-12-02-club-broken': 'create table club.half (id int); select 1/0' }
  await assert.rejects(migrate(server, [club, broken]), failsWith('migration-failed', /2026-12-02-club-broken failed: division by zero/))
  const client = new pg.Client(server.migrator)
  await client.connect()
  assert.deepEqual((await client.query(`select to_regclass('club.list')::text as list, to_regclass('club.half')::text as half`)).rows, [
    { list: 'club.list', half: null },
  ])
  await client.end()
})

test('says clearly that a server cannot be reached', async () => {
  await assert.rejects(serverAt('postgres://nobody@127.0.0.1:1/none'), failsWith('server-unreachable', /ECONNREFUSED/))
})

test('makes the roles on a server whose user may, and says what an administrator has to run where it may not', async () => {
  const { host, name } = await emptyDatabase()
  after(() => dropDatabase(host, name))
  const { host: socket, user, port } = new pg.Client(host.owner(name))
  const url = (as: string) => `postgres://${encodeURIComponent(as)}@/${name}?host=${encodeURIComponent(socket)}&port=${port}`
  if (process.env['DATABASE_URL'] !== undefined) return
  const server = await serverAt(url(String(user)))
  assert.ok((await migrate(server, [club])).length > 2)
  const client = new pg.Client(server.app)
  await client.connect()
  assert.deepEqual((await client.query('select current_user::text as role')).rows, [{ role: 'folkmoot_app' }])
  await client.end()
  const limited = url('folkmoot_app')
  await assert.rejects(
    serverAt(limited),
    (error: unknown) =>
      failsWith('server-role-missing', /folkmoot_app cannot act/)(error) &&
      error instanceof StoreFailure &&
      /create role folkmoot_migrator nologin/.test(error.help),
  )
})

/** The single place that finds or starts the PostgreSQL server of a test run: ours by default, Debian's or a URL's when asked for. */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Binaries, binariesIn } from '#store/embedded/binaries.ts'
import { prepareCluster } from '#store/embedded/cluster.ts'
import { prepareFolders } from '#store/embedded/index.ts'
import { digestOf, type Place, placeFor } from '#store/embedded/place.ts'
import { canConnect, entry, findPostmaster, isAlive, startPostmaster } from '#store/embedded/postmaster.ts'
import { guardShared } from '#store/embedded/watchdog.ts'
import { APP_ROLE, MIGRATOR_ROLE, OWNER_ROLE } from '#store/server.ts'

/** How to reach a database of the test server as one of its roles. */
export type TestServer = {
  as(role: string, database: string): pg.ClientConfig
  owner(database: string): pg.ClientConfig
}

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))
const DEBIAN_BINARIES = '/usr/lib/postgresql/15/bin'

let found: Promise<TestServer> | undefined

/** `FOLKMOOT_TEST_SERVER=debian` runs the same tests on Debian's PostgreSQL 15, `DATABASE_URL` on any server whose user may create databases. */
export function testServer(): Promise<TestServer> {
  const url = process.env['DATABASE_URL']
  found ??= url === undefined ? localServer(process.env['FOLKMOOT_TEST_SERVER'] === 'debian' ? 'debian' : 'embedded') : serverOfUrl(url)
  return found
}

async function localServer(kind: 'embedded' | 'debian'): Promise<TestServer> {
  const home = process.getuid?.() === 0 ? `/var/lib/folkmoot/test-${digestOf(CHECKOUT)}` : join(CHECKOUT, '.folkmoot', 'test')
  const place = placeFor({ checkout: CHECKOUT, folder: `${home}-${kind}` })
  prepareFolders(place)
  registerUser(place)
  while (!(await canConnect(place))) await startOnce(place, kind)
  await makeReady(place)
  return { as: (role, database) => entry(place, role, database), owner: (database) => entry(place, OWNER_ROLE, database) }
}

/** The server stays while any process named here lives: the run of all steps, or else the runner of the tests, not this one test file. */
function registerUser(place: Place): void {
  const runner = process.env['NODE_TEST_CONTEXT'] === undefined ? process.pid : process.ppid
  mkdirSync(usersOf(place), { recursive: true })
  writeFileSync(join(usersOf(place), process.env['FOLKMOOT_TEST_RUN'] ?? String(runner)), '')
}

function usersOf(place: Place): string {
  return join(place.folder, 'users')
}

const STALE_MS = 90_000

/** Of several test files that find no server one starts it, and the others wait. */
async function startOnce(place: Place, kind: 'embedded' | 'debian'): Promise<void> {
  const turn = join(place.folder, 'starting')
  try {
    mkdirSync(turn)
  } catch {
    if (existsSync(turn) && Date.now() - statSync(turn).mtimeMs > STALE_MS) rmdirSync(turn)
    await pause(25)
    return
  }
  try {
    if (findPostmaster(place) !== undefined) return await pause(25)
    const binaries = kind === 'debian' ? debianBinaries() : binariesIn(place.folder)
    await prepareCluster(place, binaries, { durable: false })
    await startPostmaster(place, binaries)
    guardShared(place, usersOf(place))
  } finally {
    rmdirSync(turn)
  }
}

function debianBinaries(): Binaries {
  const postgres = join(DEBIAN_BINARIES, 'postgres')
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' }).replace(/^\D*/, '').split(' ')[0] ?? ''
  return { initdb: join(DEBIAN_BINARIES, 'initdb'), postgres, version }
}

/**
 * Roles, and away with what an earlier run left behind: once in the life of a server, by the first of those who found it up, while the others wait.
 * Whoever started it may not be first, or may have ended since. The mark is a comment that names the moment the server started.
 */
async function makeReady(place: Place): Promise<void> {
  await inTurn(entry(place, OWNER_ROLE, 'postgres'), async (client) => {
    const { rows } = await client.query<{ isReady: boolean; started: string }>(
      `select shobj_description(oid, 'pg_database') is not distinct from pg_postmaster_start_time()::text as "isReady",
        quote_literal(pg_postmaster_start_time()::text) as started from pg_database where datname = current_database()`,
    )
    const [mark] = rows
    if (mark === undefined || mark.isReady) return
    await tidy(place, client)
    await createRoles(client)
    await client.query(`comment on database postgres is ${mark.started}`)
  })
}

async function tidy(place: Place, client: pg.Client): Promise<void> {
  for (const file of readdirSync(usersOf(place))) if (!isAlive(Number(file))) rmSync(join(usersOf(place), file))
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'test\\_%' or datname like 'template\\_%'`,
  )
  for (const { name } of rows) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`)
}

/** Test files begin at the same time: what makes the server ready is done by one after the other. */
async function inTurn(config: pg.ClientConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('folkmoot test server'))`)
    await work(client)
  } finally {
    await client.end()
  }
}

async function createRoles(client: pg.Client): Promise<void> {
  for (const role of [MIGRATOR_ROLE, APP_ROLE]) {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [role])
    if (rows.length === 0) await client.query(`create role ${role} login`)
  }
}

async function serverOfUrl(url: string): Promise<TestServer> {
  const to = (database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href
  await inTurn({ connectionString: url }, async (client) => {
    await createRoles(client)
    await client.query(`grant ${MIGRATOR_ROLE}, ${APP_ROLE} to current_user`)
  })
  return {
    as: (role, database) => ({ connectionString: to(database), options: `-c role=${role} -c timezone=UTC` }),
    owner: (database) => ({ connectionString: to(database) }),
  }
}

/** The single place for reaching a PostgreSQL: one we start ourselves, or the one `DATABASE_URL` names. */

import type { ClientConfig } from 'pg'
import pg from 'pg'
import { StoreFailure } from './failure.ts'

/** The two ways in that the program uses. The third role, owner, belongs to whoever runs the server. */
export type Server = {
  /** May read and add; cannot alter a table, change a fact or see past row-level security. */
  readonly app: ClientConfig
  /** Owns our tables and runs the migrations. */
  readonly migrator: ClientConfig
  /** Ends what we started ourselves; nothing to do for somebody else's server. */
  stop(): Promise<void>
}

/** Oldest PostgreSQL we run on. */
export const OLDEST_VERSION = 15

export const APP_ROLE = 'folkmoot_app'
export const MIGRATOR_ROLE = 'folkmoot_migrator'
export const OWNER_ROLE = 'folkmoot_owner'

/**
 * The server that a `postgres://` URL names, TLS as the URL says (`sslmode=verify-full` and so on). Both roles are taken on by `set role`, so the
 * URL's user must be a member of both; see docs/reference/storage.md.
 * @throws StoreFailure `server-too-old`, `server-unreachable`, `server-not-trusted`, `server-role-missing`
 */
export async function serverAt(url: string): Promise<Server> {
  const server: Server = { app: asRole(url, APP_ROLE), migrator: asRole(url, MIGRATOR_ROLE), stop: () => Promise.resolve() }
  await checkServer(url)
  return server
}

function asRole(url: string, role: string): ClientConfig {
  return { connectionString: url, options: `-c role=${role} -c timezone=UTC` }
}

async function checkServer(url: string): Promise<void> {
  const client = clientOf(url)
  try {
    await client.connect()
    const version = await client.query<{ number: number; name: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
    )
    refuseOldVersion(version.rows[0])
    await prepareRoles(client)
  } catch (error) {
    if (error instanceof StoreFailure) throw error
    if (isAboutTrust(error)) throw notTrusted(error)
    throw new StoreFailure({
      code: 'server-unreachable',
      message: `The database server of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      help: 'Check host, port, database, user, password and TLS of DATABASE_URL, and that the server is running.',
      cause: error,
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The file of the authority is read here, before anything is asked of the server. */
function clientOf(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url })
  } catch (error) {
    throw notTrusted(error)
  }
}

/** What Node says when a certificate is not believed, and what pg says when the server has none. */
const distrust =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_|HOSTNAME_MISMATCH|INVALID_CA)|does not support SSL/

function isAboutTrust(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return distrust.test('code' in error ? String(error.code) : '') || distrust.test(error.message)
}

function notTrusted(cause: unknown): StoreFailure {
  return new StoreFailure({
    code: 'server-not-trusted',
    message: `The database server of DATABASE_URL could not show who it is: ${cause instanceof Error ? cause.message : String(cause)}`,
    help: [
      'The host in the URL must be a name that stands in its certificate.',
      'If your own authority signed it, add &sslrootcert=/path/to/authority.pem, a file that we can read.',
      'If the server speaks no TLS, turn it on there (ssl = on).',
    ].join(' '),
    cause,
  })
}

function refuseOldVersion(version: { number: number; name: string } | undefined): void {
  if (version !== undefined && version.number >= OLDEST_VERSION * 10_000) return
  throw new StoreFailure({
    code: 'server-too-old',
    message: `The database server is PostgreSQL ${version?.name ?? 'of an unknown version'}; Folkmoot needs ${OLDEST_VERSION} or newer.`,
    help: `Move to PostgreSQL ${OLDEST_VERSION} or newer, or leave DATABASE_URL out to use the one that comes with Folkmoot.`,
  })
}

/** What an administrator runs once when the URL's user may not create roles; `user` is the URL's user. */
export function rolesSql(user: string, database: string): string {
  return [
    `create role ${MIGRATOR_ROLE} nologin;`,
    `create role ${APP_ROLE} nologin;`,
    `grant ${MIGRATOR_ROLE}, ${APP_ROLE} to ${user};`,
    `grant create, connect on database ${database} to ${MIGRATOR_ROLE};`,
    `grant connect on database ${database} to ${APP_ROLE};`,
  ].join('\n')
}

/** Creates the two roles when the user may, and makes sure that it can take both on. */
async function prepareRoles(client: pg.Client): Promise<void> {
  const { rows } = await client
    .query<{ user: string; database: string; may_create: boolean; ready: boolean }>(
      `select quote_ident(session_user) as user, quote_ident(current_database()) as database,
            (select rolcreaterole or rolsuper from pg_roles where rolname = session_user) as may_create,
            (select count(*) = 2 and bool_and(pg_has_role(session_user, oid, 'member')) from pg_roles where rolname in ($1, $2))
              and has_database_privilege($1, current_database(), 'create') as ready`,
      [MIGRATOR_ROLE, APP_ROLE],
    )
    .catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && error.code === '42704') return client.query(roleless)
      throw error
    })
  const found = rows[0]
  if (found === undefined || found.ready) return
  if (!found.may_create) throw roleMissing(found)
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${MIGRATOR_ROLE}') then create role ${MIGRATOR_ROLE} nologin; end if;
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
  end $$`)
  await client.query(`grant ${MIGRATOR_ROLE}, ${APP_ROLE} to ${found.user}`)
  await client.query(`grant create, connect on database ${found.database} to ${MIGRATOR_ROLE}`)
  await client.query(`grant connect on database ${found.database} to ${APP_ROLE}`)
}

const roleless = `select quote_ident(session_user) as user, quote_ident(current_database()) as database, false as ready,
  (select rolcreaterole or rolsuper from pg_roles where rolname = session_user) as may_create`

function roleMissing({ user, database }: { user: string; database: string }): StoreFailure {
  return new StoreFailure({
    code: 'server-role-missing',
    message: `On this server ${user} cannot act as ${MIGRATOR_ROLE} and ${APP_ROLE}.`,
    help: `Let an administrator of the server run once:\n${rolesSql(user, database)}`,
  })
}

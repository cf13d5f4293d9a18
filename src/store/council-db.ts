/** The single place where a connection is bound to one council, so that row-level security lets no other council's rows through. */

import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Db as BegunTransaction } from 'pg-boss'
import type { Db } from './db.ts'

const COUNCIL_ID = /^[a-z0-9][a-z0-9-]{0,62}$/

/** Begins a transaction that reaches the rows of this council only; ends with it. @throws TypeError for an id that is none */
function beginFor(councilId: string): string {
  if (!COUNCIL_ID.test(councilId)) throw new TypeError(`"${councilId}" is not the id of a council: lower-case letters, digits and hyphens`)
  return `begin; set local folkmoot.council = '${councilId}'`
}

/** What was planned for an empty table does not suit a full one, and nobody tells a connection that a table has grown. */
const TRANSACTIONS_BEFORE_NEW_PLANS = 500
const begun = new WeakMap<pg.ClientBase, number>()

/** The same on a connection that keeps its plans, which forgets them from time to time. */
function beginAgain(client: pg.ClientBase, begin: string): string {
  const count = (begun.get(client) ?? 0) + 1
  begun.set(client, count)
  return count % TRANSACTIONS_BEFORE_NEW_PLANS === 0 ? `discard plans; ${begin}` : begin
}

/** A row as PostgreSQL gives it, not yet looked at. */
export type RawRow = Readonly<Record<string, unknown>>

/** A statement that is sent again and again with other values: each connection plans it once, under its name. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

/** One statement as a transaction of its own: its beginning, itself and its commit leave together and come back in one round trip. */
export async function runAlone(client: pg.ClientBase, councilId: string, statement: Statement): Promise<readonly RawRow[]> {
  const begun = client.query(beginAgain(client, beginFor(councilId)))
  const answered = client.query<RawRow>({ ...statement, values: [...statement.values] })
  const ended = client.query('commit')
  const [, { rows }] = await Promise.all([begun, answered, ended])
  return rows
}

/** Whether a transaction's statements are planned for their values, or come again and again and are planned once for each connection, under a name. */
export type Repetition = 'once' | 'repeated'

/** Bounded, should a text come with ever another number of placeholders. */
const MOST_NAMES = 200
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = `repeated-${names.size + 1}`
  names.set(text, name)
  return name
}

/** A connection of the pool for as long as one transaction. */
class CouncilConnection implements DatabaseConnection {
  readonly client: pg.PoolClient
  readonly #repetition: Repetition

  constructor(client: pg.PoolClient, repetition: Repetition) {
    this.client = client
    this.#repetition = repetition
  }

  async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const name = this.#repetition === 'repeated' ? nameOf(text) : undefined
    const { rows, rowCount } = await this.client.query({ text, values: [...parameters], ...(name !== undefined && { name }) })
    return { rows, ...(rowCount !== null && { numAffectedRows: BigInt(rowCount) }) }
  }

  streamQuery(): never {
    throw new Error('rows are not streamed within a transaction of a council')
  }
}

class CouncilDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #begin: string
  readonly #repetition: Repetition

  constructor(pool: pg.Pool, councilId: string, repetition: Repetition) {
    this.#pool = pool
    this.#begin = beginFor(councilId)
    this.#repetition = repetition
  }

  async init(): Promise<void> {
    // The pool connects when it is first asked.
  }

  async acquireConnection(): Promise<CouncilConnection> {
    return new CouncilConnection(await this.#pool.connect(), this.#repetition)
  }

  /**
   * Sent ahead of the first statement without waiting for an answer: should it fail, row-level security lets what follows see and write nothing. An isolation level
   * is asked for by nobody.
   */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const client = clientOf(connection)
    const begin = this.#repetition === 'repeated' ? beginAgain(client, this.#begin) : this.#begin
    client.query(begin).catch(() => undefined)
  }

  /** PostgreSQL answers so to the commit of a transaction in which a statement failed. */
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { command } = await clientOf(connection).query('commit')
    if (command === 'ROLLBACK') throw new Error('the transaction had failed before its commit, and was undone')
  }

  /** A connection that broke has undone its transaction; why it broke is the error to hear of. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await clientOf(connection)
      .query('rollback')
      .catch(() => undefined)
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    clientOf(connection).release()
  }

  async destroy(): Promise<void> {
    // The pool belongs to the store, which ends it.
  }
}

function clientOf(connection: DatabaseConnection): pg.PoolClient {
  if (connection instanceof CouncilConnection) return connection.client
  throw new Error('this connection is not one of this driver')
}

const postgresParts = {
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}

/** A handle whose transactions are bound to one council; outside a transaction it sees no row at all. */
export function councilDb(pool: pg.Pool, councilId: string, repetition: Repetition = 'once'): Db {
  return new Kysely({
    dialect: { ...postgresParts, createDriver: () => new CouncilDriver(pool, councilId, repetition) },
  })
}

/** Binds a transaction that somebody else has begun, and will end, to one council. */
export async function councilDbWithin(begun: BegunTransaction, councilId: string): Promise<Db> {
  await begun.executeSql(beginFor(councilId).replace('begin; ', ''))
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      return { rows: (await begun.executeSql(sql, [...parameters])).rows }
    },
    streamQuery: () => {
      throw new Error('rows of a transaction begun by somebody else are not streamed')
    },
  }
  return new Kysely({ dialect: { ...postgresParts, createDriver: () => new BorrowedDriver(connection) } })
}

/** A driver that has one connection and never begins or ends anything on it. */
class BorrowedDriver extends DummyDriver {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    super()
    this.#connection = connection
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection)
  }
}

/** The single place where a connection is bound to one council, so that row-level security lets no other council's rows through. */

import {
  CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import type { Db as BegunTransaction } from 'pg-boss'
import type { Db } from './db.ts'

const COUNCIL_ID = /^[a-z0-9][a-z0-9-]{0,62}$/

/** Begins a transaction that reaches the rows of this council only; ends with it. @throws TypeError for an id that is none */
export function beginFor(councilId: string): string {
  if (!COUNCIL_ID.test(councilId)) throw new TypeError(`"${councilId}" is not the id of a council: lower-case letters, digits and hyphens`)
  return `begin; set local folkmoot.council = '${councilId}'`
}

class CouncilDriver extends PostgresDriver {
  readonly #begin: CompiledQuery

  constructor(pool: pg.Pool, councilId: string) {
    super({ pool })
    this.#begin = CompiledQuery.raw(beginFor(councilId))
  }

  /**
   * Sent ahead of the first statement without waiting for an answer: should it fail, row-level security lets what follows see and write nothing. An isolation level
   * is asked for by nobody.
   */
  override beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    connection.executeQuery(this.#begin).catch(() => undefined)
    return Promise.resolve()
  }

  /** A connection that broke has undone its transaction; why it broke is the error to hear of. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
  }
}

const postgresParts = {
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}

/** A handle whose transactions are bound to one council; outside a transaction it sees no row at all. */
export function councilDb(pool: pg.Pool, councilId: string): Db {
  return new Kysely({
    dialect: { ...postgresParts, createDriver: () => new CouncilDriver(pool, councilId) },
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

/** The single place where a connection is bound to one council, so that row-level security lets no other council's rows through. */

import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
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

  /** One round trip for both statements; an isolation level is asked for by nobody. */
  override async beginTransaction(connection: DatabaseConnection, _settings: TransactionSettings): Promise<void> {
    await connection.executeQuery(this.#begin)
  }
}

/** A handle whose transactions are bound to one council; outside a transaction it sees no row at all. */
export function councilDb(pool: pg.Pool, councilId: string): Db {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new CouncilDriver(pool, councilId),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

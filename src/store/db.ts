/** The single place for the handle on PostgreSQL that features are given, and for how its values arrive in JavaScript. */

import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { GatheringSocket } from './socket.ts'

/**
 * A handle on PostgreSQL that sees no tables: each `store.ts` opens its own with `db.withTables<Tables>()`.
 * Inside `CouncilStore.transaction` it reaches one council's rows only.
 *
 * How values arrive: `timestamptz` as an ISO instant in UTC with milliseconds, `date` as `YYYY-MM-DD`, `bigint` as a number
 * (a value beyond 2^53-1 throws), `numeric` as a string, `json` and `jsonb` parsed, `bytea` as a Buffer.
 */
export type Db = Kysely<{}>

export { sql }

/**
 * Connections of one role that come and go; one that breaks is replaced, and whoever was using it hears of it from their query. Statements asked
 * for together leave together, so that they cost one round trip.
 */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, types, pipeline: true, stream: () => new GatheringSocket() })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * For connections on which the same statements come again and again: planned once, whatever their values, and so that they look rows up by key. A plan made while a
 * table was small would otherwise go on reading all of it once it has grown.
 */
export function forRepeated<Config extends pg.ClientConfig>(config: Config): Config {
  return { ...config, options: `${config.options ?? ''} -c plan_cache_mode=force_generic_plan -c enable_seqscan=off`.trimStart() }
}

const parsers = new Map<number, (text: string) => unknown>([
  [20, safeInteger],
  [1082, (text) => text],
  [1184, (text) => new Date(text).toISOString()],
])

/** How a connection of ours turns PostgreSQL's text into values. */
export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return parsers.get(oid) ?? pg.types.getTypeParser(oid, format)
  },
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`the integer ${text} is beyond what a number holds exactly`)
  return value
}

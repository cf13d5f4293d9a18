/** The single place for the raw commit rate of the same database: a loop of named single-row inserts, a commit each. */
import pg from 'pg'
import type { Folkmoot } from './folkmoot.ts'

/** One connection each, one named statement, one row of so many bytes, one commit. */
export async function bareInserts({ migrator, owner }: Folkmoot, { bytes, connections }: { bytes: number; connections: number }) {
  const setUp = new pg.Client(owner)
  await setUp.connect()
  await setUp.query(`create schema if not exists bench authorization ${String(migrator.user)}`)
  await setUp.query(`set role ${String(migrator.user)}`)
  await setUp.query('create table if not exists bench.bare (id bigserial primary key, body bytea not null)')
  await setUp.end()
  const body = Buffer.alloc(bytes, 7)
  const clients = Array.from({ length: connections }, () => new pg.Client(migrator))
  await Promise.all(clients.map((client) => client.connect()))
  const statement = { name: 'bare', text: 'insert into bench.bare (body) values ($1)', values: [body] }
  const inserts = clients.map((client) => () => client.query(statement))
  return { inserts, close: () => Promise.all(clients.map((client) => client.end())) }
}

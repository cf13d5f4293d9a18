/** The single place where a statement that takes long is ended before it has finished. */
import { type Db, sql } from '#store/db.ts'

/** The process of the database that works for a transaction, by its number. */
export async function backendOf(tx: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a transaction has a process that works for it')
  return row.pid
}

/**
 * Ends the statement that another transaction is at, which hears of it as SQLSTATE 57014; without one nothing happens. That transaction must not end before this has
 * answered, or its connection may be at somebody else's statement by then.
 */
export async function endStatement(tx: Db, backend: number): Promise<void> {
  await sql`select pg_cancel_backend(${backend}::int)`.execute(tx)
}

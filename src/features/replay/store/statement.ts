/** The single place where a statement that takes long is ended before it has finished. */
import { type Db, sql } from '#store/db.ts'
import type { Gathered } from '#store/gather.ts'

/** The process of the database that works for a transaction, by its number. */
export async function backendOf(tx: Db): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a transaction has a process that works for it')
  return row.pid
}

/**
 * Ends the statement that another transaction is at, which hears of it as SQLSTATE 57014; without one nothing happens. That transaction must not end before this has
 * answered, or its connection may be at somebody else's statement by then. A process may be ended by who logged in for it, and that may be another role than the one
 * taken on since: for this one statement, and until its own transaction ends, the role is put off.
 */
export const endStatement: Gathered<number, boolean> = {
  name: 'replay-end-statement',
  sql: `with login as materialized (select set_config('role', 'none', true) as role)
    select k.ordinal, pg_cancel_backend(k.pid) as is_sent from login cross join unnest($1::int[]) with ordinality as k(pid, ordinal)
    where login.role is not null`,
  parameters: (backends) => [backends],
  read: ({ is_sent: isSent }) => isSent === true,
}

/** The single place where tests look at all rows that a council has beside the log. */
import { type Db, sql } from '#store/db.ts'
import type { CouncilStore } from '#store/store.ts'

/** Tables by name, such as `cases.queue`, each with its rows as texts, in an order of their own. */
export function rowsOf(store: CouncilStore): Promise<ReadonlyMap<string, readonly string[]>> {
  return store.transaction(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`select table_schema || '.' || table_name as name
      from information_schema.tables where table_schema not in ('log', 'folkmoot', 'pgboss', 'pg_catalog', 'information_schema')
      order by 1`.execute(tx)
    const found = new Map<string, readonly string[]>()
    for (const { name } of tables) found.set(name, name === 'cases.tally' ? await countedIn(tx) : await textsOf(tx, name))
    return found
  })
}

async function textsOf(tx: Db, name: string): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t order by 1`.execute(tx)
  return rows.map(({ row }) => row)
}

/** Cases are counted in slots, so that who adds one does not wait for another: only what the slots come to together means something. */
async function countedIn(tx: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`select (to_jsonb(t) - 'slot' - 'cases')::text || sum(cases) as row from cases.tally t
    group by to_jsonb(t) - 'slot' - 'cases' having sum(cases) <> 0 order by 1`.execute(tx)
  return rows.map(({ row }) => row)
}

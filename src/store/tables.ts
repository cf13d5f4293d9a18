/** The single place that lists the tables of the program, as the database itself describes them. */

import type pg from 'pg'
import { JOBS_SCHEMA } from './jobs-schema.ts'

/** A table with rows of councils; `name` with its schema, `columns` those that travel in a backup. */
export type Table = { readonly name: string; readonly columns: readonly string[] }

/** Meaningful only inside one database cluster: they count its transactions. */
const LOCAL_COLUMNS = ['log.fact.written', 'log.checkpoint.upto']
/** Kept by the database for itself: how far rows have followed its own transactions; after a restore they follow again from the beginning. */
const LOCAL_TABLES = ['folkmoot.council', 'log.follower']

/** Every table with a `council_id`, each after those it refers to. */
export async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(
    `select format('%s.%s', n.nspname, c.relname) as name,
        array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and format('%s.%s.%s', n.nspname, c.relname, a.attname) <> all($2::text[]) order by a.attnum) as columns,
        array(select distinct format('%s.%s', rn.nspname, r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
          join pg_namespace rn on rn.oid = r.relnamespace where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', $1)
        and format('%s.%s', n.nspname, c.relname) <> all($3::text[])
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id' and not a.attisdropped)
      order by name`,
    [JOBS_SCHEMA, LOCAL_COLUMNS, LOCAL_TABLES],
  )
  return inOrderOfNeed(rows)
}

function inOrderOfNeed(tables: readonly (Table & { needs: readonly string[] })[]): readonly Table[] {
  const ordered: Table[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ needs }) => !needs.some((need) => waiting.has(need)))
    if (ready.length === 0) throw new Error(`these tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const { name, columns } of ready) {
      waiting.delete(name)
      ordered.push({ name, columns })
    }
  }
  return ordered
}

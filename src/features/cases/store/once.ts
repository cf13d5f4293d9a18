/** The single place for the SQL that turns bare digests of what may be sent only once into marks under the council's key. */
import { type Db, sql } from '#store/db.ts'
import { bound } from './tables.ts'

/** A digest of an earlier release, by which anybody could have tried out whose it is. */
export type BareKey = { readonly service: string; readonly key: Buffer }

/** Bare digests that no other server is working on. */
export async function bareOnceKeys(tx: Db, most: number): Promise<readonly BareKey[]> {
  const { rows } = await sql<BareKey>`select service, key from cases.once where council_id = ${bound} and not is_marked
    limit ${most} for update skip locked`.execute(tx)
  return rows
}

/** Puts marks in their place. */
export async function putOnceMarks(tx: Db, marks: readonly (BareKey & { readonly mark: Buffer })[]): Promise<void> {
  if (marks.length === 0) return
  const columns = [marks.map(({ service }) => service), marks.map(({ key }) => key), marks.map(({ mark }) => mark)] as const
  await sql`update cases.once o set key = m.mark, is_marked = true
    from unnest(${columns[0]}::text[], ${columns[1]}::bytea[], ${columns[2]}::bytea[]) as m(service, key, mark)
    where o.council_id = ${bound} and o.service = m.service and o.key = m.key and not o.is_marked`.execute(tx)
}

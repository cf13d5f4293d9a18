/** The single place where somebody's tries of a day are counted, without keeping who they are: digests with a salt thrown away next day. */
import { createHash, randomBytes } from 'node:crypto'
import { type Db, sql } from '#store/db.ts'
import { bound, proposals } from './tables.ts'

/** Counts one more for each of these names today and answers how often each has come up, in their order. Days before are forgotten. */
export async function countToday(tx: Db, day: string, names: readonly string[]): Promise<readonly number[]> {
  for (const table of ['proposals.counter', 'proposals.salt'] as const) {
    await proposals(tx).deleteFrom(table).where('council_id', '=', bound).where('day', '<', day).execute()
  }
  const salt = await saltOf(tx, day)
  const counts: number[] = []
  for (const name of names) {
    const key = createHash('sha256').update(salt).update(name).digest()
    const { rows } = await sql<{ times: number }>`insert into proposals.counter as c (council_id, day, key, times)
      values (${bound}, ${day}, ${key}, 1)
      on conflict (council_id, day, key) do update set times = c.times + 1 returning times`.execute(tx)
    counts.push(rows[0]?.times ?? 1)
  }
  return counts
}

async function saltOf(tx: Db, day: string): Promise<Buffer> {
  const { rows } = await sql<{
    salt: Buffer
  }>`insert into proposals.salt as s (council_id, day, salt) values (${bound}, ${day}, ${randomBytes(32)})
    on conflict (council_id, day) do update set salt = s.salt returning salt`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('PostgreSQL answered no row to an insert that returns one')
  return row.salt
}

/** The single place for news that everybody who backs something is still to be told: kept with the fact, carried out a batch at a time. */
import { type Db, sql } from '#store/db.ts'
import { bound, proposals } from './tables.ts'

/** `seq`: the fact that is the news. `after`: the last person told. */
export type Telling = { readonly proposal: string; readonly news: string; readonly seq: number; readonly after: string }

export async function addTelling(tx: Db, { proposal, news, seq }: Omit<Telling, 'after'>): Promise<void> {
  await proposals(tx)
    .insertInto('proposals.telling')
    .values({ council_id: bound, proposal_id: proposal, news, seq, after: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The next news to be told that no other worker is telling just now. */
export async function takeTelling(tx: Db): Promise<Telling | undefined> {
  const { rows } = await sql<{ proposal_id: string; news: string; seq: number; after: string }>`select proposal_id, news, seq, after
    from proposals.telling where council_id = ${bound} order by proposal_id, seq limit 1 for update skip locked`.execute(tx)
  const [row] = rows
  return row && { proposal: row.proposal_id, news: row.news, seq: row.seq, after: row.after }
}

/** Everybody up to this person has been told; nobody is left when `after` is not given. */
export async function told(tx: Db, { proposal, seq }: Pick<Telling, 'proposal' | 'seq'>, after?: string): Promise<void> {
  const rows = sql`council_id = ${bound} and proposal_id = ${proposal} and seq = ${seq}`
  await (after === undefined
    ? sql`delete from proposals.telling where ${rows}`
    : sql`update proposals.telling set after = ${after} where ${rows}`
  ).execute(tx)
}

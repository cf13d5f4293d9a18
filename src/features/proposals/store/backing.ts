/** The single place where backings are written, many in one commit, and counted. One person has one row for each suggested change. */
import { type Db, sql } from '#store/db.ts'
import type { Fact, NewFact } from '#store/fact.ts'
import type { Group, Grouped } from '#store/group.ts'
import { isRecord } from '#store/json.ts'
import type { Projection } from '#store/projection.ts'
import { backingStreamOf, bound, proposals } from './tables.ts'

/** Somebody backs the wording `digest`, or with `null` takes their backing back. `at` is an ISO instant. */
export type BackingWish = { readonly proposal: string; readonly person: string; readonly digest: string | null; readonly at: string }

/** `changed`: that wording is not, or no longer, the one that can be backed. `same`: it was so already. */
export type BackingDone = 'done' | 'same' | 'changed'

type Held = { proposal_id: string; person: string; digest: string | null; seq: number }
type Move = { readonly wish: BackingWish; readonly before: string | null; readonly seq: number }

/**
 * Written together. The primary key makes everybody wait for whoever writes for the same person, so that nobody counts twice however often
 * they press. A wish for a wording that no longer stands changes nothing.
 */
export const setBackings: Grouped<BackingWish, BackingDone> = {
  name: 'proposals-back',
  write: async (group, items) => {
    const wishes = [...new Map(items.map((wish) => [keyOf(wish), wish])).values()].toSorted(byKey)
    const held = await hold(group.tx, wishes)
    const moves = wishes.flatMap((wish): Move[] => {
      const row = held.get(keyOf(wish))
      return row && row.digest !== wish.digest ? [{ wish, before: row.digest, seq: row.seq }] : []
    })
    if (moves.length > 0) await writeEach(group, moves)
    const moved = new Set(moves.map(({ wish }) => keyOf(wish)))
    return items.map((wish) => (moved.has(keyOf(wish)) ? 'done' : held.has(keyOf(wish)) ? 'same' : 'changed'))
  },
}

function keyOf({ proposal, person }: Pick<BackingWish, 'proposal' | 'person'>): string {
  return `${proposal} ${person}`
}

/** All writers take rows in one order, so that none waits for another in a circle. */
function byKey(one: BackingWish, other: BackingWish): number {
  const [a, b] = [keyOf(one), keyOf(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** Takes the rows of all who may back what they wish, made where missing, and says what each held before. */
async function hold(tx: Db, wishes: readonly BackingWish[]): Promise<ReadonlyMap<string, Held>> {
  const columns = [wishes.map(({ proposal }) => proposal), wishes.map(({ person }) => person), wishes.map(({ digest }) => digest)] as const
  const { rows } = await sql<Held>`insert into proposals.backing as b (council_id, proposal_id, person, digest, seq)
    select p.council_id, p.proposal_id, w.person, null, 0
    from unnest(${columns[0]}::uuid[], ${columns[1]}::text[], ${columns[2]}::text[]) with ordinality as w(proposal_id, person, digest, place)
    join proposals.proposal p on p.council_id = ${bound} and p.proposal_id = w.proposal_id
    where p.state in ('changed', 'approved') and (w.digest is null or w.digest = p.digest) order by w.place
    on conflict (council_id, proposal_id, person) do update set seq = b.seq returning proposal_id, person, digest, seq`.execute(tx)
  return new Map(rows.map((row) => [keyOf({ proposal: row.proposal_id, person: row.person }), row]))
}

async function writeEach({ tx, log }: Group, moves: readonly Move[]): Promise<void> {
  const appends = moves.map(({ wish, seq }) => ({
    stream: backingStreamOf(wish.proposal, wish.person),
    facts: [factOf(wish)],
    expectedSeq: seq,
  }))
  const writes = await Promise.allSettled([log.appendEach(tx, appends), putMoves(tx, moves), count(tx, moves)])
  for (const write of writes) if (write.status === 'rejected') throw write.reason
}

function factOf({ digest, person, at }: BackingWish): NewFact {
  return digest === null ? { kind: 'backing-taken-back', at, by: person, data: {} } : { kind: 'backed', at, by: person, data: { digest } }
}

async function putMoves(tx: Db, moves: readonly Move[]): Promise<void> {
  const columns = [
    moves.map(({ wish }) => wish.proposal),
    moves.map(({ wish }) => wish.person),
    moves.map(({ wish }) => wish.digest),
    moves.map(({ seq }) => seq + 1),
  ] as const
  await sql`update proposals.backing b set digest = w.digest, seq = w.seq
    from unnest(${columns[0]}::uuid[], ${columns[1]}::text[], ${columns[2]}::text[], ${columns[3]}::int[]) as w(proposal_id, person, digest, seq)
    where b.council_id = ${bound} and b.proposal_id = w.proposal_id and b.person = w.person`.execute(tx)
}

/** One more for the wording somebody backs now, one less for the one they backed before. */
async function count(tx: Db, moves: readonly Move[]): Promise<void> {
  const sums = new Map<string, { readonly proposal: string; readonly digest: string; readonly more: number }>()
  const add = (proposal: string, digest: string | null, more: number) => {
    if (digest === null) return
    const key = `${proposal} ${digest}`
    sums.set(key, { proposal, digest, more: (sums.get(key)?.more ?? 0) + more })
  }
  for (const { wish, before } of moves) {
    add(wish.proposal, wish.digest, 1)
    add(wish.proposal, before, -1)
  }
  const rows = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  const columns = [rows.map(({ proposal }) => proposal), rows.map(({ digest }) => digest), rows.map(({ more }) => more)] as const
  await sql`insert into proposals.tally as t (council_id, proposal_id, digest, backings)
    select ${bound}, * from unnest(${columns[0]}::uuid[], ${columns[1]}::text[], ${columns[2]}::int[])
    on conflict (council_id, proposal_id, digest) do update set backings = t.backings + excluded.backings`.execute(tx)
}

/** One person's backing of one suggested change; `digest` is the wording they backed. */
export type Backing = { readonly proposal: string; readonly person: string; readonly digest: string }

/** The wording somebody backs; undefined when they back none. */
export async function findBacking(tx: Db, { proposal, person }: { proposal: string; person: string }): Promise<string | undefined> {
  const row = await proposals(tx)
    .selectFrom('proposals.backing')
    .select('digest')
    .where('council_id', '=', bound)
    .where('proposal_id', '=', proposal)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.digest ?? undefined
}

/** Everything somebody backs. */
export async function backingsBy(tx: Db, person: string): Promise<readonly Backing[]> {
  const rows = await proposals(tx)
    .selectFrom('proposals.backing')
    .select(['proposal_id as proposal', 'person', 'digest'])
    .where('council_id', '=', bound)
    .where('person', '=', person)
    .where('digest', 'is not', null)
    .execute()
  return rows.flatMap(({ digest, ...row }) => (digest === null ? [] : [{ ...row, digest }]))
}

/** Who backs any wording of it, after a person's id, in the order of ids. */
export async function backersOf(
  tx: Db,
  { proposal, after, most }: { proposal: string; after: string; most: number },
): Promise<readonly Backing[]> {
  const rows = await proposals(tx)
    .selectFrom('proposals.backing')
    .select(['proposal_id as proposal', 'person', 'digest'])
    .where('council_id', '=', bound)
    .where('proposal_id', '=', proposal)
    .where('digest', 'is not', null)
    .where('person', '>', after)
    .orderBy('person')
    .limit(most)
    .execute()
  return rows.flatMap(({ digest, ...row }) => (digest === null ? [] : [{ ...row, digest }]))
}

/** Who backs what, made again by `folkmoot rebuild`. Nothing personal is in it but ids. */
export const backingProjection: Projection = {
  name: 'proposals.backing',
  streams: 'backing/',
  clear: async (tx) => {
    await proposals(tx).deleteFrom('proposals.backing').where('council_id', '=', bound).execute()
    await proposals(tx).deleteFrom('proposals.tally').where('council_id', '=', bound).execute()
  },
  apply: async (tx, facts) => {
    const rows = [...Map.groupBy(facts, ({ stream }) => stream)].map(([stream, own]) => rowOf(stream, own))
    await sql`insert into proposals.backing select * from jsonb_populate_recordset(
      jsonb_populate_record(null::proposals.backing, jsonb_build_object('council_id', ${bound})), ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    )
    await count(
      tx,
      rows.flatMap(({ proposal_id: proposal, person, digest }) =>
        digest === null ? [] : [{ wish: { proposal, person, digest, at: '' }, before: null, seq: 0 }],
      ),
    )
  },
  forget: () => Promise.resolve(),
}

function rowOf(stream: string, facts: readonly Fact[]): Held {
  const [, proposal = '', person = ''] = stream.split('/')
  const last = facts.at(-1)
  const digest = last?.kind === 'backed' && isRecord(last.data) ? String(last.data['digest']) : null
  return { proposal_id: proposal, person, digest, seq: last?.seq ?? 0 }
}

/** The single place where suggested changes are loaded, added to and listed. */
import { forgetAbout } from '#features/messages/index.ts'
import { type Db, sql } from '#store/db.ts'
import type { Fact, NewFact } from '#store/fact.ts'
import type { Gathered } from '#store/gather.ts'
import type { Projection } from '#store/projection.ts'
import type { CouncilStore } from '#store/store.ts'
import { type Proposal, proposalFrom, readFact, stateOf } from '../domain/index.ts'
import { bound, proposals, streamOf } from './tables.ts'

/** The suggested change; undefined when the council has none of this id. */
export async function findProposal({ log }: CouncilStore, tx: Db, id: string): Promise<Proposal | undefined> {
  return proposalIn(id, await log.factsOf(tx, streamOf(id)))
}

/** Those of these ids that exist, in their order. */
export async function findProposals({ log }: CouncilStore, tx: Db, ids: readonly string[]): Promise<readonly Proposal[]> {
  if (ids.length === 0) return []
  const facts = await log.factsOfEach(tx, ids.map(streamOf))
  return ids.flatMap((id) => proposalIn(id, facts.get(streamOf(id)) ?? []) ?? [])
}

/**
 * Adds facts behind those that are known and brings the lists up to date. Answers how it stands then.
 * @throws StaleStream when somebody was faster
 */
export async function addFacts(
  { log }: CouncilStore,
  tx: Db,
  added: { id: string; seq: number; facts: readonly NewFact[] },
): Promise<Proposal> {
  const stream = streamOf(added.id)
  await log.append(tx, { stream, expectedSeq: added.seq, facts: added.facts })
  const proposal = proposalIn(added.id, await log.factsOf(tx, stream))
  if (!proposal) throw new Error(`${stream} does not begin with a suggestion`)
  await putRows(tx, [proposal])
  return proposal
}

/** Which ones: of a service, in one of these states, of an author, or past the day on which an answer was owed. */
export type ProposalFilter = {
  readonly service?: string | undefined
  readonly states?: readonly string[] | undefined
  readonly author?: string | undefined
  readonly overdueOn?: string | undefined
  readonly from?: number | undefined
  readonly most?: number | undefined
}

const MOST = 1000

/** Ids, newest first. */
export async function idsOf(
  tx: Db,
  { service, states, author, overdueOn, from = 0, most = MOST }: ProposalFilter,
): Promise<readonly string[]> {
  const { rows } = await sql<{ proposal_id: string }>`select proposal_id from proposals.proposal where council_id = ${bound}
    and ${wanted({ service, states, author, overdueOn })} order by suggested_at desc, proposal_id offset ${from} limit ${most}`.execute(tx)
  return rows.map((row) => row.proposal_id)
}

export async function countOf(tx: Db, filter: ProposalFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from proposals.proposal where council_id = ${bound}
    and ${wanted(filter)}`.execute(tx)
  return rows[0]?.count ?? 0
}

function wanted({ service, states, author, overdueOn }: ProposalFilter) {
  return sql`(${service ?? null}::text is null or service = ${service ?? null}) and (${author ?? null}::text is null or author = ${author ?? null})
    and (${states ?? null}::text[] is null or state = any(${states ?? null}::text[]))
    and (${overdueOn ?? null}::date is null or (due_on < ${overdueOn ?? null}::date and state in ('suggested', 'changed')))`
}

/** When each was suggested and when it ended, by id; null while it is open. ISO instants. */
export async function endOf(
  tx: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly suggestedAt: string; readonly endedAt: string | null }>> {
  if (ids.length === 0) return new Map()
  const rows = await proposals(tx)
    .selectFrom('proposals.proposal')
    .select(['proposal_id', 'suggested_at', 'ended_at'])
    .where('council_id', '=', bound)
    .where('proposal_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.proposal_id, { suggestedAt: row.suggested_at, endedAt: row.ended_at }]))
}

/** Those that were ever hidden, latest first. */
export async function idsEverHidden(tx: Db): Promise<readonly string[]> {
  const rows = await proposals(tx)
    .selectFrom('proposals.proposal')
    .select('proposal_id')
    .where('council_id', '=', bound)
    .where('hidden_at', 'is not', null)
    .orderBy('hidden_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => row.proposal_id)
}

/** Whether a page already made still says what is so, and how many back the wording shown on it. */
export type Standing = {
  readonly service: string
  readonly stamp: string
  readonly state: string
  readonly backings: number
  /** Backings of earlier wordings, which do not count. */
  readonly earlier: number
}

export const standing: Gathered<string, Standing> = {
  name: 'proposals-standing',
  sql: `select k.ordinal, p.service, p.state, p.seq || '.' || p.stamp as stamp, coalesce(t.now, 0) as now, coalesce(t.earlier, 0) as earlier
    from unnest($1::uuid[]) with ordinality as k(id, ordinal)
    join proposals.proposal p on p.council_id = current_setting('folkmoot.council') and p.proposal_id = k.id
    cross join lateral (select sum(backings) filter (where digest = p.digest) as now, sum(backings) filter (where digest <> p.digest) as earlier
      from proposals.tally where council_id = p.council_id and proposal_id = p.proposal_id) t`,
  parameters: (ids) => [ids],
  read: ({ service, stamp, state, now, earlier }) => ({
    service: String(service),
    stamp: String(stamp),
    state: String(state),
    backings: Number(now),
    earlier: Number(earlier),
  }),
}

/** Lists, made again by `folkmoot rebuild`. */
export const proposalProjection: Projection = {
  name: 'proposals.proposal',
  streams: 'proposal/',
  clear: async (tx) => {
    await proposals(tx).deleteFrom('proposals.proposal').where('council_id', '=', bound).execute()
  },
  apply: async (tx, facts) => {
    const found = [...Map.groupBy(facts, ({ stream }) => stream)].flatMap(([stream, own]) => proposalIn(idFrom(stream), own) ?? [])
    await putRows(tx, found)
  },
  forget: async (tx, facts) => {
    const ids = [...new Set(facts.map(({ stream }) => idFrom(stream)))]
    await sql`update proposals.proposal set stamp = stamp + 1 where council_id = ${bound} and proposal_id = any(${ids}::uuid[])`.execute(tx)
    await forgetAbout(tx, ids)
  },
}

function idFrom(stream: string): string {
  return stream.slice('proposal/'.length)
}

function proposalIn(id: string, facts: readonly Fact[]): Proposal | undefined {
  return proposalFrom(
    id,
    facts.flatMap((fact) => readFact(fact) ?? []),
  )
}

async function putRows(tx: Db, found: readonly Proposal[]): Promise<void> {
  if (found.length === 0) return
  const rows = found.map((proposal) => {
    const state = stateOf(proposal)
    const ends = ['released', 'refused', 'withdrawn', 'hidden'].includes(state)
    return {
      proposal_id: proposal.id,
      service: proposal.service,
      state,
      source: proposal.source,
      author: proposal.author,
      suggested_at: proposal.suggestedAt,
      due_on: ends ? null : proposal.due,
      ended_at: ends ? (proposal.entries.at(-1)?.at ?? null) : null,
      digest: proposal.content?.digest ?? null,
      hidden_at: proposal.entries.findLast(({ kind }) => kind === 'hidden')?.at ?? null,
      seq: proposal.seq,
      stamp: 0,
    }
  })
  await sql`insert into proposals.proposal select * from jsonb_populate_recordset(
      jsonb_populate_record(null::proposals.proposal, jsonb_build_object('council_id', ${bound})), ${JSON.stringify(rows)}::jsonb)
    on conflict (council_id, proposal_id) do update set state = excluded.state, due_on = excluded.due_on, ended_at = excluded.ended_at,
      digest = excluded.digest, hidden_at = excluded.hidden_at, seq = excluded.seq`.execute(tx)
}

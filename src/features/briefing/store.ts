/** The single place for the SQL of briefings, and for the facts `frozen` of the streams `briefing/<id>`. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Db, sql } from '#store/db.ts'
import type { Fact } from '#store/fact.ts'
import { canonical } from '#store/json.ts'
import type { Projection } from '#store/projection.ts'
import type { CouncilStore } from '#store/store.ts'
import { newId } from '#store/uuid.ts'
import { Briefing, Listed } from './domain/briefing.ts'

type Tables = {
  'briefing.frozen': { council_id: string; id: string; subject: string; frozen_on: string; title: string }
}

/** A briefing as it was frozen. `digest` is the SHA-256 of its canonical form. */
export type Frozen = { readonly id: string; readonly briefing: Briefing; readonly digest: string; readonly at: string }

const FrozenData = z.object({ briefing: Briefing, digest: z.string() })

const briefings = (db: Db) => db.withTables<Tables>()
const bound = sql<string>`current_setting('folkmoot.council')`

/** Freezes a briefing: from now on it is a fact. Answers its id. */
export async function freeze(store: CouncilStore, { briefing, by, at }: { briefing: Briefing; by: string; at: string }): Promise<string> {
  const id = newId()
  const digest = digestOf(briefing)
  await store.transaction(async (tx) => {
    const facts = await store.log.append(tx, {
      stream: streamOf(id),
      expectedSeq: 0,
      facts: [{ kind: 'frozen', at, by, data: { briefing, digest } }],
    })
    await put(tx, facts)
  })
  return id
}

export async function findFrozen(store: CouncilStore, id: string): Promise<Frozen | undefined> {
  const facts = await store.transaction((tx) => store.log.factsOf(tx, streamOf(id)))
  return facts.map(frozenFrom).find((frozen) => frozen !== undefined)
}

/** The newest hundred. */
export async function listFrozen(tx: Db): Promise<readonly Listed[]> {
  const rows = await briefings(tx)
    .selectFrom('briefing.frozen')
    .select(['id', 'frozen_on as on', 'title', 'subject'])
    .where('council_id', '=', bound)
    .orderBy('frozen_on', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => Listed.parse(row))
}

/** The list can be made again from the log. It names nobody, so there is nothing to forget. */
export const frozenProjection: Projection = {
  name: 'briefing.frozen',
  streams: 'briefing/',
  clear: async (tx) => {
    await briefings(tx).deleteFrom('briefing.frozen').where('council_id', '=', bound).execute()
  },
  apply: put,
  forget: () => Promise.resolve(),
}

async function put(tx: Db, facts: readonly Fact[]): Promise<void> {
  for (const frozen of facts.map(frozenFrom)) {
    if (frozen === undefined) continue
    const { id, briefing } = frozen
    await briefings(tx)
      .insertInto('briefing.frozen')
      .values({ council_id: bound, id, subject: briefing.subject ?? '', frozen_on: briefing.on, title: JSON.stringify(briefing.title) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

function frozenFrom({ kind, data, stream, at }: Fact): Frozen | undefined {
  if (kind !== 'frozen') return undefined
  return { ...FrozenData.parse(data), id: stream.slice('briefing/'.length), at }
}

/** What anyone can work out again from the briefing as JSON. */
function digestOf(briefing: Briefing): string {
  return createHash('sha256').update(canonical(briefing)).digest('hex')
}

function streamOf(id: string): string {
  return `briefing/${id}`
}

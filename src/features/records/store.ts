/** The single place for the SQL of records. */
import { z } from 'zod'
import { type Db, sql } from '#store/db.ts'
import type { Fact, NewFact } from '#store/fact.ts'
import type { Projection } from '#store/projection.ts'
import type { CouncilStore } from '#store/store.ts'
import { type DataRequest, requestFrom, Wish } from './domain/index.ts'

type Tables = {
  'records.request': {
    council_id: string
    id: string
    about: string
    person: string
    received_on: string
    due_on: string
    is_extended: boolean
    answered_on: string | null
    answer: string | null
  }
}

const records = (db: Db) => db.withTables<Tables>()
/** The council a transaction is bound to. */
const bound = sql<string>`current_setting('folkmoot.council')`

const Row = z
  .object({
    id: z.string(),
    about: Wish,
    person: z.string(),
    received_on: z.string(),
    due_on: z.string(),
    is_extended: z.boolean(),
    answered_on: z.string().nullable(),
    answer: z.enum(['exported', 'erased', 'refused']).nullable(),
  })
  .transform(({ received_on: receivedOn, due_on: dueOn, is_extended: isExtended, answered_on: on, answer: how, ...row }): DataRequest => {
    return { ...row, receivedOn, dueOn, isExtended, ...(how && on ? { answer: { how, on } } : {}) }
  })

function requests(tx: Db) {
  const columns = ['id', 'about', 'person', 'received_on', 'due_on', 'is_extended', 'answered_on', 'answer'] as const
  return records(tx).selectFrom('records.request').select(columns).where('council_id', '=', bound)
}

/** Requests not yet answered, the most urgent first; at most 500. */
export async function openRequests(tx: Db): Promise<readonly DataRequest[]> {
  const rows = await requests(tx).where('answered_on', 'is', null).orderBy('due_on').orderBy('id').limit(500).execute()
  return rows.map((row) => Row.parse(row))
}

export async function requestsOf(tx: Db, person: string): Promise<readonly DataRequest[]> {
  const rows = await requests(tx).where('person', '=', person).orderBy('received_on').orderBy('id').execute()
  return rows.map((row) => Row.parse(row))
}

export async function findRequest(store: CouncilStore, tx: Db, id: string): Promise<DataRequest | undefined> {
  return requestFrom(id, await store.log.factsOf(tx, streamOf(id)))
}

/** Adds to what happened to a request and brings its row up to date. */
export async function addToRequest(store: CouncilStore, tx: Db, { id, fact }: { id: string; fact: NewFact }): Promise<DataRequest> {
  await store.log.append(tx, { stream: streamOf(id), facts: [fact] })
  const request = await findRequest(store, tx, id)
  if (!request) throw new Error(`request ${id} has facts but was never asked`)
  await putRequests(tx, [request])
  return request
}

async function putRequests(tx: Db, list: readonly DataRequest[]): Promise<void> {
  for (const { id, about, person, receivedOn, dueOn, isExtended, answer } of list) {
    const state = { due_on: dueOn, is_extended: isExtended, answered_on: answer?.on ?? null, answer: answer?.how ?? null }
    await records(tx)
      .insertInto('records.request')
      .values({ council_id: bound, id, about, person, received_on: receivedOn, ...state })
      .onConflict((conflict) => conflict.columns(['council_id', 'id']).doUpdateSet(state))
      .execute()
  }
}

/** The rows of requests can be made again from the log. They hold ids and days, so there is nothing to forget. */
export const requestProjection: Projection = {
  name: 'records.request',
  streams: 'request/',
  clear: async (tx) => {
    await records(tx).deleteFrom('records.request').where('council_id', '=', bound).execute()
  },
  apply: (tx, facts) => putRequests(tx, requestsFrom(facts)),
  forget: () => Promise.resolve(),
}

function requestsFrom(facts: readonly Fact[]): readonly DataRequest[] {
  return [...Map.groupBy(facts, ({ stream }) => stream)].flatMap(([stream, own]) => requestFrom(stream.slice('request/'.length), own) ?? [])
}

function streamOf(id: string): string {
  return `request/${id}`
}

/** The single place where the rows of officers' lists are made from facts, live and when they are made again. */
import { clearPlaces, putPlaces } from '#features/appointments/index.ts'
import { forgetAbout } from '#features/messages/index.ts'
import { type Db, sql } from '#store/db.ts'
import type { Fact } from '#store/fact.ts'
import type { Projection } from '#store/projection.ts'
import {
  type Area,
  areaOf,
  type Case,
  caseFrom,
  dueOn,
  firesOn,
  never,
  placesHeld,
  readFact,
  showReference,
  statusOf,
  unseal,
} from '../domain/index.ts'
import { bound, cases, type QueueRow, streamOf } from './tables.ts'
import { clearTasks, putTasks, taskRowsOf } from './task.ts'

/** A row without its council, which the transaction gives. */
export type NewQueueRow = Omit<QueueRow, 'council_id'>

/** What a row says of the person in the clear, until they are forgotten. */
export type Clear = { readonly name?: string | undefined; readonly area?: Area | undefined }

/** The row of a case. What is in the clear is given when the case is opened and stays until it is forgotten. */
export function rowOf(current: Case, { name, area }: Clear = {}): NewQueueRow {
  return {
    case_id: current.id,
    reference: current.reference,
    service: current.service,
    version: current.version,
    team: current.team,
    status: statusOf(current),
    assignee: current.assignee ?? null,
    channel: current.channel,
    lang: current.lang,
    flags: [...current.flags],
    proposed: current.proposed,
    outcome: current.decision?.outcome ?? null,
    awaits_second: current.proposal !== undefined,
    due_on: dueOn(current) ?? never,
    fires_on: firesOn(current) ?? null,
    opened_at: current.openedAt,
    person: current.person,
    name: name ?? null,
    name_key: name?.toLowerCase() ?? null,
    ward: area?.ward ?? null,
    parish: area?.parish ?? null,
    fee: current.fee,
    paid: current.paid,
    seq: current.seq,
    is_made_up: current.isMadeUp,
  }
}

/** Adds the rows, or brings them up to date; the name stays as it is. */
export async function putRows(tx: Db, rows: readonly NewQueueRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into cases.queue select * from jsonb_populate_recordset(
      jsonb_populate_record(null::cases.queue, jsonb_build_object('council_id', ${bound})), ${JSON.stringify(rows)}::jsonb)
    on conflict (council_id, case_id) do update set status = excluded.status, assignee = excluded.assignee, flags = excluded.flags,
      outcome = excluded.outcome, awaits_second = excluded.awaits_second, due_on = excluded.due_on, fires_on = excluded.fires_on,
      paid = excluded.paid, seq = excluded.seq`.execute(tx)
}

/** The lists' rows, made again by `folkmoot rebuild` together with the places that cases have in times of teams. A name is there only while its own key is. */
export const queueProjection: Projection = {
  name: 'cases.queue',
  streams: 'case/',
  clear: async (tx) => {
    await cases(tx).deleteFrom('cases.queue').where('council_id', '=', bound).execute()
    await clearTasks(tx)
    await clearPlaces(tx)
  },
  apply: async (tx, facts) => {
    const cases = [...Map.groupBy(facts, ({ stream }) => stream)].flatMap(([stream, own]) => foldedFrom(stream, own))
    await putRows(
      tx,
      cases.map(({ row }) => row),
    )
    await putTasks(
      tx,
      cases.flatMap(({ current }) => taskRowsOf(current)),
    )
    await putPlaces(
      tx,
      cases.flatMap(({ places }) => places),
    )
  },
  forget: async (tx, facts) => {
    for (const [stream, own] of Map.groupBy(facts, (fact) => fact.stream)) await forgetIn(tx, idOf(stream), own)
  },
}

/** What was sent to the person goes with any of their values; what is in the clear, and the claim to be the only one, with their own. */
async function forgetIn(tx: Db, id: string, facts: readonly Fact[]): Promise<void> {
  const [folded] = foldedFrom(streamOf(id), facts)
  const row = folded?.row
  await cases(tx)
    .updateTable('cases.queue')
    .set({ name: row?.name ?? null, name_key: row?.name_key ?? null, ward: row?.ward ?? null, parish: row?.parish ?? null })
    .where('council_id', '=', bound)
    .where('case_id', '=', id)
    .execute()
  const isAllGone = facts.flatMap(({ personal }) => personal).every(({ erased }) => erased)
  if (isAllGone) await cases(tx).deleteFrom('cases.once').where('council_id', '=', bound).where('case_id', '=', id).execute()
  await forgetAbout(tx, [id])
}

type Folded = { readonly current: Case; readonly row: NewQueueRow; readonly places: Parameters<typeof putPlaces>[1] }

function foldedFrom(stream: string, facts: readonly Fact[]): Folded[] {
  const read = facts.flatMap((fact) => readFact(fact) ?? [])
  const current = caseFrom(idOf(stream), read)
  if (!current) return []
  const sealed = unseal(read.find(({ kind }) => kind === 'submitted')?.personal ?? [])
  const reference = showReference(current.reference)
  const places = placesHeld(read).map(({ appointment, slot: timeId }) => ({ caseId: current.id, reference, appointment, timeId }))
  return [{ current, row: rowOf(current, { name: sealed.contact.name, area: areaOf(sealed.answers, current.counts) }), places }]
}

function idOf(stream: string): string {
  return stream.slice(stream.indexOf('/') + 1)
}

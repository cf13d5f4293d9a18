/** The only SQL of appointments. Every function takes a transaction bound to one council. */
import { type Db, sql } from '#store/db.ts'
import { sqlStateOf } from '#store/failure.ts'
import type { Projection } from '#store/projection.ts'
import { type Diary, diaryOf, type FilledTime, type KnownTime, type OfferedTime, timesAfter } from './domain.ts'

type TimeRow = {
  council_id: string
  id: string
  service: string
  appointment: string
  day: string
  at: string
  minutes: number
  places: number
  taken: number
  is_closed: boolean
}

type Tables = {
  'appointments.time': TimeRow
  'appointments.place': { council_id: string; case_id: string; appointment: string; time_id: string; reference: string }
}

const bound = sql<string>`current_setting('folkmoot.council')`
const tables = (tx: Db) => tx.withTables<Tables>()
const columns = ['id', 'service', 'appointment', 'day', 'at', 'minutes', 'places', 'taken'] as const

/** The last place was taken by somebody else. */
export class NoRoom extends Error {
  constructor() {
    super('no place is left at this time')
    this.name = 'NoRoom'
  }
}

/** Adds times; one that is there already stays as it is. Answers those that are new. */
export async function addTimes<Time extends Omit<OfferedTime, 'taken'>>(tx: Db, times: readonly Time[]): Promise<readonly Time[]> {
  if (times.length === 0) return []
  const { rows } = await sql<{ id: string }>`insert into appointments.time (council_id, id, service, appointment, day, at, minutes, places)
    select ${bound}, t.* from jsonb_to_recordset(${JSON.stringify(times)}::jsonb)
      as t(id uuid, service text, appointment text, day date, at text, minutes int, places int) on conflict do nothing returning id`.execute(
    tx,
  )
  const added = new Set(rows.map(({ id }) => id))
  return times.filter(({ id }) => added.has(id))
}

/** A time taken back: gone when nobody had booked it, otherwise closed. */
export type TakenBack = OfferedTime & { readonly isGone: boolean }

/** Takes a time away that nobody has booked; one that somebody has takes no more. Undefined when none of that id can be booked. */
export async function withdrawTime(tx: Db, { service, appointment }: Diary, id: string): Promise<TakenBack | undefined> {
  const found = await findTime(tx, id)
  if (found?.service !== service || found.appointment !== appointment) return undefined
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('appointments.time')
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .where('taken', '=', 0)
    .executeTakeFirst()
  const isGone = numDeletedRows > 0n
  if (!isGone) {
    await tables(tx)
      .updateTable('appointments.time')
      .set({ is_closed: true })
      .where('council_id', '=', bound)
      .where('id', '=', id)
      .execute()
  }
  return { ...found, isGone }
}

/** A time that was not taken back. */
export async function findTime(tx: Db, id: string): Promise<OfferedTime | undefined> {
  return await tables(tx)
    .selectFrom('appointments.time')
    .select(columns)
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .where('is_closed', '=', false)
    .executeTakeFirst()
}

/** Days from the first up to and with the last; `after` is an hour of the first day, before which it is too late. */
export type Range = Diary & { readonly from: string; readonly to: string; readonly after?: string | undefined; readonly most: number }

/** Times with a place left, first to last. */
export async function freeTimes(tx: Db, { service, appointment, from, to, after = '', most }: Range): Promise<readonly OfferedTime[]> {
  const { rows } = await sql<OfferedTime>`select id, service, appointment, day, at, minutes, places, taken from appointments.time
    where council_id = ${bound} and service = ${service} and appointment = ${appointment} and day between ${from} and ${to}
      and (day > ${from} or at > ${after}) and taken < places and not is_closed order by day, at limit ${most}`.execute(tx)
  return rows
}

/** Times from a day on, first to last. */
export async function timesFrom(
  tx: Db,
  { service, appointment }: Diary,
  { from, most }: { from: string; most: number },
): Promise<readonly FilledTime[]> {
  const { rows } = await sql<FilledTime>`select id, service, appointment, day, at, minutes, places, taken, is_closed as "isClosed",
      coalesce((select jsonb_agg(jsonb_build_object('id', case_id, 'reference', reference) order by reference)
        from appointments.place p where p.council_id = ${bound} and p.time_id = t.id), '[]') as cases
    from appointments.time t where council_id = ${bound} and service = ${service} and appointment = ${appointment} and day >= ${from}
      and not (is_closed and taken = 0)
    order by day, at limit ${most}`.execute(tx)
  return rows
}

/** A place of a case. */
export type Place = { readonly caseId: string; readonly reference: string; readonly appointment: string }

/** Takes a place, in exchange for the one the case had. @throws NoRoom when the last one is gone; the transaction is then lost */
export async function takePlace(tx: Db, { caseId, reference, appointment, timeId }: Place & { readonly timeId: string }): Promise<void> {
  try {
    await sql`insert into appointments.place (council_id, case_id, appointment, time_id, reference)
      values (${bound}, ${caseId}, ${appointment}, ${timeId}, ${reference})
      on conflict (council_id, case_id, appointment) do update set time_id = excluded.time_id`.execute(tx)
  } catch (error) {
    throw isNoRoom(error) ? new NoRoom() : error
  }
  // Only now: the row of the time is locked since the place was counted, so that nobody closes it meanwhile.
  const { rows } = await sql`select from appointments.time where council_id = ${bound} and id = ${timeId} and is_closed`.execute(tx)
  if (rows.length > 0) throw new NoRoom()
}

/** Gives a place back, or all of a case; nothing happens when it has none. */
export async function leavePlace(tx: Db, { caseId, appointment }: { caseId: string; appointment?: string | undefined }): Promise<void> {
  const all = tables(tx).deleteFrom('appointments.place').where('council_id', '=', bound).where('case_id', '=', caseId)
  await (appointment === undefined ? all : all.where('appointment', '=', appointment)).execute()
}

/** The database’s own guards: no place is left, or the time itself is gone. */
function isNoRoom(error: unknown): boolean {
  const state = sqlStateOf(error)
  return state === '23514' || state === '23503'
}

/** The times, made again by `folkmoot rebuild`. Those that somebody has booked are kept and brought up to date: places lean on them. */
export const timesProjection: Projection = {
  name: 'appointments.times',
  streams: 'times/',
  clear: async (tx) => {
    await tables(tx).deleteFrom('appointments.time').where('council_id', '=', bound).where('taken', '=', 0).execute()
  },
  apply: async (tx, facts) => {
    const streams = [...Map.groupBy(facts, ({ stream }) => stream)]
    for (const [stream, own] of streams) await putTimes(tx, timesAfter(diaryOf(stream), own))
  },
  forget: async () => undefined,
}

async function putTimes(tx: Db, times: readonly KnownTime[]): Promise<void> {
  await sql`insert into appointments.time (council_id, id, service, appointment, day, at, minutes, places, is_closed)
    select ${bound}, t.id, t.service, t.appointment, t.day, t.at, t.minutes, t.places, t."isClosed"
    from jsonb_to_recordset(${JSON.stringify(times)}::jsonb)
      as t(id uuid, service text, appointment text, day date, at text, minutes int, places int, "isClosed" boolean)
    on conflict (council_id, service, appointment, day, at)
      do update set minutes = excluded.minutes, places = excluded.places, is_closed = excluded.is_closed`.execute(tx)
}

/** Empties the places, to be put again by whoever knows who has booked what. */
export async function clearPlaces(tx: Db): Promise<void> {
  await tables(tx).deleteFrom('appointments.place').where('council_id', '=', bound).execute()
}

/** Puts places that were taken before, also in times that are closed by now. One in a time that is not known is left out. */
export async function putPlaces(tx: Db, places: readonly (Place & { readonly timeId: string })[]): Promise<void> {
  if (places.length === 0) return
  await sql`insert into appointments.place (council_id, case_id, appointment, time_id, reference)
    select ${bound}, p."caseId", p.appointment, p."timeId", p.reference
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p("caseId" uuid, appointment text, "timeId" uuid, reference text)
    join appointments.time t on t.council_id = ${bound} and t.id = p."timeId"`.execute(tx)
}

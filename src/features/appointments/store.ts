/** The only SQL of appointments. Every function takes a transaction bound to one council. */
import { type Db, sql } from '#store/db.ts'
import { sqlStateOf } from '#store/failure.ts'
import type { Diary, FilledTime, OfferedTime } from './domain.ts'

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

/** Adds times; one that is there already stays as it is. Answers how many are new. */
export async function addTimes(tx: Db, times: readonly Omit<OfferedTime, 'taken'>[]): Promise<number> {
  if (times.length === 0) return 0
  const { numAffectedRows } = await sql`insert into appointments.time (council_id, id, service, appointment, day, at, minutes, places)
    select ${bound}, t.* from jsonb_to_recordset(${JSON.stringify(times)}::jsonb)
      as t(id uuid, service text, appointment text, day date, at text, minutes int, places int) on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Takes a time away that nobody has booked; one that somebody has takes no more. Undefined when there is none of that id. */
export async function withdrawTime(tx: Db, { service, appointment }: Diary, id: string): Promise<OfferedTime | undefined> {
  const found = await findTime(tx, id)
  if (found?.service !== service || found.appointment !== appointment) return undefined
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('appointments.time')
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .where('taken', '=', 0)
    .executeTakeFirst()
  if (numDeletedRows === 0n) await sql`update appointments.time set places = taken where council_id = ${bound} and id = ${id}`.execute(tx)
  return found
}

export async function findTime(tx: Db, id: string): Promise<OfferedTime | undefined> {
  return await tables(tx)
    .selectFrom('appointments.time')
    .select(columns)
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Days from the first up to and with the last; `after` is an hour of the first day, before which it is too late. */
export type Range = Diary & { readonly from: string; readonly to: string; readonly after?: string | undefined; readonly most: number }

/** Times with a place left, first to last. */
export async function freeTimes(tx: Db, { service, appointment, from, to, after = '', most }: Range): Promise<readonly OfferedTime[]> {
  const { rows } = await sql<OfferedTime>`select id, service, appointment, day, at, minutes, places, taken from appointments.time
    where council_id = ${bound} and service = ${service} and appointment = ${appointment} and day between ${from} and ${to}
      and (day > ${from} or at > ${after}) and taken < places order by day, at limit ${most}`.execute(tx)
  return rows
}

/** Times from a day on, first to last. */
export async function timesFrom(
  tx: Db,
  { service, appointment }: Diary,
  { from, most }: { from: string; most: number },
): Promise<readonly FilledTime[]> {
  const { rows } = await sql<FilledTime>`select id, service, appointment, day, at, minutes, places, taken,
      coalesce((select jsonb_agg(jsonb_build_object('id', case_id, 'reference', reference) order by reference)
        from appointments.place p where p.council_id = ${bound} and p.time_id = t.id), '[]') as cases
    from appointments.time t where council_id = ${bound} and service = ${service} and appointment = ${appointment} and day >= ${from}
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

/** The single place where times of an appointment are found, booked, changed and cancelled for a case. */
import type { Appointment } from '#core/definition/model/casework.ts'
import { addDuration, parseDuration } from '#core/value/duration.ts'
import { findTime, freeTimes, leavePlace, NoRoom, takePlace, type OfferedTime } from '#features/appointments/index.ts'
import { timeInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { type BookedTime, type Case, type Deed, firstDay, nationOf, showReference } from '../domain/index.ts'
import type { Moment, Opened } from './opened.ts'

export { NoRoom }

const mostTimes = 60

/** The times that can be booked now, first to last. */
export function timesFor(council: Council, opened: Opened, { declared, at, today }: Moment & { readonly declared: Appointment }) {
  const range = rangeOf(council, declared, { at, today })
  const diary = { service: opened.current.service, appointment: declared.id }
  return council.store.transaction((tx) => freeTimes(tx, { ...diary, ...range, most: mostTimes }))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The time of this id as a booking, when it is one of those that can be booked now. Whether a place is left shows when it is taken. */
export async function bookableTime(
  council: Council,
  opened: Opened,
  { declared, slot, ...moment }: Moment & { readonly declared: Appointment; readonly slot: string },
): Promise<BookedTime | undefined> {
  const found = uuid.test(slot) ? await council.store.transaction((tx) => findTime(tx, slot)) : undefined
  if (!found || found.service !== opened.current.service || found.appointment !== declared.id) return undefined
  const { id, day, at, minutes } = found
  return isWithin(found, rangeOf(council, declared, moment)) ? { appointment: declared.id, slot: id, day, at, minutes } : undefined
}

export function findAppointment({ prepared }: Opened, id: string): Appointment | undefined {
  return prepared.definition.service.casework.appointments?.find((one) => one.id === id)
}

type Range = { readonly from: string; readonly to: string; readonly after: string | undefined }

/** From when the notice is over until as far ahead as the service lets people book; on the day itself not what is past. */
function rangeOf({ settings }: Council, { notice, ahead }: Appointment, { at, today }: Moment): Range {
  const nation = nationOf(settings['bank-holidays'])
  const from = firstDay(notice, { today, nation })
  const duration = parseDuration(ahead)
  return {
    from,
    to: (duration && addDuration(today, duration, nation)) ?? today,
    after: from === today ? timeInLondon(new Date(at)) : undefined,
  }
}

function isWithin({ day, at }: OfferedTime, { from, to, after = '' }: Range): boolean {
  return day >= from && day <= to && (day > from || at > after)
}

/** What a deed changes in the diary, in the commit of its facts: a place taken, given back, or all given back when the case ends early. */
export function diaryChange({ id, reference, booked }: Case, deed: Deed): ((tx: Db) => Promise<void>) | undefined {
  if (deed.do === 'book')
    return (tx) =>
      takePlace(tx, { caseId: id, reference: showReference(reference), appointment: deed.time.appointment, timeId: deed.time.slot })
  if (deed.do === 'unbook') return (tx) => leavePlace(tx, { caseId: id, appointment: deed.appointment })
  return deed.do === 'withdraw' && booked.length > 0 ? (tx) => leavePlace(tx, { caseId: id }) : undefined
}

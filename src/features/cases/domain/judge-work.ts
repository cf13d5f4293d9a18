/** The single place where deeds about tasks, appointments and renewal are judged. Who may do them is for `policy.ts`. */
import { addDuration, parseDuration } from '#core/value/duration.ts'
import { findBooking } from './appointment.ts'
import { agreedOn, flawOf, type Judge } from './agreed.ts'
import type { Case } from './case.ts'
import type { Doing, Refusal } from './deed.ts'
import { findTask, type TaskPlace } from './task.ts'

type WorkJudges = {
  readonly [Name in 'give' | 'finish-task' | 'hand-back' | 'call-off' | 'book' | 'unbook' | 'miss' | 'renew']: Judge<Name>
}

export const workJudges: WorkJudges = {
  give: (current, { task }, { casework, isApplicable }) => {
    const found = casework.tasks?.find(({ id }) => id === task)
    if (!found) return { refused: 'no-such-task' }
    if (current.closedAt !== undefined) return { refused: 'closed' }
    const earlier = current.tasks.filter((mark) => mark.task === task)
    if (earlier.some(({ state }) => state === 'open') || !(found.offered || earlier.length > 0)) return { refused: 'not-now' }
    if (!isApplicable('tasks', task)) return { refused: 'not-now' }
    return { ...agreedOn({ kind: 'task-given', data: {} }), gives: task }
  },
  'finish-task': (current, { place, answers }) => {
    const flaw = openFlaw(current, place)
    return flaw ?? { events: [{ event: { kind: 'task-done', data: { ...place } }, answers }] }
  },
  'hand-back': (current, { place, text }) =>
    openFlaw(current, place) ?? flawOf(text) ?? agreedOn({ kind: 'task-handed-back', data: { ...place } }, text),
  'call-off': (current, { place, text }) =>
    openFlaw(current, place) ?? flawOf(text) ?? agreedOn({ kind: 'task-called-off', data: { ...place } }, text),
  book: (current, { time }, doing) => {
    if (!doing.casework.appointments?.some(({ id }) => id === time.appointment)) return { refused: 'no-such-appointment' }
    if (current.closedAt !== undefined) return { refused: 'closed' }
    if (!doing.isApplicable('appointments', time.appointment)) return { refused: 'not-now' }
    const before = findBooking(current.booked, time.appointment)
    if (before && isTooLate(before.day, time.appointment, doing)) return { refused: 'too-late-to-change' }
    return { ...agreedOn({ kind: 'appointment-booked', data: { ...time } }), moment: 'booked' }
  },
  unbook: (current, { appointment }, doing) => {
    const booked = findBooking(current.booked, appointment)
    if (!booked) return { refused: 'not-booked' }
    if (isTooLate(booked.day, appointment, doing)) return { refused: 'too-late-to-change' }
    return { ...agreedOn({ kind: 'appointment-cancelled', data: { ...booked } }), moment: 'cancelled' }
  },
  miss: (current, { appointment }, { today }) => {
    const booked = findBooking(current.booked, appointment)
    if (!booked) return { refused: 'not-booked' }
    if (booked.day > today) return { refused: 'too-early-to-miss' }
    return { ...agreedOn({ kind: 'appointment-missed', data: { ...booked } }), moment: 'missed' }
  },
  renew: ({ renewal }, { by }) => {
    if (!renewal || renewal.by) return { refused: 'nothing-to-renew' }
    return agreedOn({ kind: 'renewed', data: { by } })
  },
}

function openFlaw(current: Case, place: TaskPlace): Refusal | undefined {
  const mark = findTask(current.tasks, place)
  if (!mark) return { refused: 'no-such-task' }
  return mark.state === 'open' ? undefined : { refused: 'task-not-open' }
}

/** The first day that can still be booked: the notice is over by then. */
export function firstDay(notice: string, { today, nation }: Pick<Doing, 'today' | 'nation'>): string {
  const duration = parseDuration(notice)
  return (duration && addDuration(today, duration, nation)) ?? today
}

/** Staff may change what they were told of in time; a resident only before the notice begins. */
function isTooLate(day: string, appointment: string, doing: Doing): boolean {
  const notice = doing.casework.appointments?.find(({ id }) => id === appointment)?.notice ?? 'P0D'
  return doing.isOwn && day < firstDay(notice, doing)
}

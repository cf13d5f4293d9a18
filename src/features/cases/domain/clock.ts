/** The single place where clocks start, pause, go on and stop. Days are counted with the council's own bank holidays. */
import type { Clock, Moment } from '#core/definition/model/casework.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import { addDays, daysBetween } from '#core/value/calendar-date.ts'
import { addDuration, parseDuration } from '#core/value/duration.ts'
import { addWorkingDays, workingDaysBetween } from '#core/value/working-days.ts'
import type { ClockMark } from './fact.ts'

/** What counting days depends on: today, whose bank holidays, and whether the council waits for the resident after this moment. */
export type Day = { readonly today: string; readonly nation: Nation; readonly isWaiting: boolean }

/** A moment that passes on such a day. */
export type Passing = Day & { readonly moment: Moment }

/** The jurisdiction whose bank holidays a council keeps, from its settings. */
export function nationOf(setting: 'england-and-wales' | 'scotland' | 'northern-ireland'): Nation {
  const nations = { 'england-and-wales': 'england_and_wales', scotland: 'scotland', 'northern-ireland': 'northern_ireland' } as const
  return nations[setting]
}

/**
 * Where every clock stands after a moment. Stopping wins over starting. Reopening starts again what deciding had stopped: the person is
 * owed a decision as much as at first.
 */
export function clocksAfter(clocks: readonly Clock[], marks: readonly ClockMark[], { moment, ...day }: Passing): ClockMark[] {
  return clocks.flatMap((clock) => {
    const mark = marks.find(({ id }) => id === clock.id)
    if (mark && isRunning(mark) && clock.until === moment) return [{ id: clock.id, state: 'stopped' as const, due: mark.due }]
    if (isStart(clock, mark, moment)) return [started(clock, day)]
    return mark ? [paused(clock, mark, day)] : []
  })
}

/** Every clock that still ran, stopped: the case is closed. */
export function clocksStopped(marks: readonly ClockMark[]): ClockMark[] {
  return marks.map(({ id, due, state }) => ({ id, due, state: state === 'fired' ? state : 'stopped' }))
}

/** The running clocks whose last day is over, with every clock's place after they fired. */
export function clocksFired(
  marks: readonly ClockMark[],
  today: string,
): { readonly fired: readonly string[]; readonly marks: readonly ClockMark[] } {
  const fired = marks.filter((mark) => mark.state === 'running' && mark.due < today).map((mark) => mark.id)
  return { fired, marks: marks.map((mark) => (fired.includes(mark.id) ? { ...mark, state: 'fired' } : mark)) }
}

function isStart(clock: Clock, mark: ClockMark | undefined, moment: Moment): boolean {
  if (clock.from === moment) return true
  return moment === 'reopened' && mark?.state === 'stopped' && clock.until === 'decided'
}

function isRunning(mark: ClockMark): boolean {
  return mark.state !== 'stopped'
}

function started(clock: Clock, { today, nation }: Day): ClockMark {
  const duration = parseDuration(clock.within)
  return { id: clock.id, state: 'running', due: (duration && addDuration(today, duration, nation)) ?? today }
}

/** A clock that pauses stands still while the council waits, and goes on with what was left. */
function paused(clock: Clock, mark: ClockMark, { today, nation, isWaiting }: Day): ClockMark {
  if (!clock.pauses) return mark
  const inWorkingDays = clock.within.endsWith('WD')
  if (isWaiting && mark.state === 'running') {
    const left = inWorkingDays ? (workingDaysBetween(today, mark.due, nation) ?? 0) : daysBetween(today, mark.due)
    return { id: mark.id, state: 'paused', due: mark.due, left: Math.max(0, left) }
  }
  if (isWaiting || mark.state !== 'paused') return mark
  const due = inWorkingDays ? addWorkingDays(today, mark.left ?? 0, nation) : addDays(today, mark.left ?? 0)
  return { id: mark.id, state: 'running', due: due ?? today }
}

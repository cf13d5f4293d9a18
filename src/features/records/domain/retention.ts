/**
 * The single place for when something about a person is to go. UK GDPR, article 5(1)(e): not kept longer than necessary.
 *
 * The rule: the time is counted from the day of the event in the United Kingdom, and ends on the corresponding date (the same day of the
 * month, else its last day), so many days, or so many working days later. On that day it goes. An event that has not happened yet starts no
 * time, but for two: a case closed without a decision counts as decided on that day, and a decided case nobody closed as closed when it was
 * decided, so that nothing is kept for ever because a button was not pressed.
 */
import type { Retention } from '#core/definition/model/service.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import { addDays, addMonths } from '#core/value/calendar-date.ts'
import { addDuration, parseDuration } from '#core/value/duration.ts'

/** The days on which what retention is counted from happened, `YYYY-MM-DD`. */
export type Milestones = { readonly submitted: string; readonly decided?: string; readonly closed?: string }

/** The day it goes; `undefined` while no time runs. */
export function disposalDate({ keep, from }: Pick<Retention, 'keep' | 'from'>, on: Milestones, nation: Nation): string | undefined {
  const start = startOf(from, on)
  const length = parseDuration(keep)
  return start === undefined || length === undefined ? undefined : addDuration(start, length, nation)
}

function startOf(from: Retention['from'], { submitted, decided, closed }: Milestones): string | undefined {
  if (from === 'submitted') return submitted
  return from === 'decided' ? (decided ?? closed) : (closed ?? decided)
}

/** Ends of months differ by up to three days, so that much more is looked at than can be due. */
const SLACK_DAYS = 4

/** Nothing that began after this day can be due today; what began before may be. `undefined` when nothing can. */
export function latestStart(keep: string, today: string): string | undefined {
  const length = parseDuration(keep)
  if (length === undefined) return undefined
  const start = length.unit === 'months' ? addMonths(today, 0 - length.count) : addDays(today, 0 - length.count)
  return start === undefined ? undefined : addDays(start, SLACK_DAYS)
}

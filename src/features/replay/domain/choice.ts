/** The single place for what can be chosen of a trial: from which day on cases are taken, and what figures are split by. Pure. */
import type { SplitBy } from '#core/replay/index.ts'
import { dateFrom } from '#core/value/calendar-date.ts'

/** `since` is `YYYY-MM-DD`. */
export type Choice = { readonly since: string; readonly splits: readonly SplitBy[] }

/** A form as it was posted. */
export type Posted = { readonly get: (name: string) => string; readonly all: (name: string) => readonly string[] }

/** What was chosen, or that the day is none that has been. */
export function readChoice(
  posted: Posted,
  { offered, today }: { readonly offered: readonly SplitBy[]; readonly today: string },
): Choice | { readonly fault: 'day' } {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => posted.get(`since-${part}`).trim())
  const isWritten = [year, month, day].every((part) => /^\d{1,4}$/.test(part ?? ''))
  const since = isWritten ? dateFrom({ year: Number(year), month: Number(month), day: Number(day) }) : undefined
  if (since === undefined || since > today) return { fault: 'day' }
  const wanted = posted.all('split')
  return { since, splits: offered.filter((by) => wanted.includes(by)) }
}

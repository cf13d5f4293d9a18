/** The single place for lengths of time as a definition writes them: `P6Y`, `P3M`, `P2W`, `P10D` (ISO 8601) and `P10WD` for working days. */
import { addDays, addMonths } from './calendar-date.ts'
import type { Nation } from './bank-holidays.ts'
import { addWorkingDays } from './working-days.ts'

/** A length of time. Years are twelve months and weeks seven days; months and days never mix, since a month has no fixed length. */
export type Duration = { readonly unit: 'days' | 'months' | 'working-days'; readonly count: number }

/** The length a text says, or `undefined` when it is not one. */
export function parseDuration(text: string): Duration | undefined {
  const [, years, months, weeks, days, workingDays] =
    /^P(?:(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?|(\d{1,4})W|(\d{1,5})D|(\d{1,4})WD)$/.exec(text) ?? []
  if (years !== undefined || months !== undefined) return { unit: 'months', count: Number(years ?? 0) * 12 + Number(months ?? 0) }
  if (weeks !== undefined) return { unit: 'days', count: Number(weeks) * 7 }
  if (days !== undefined) return { unit: 'days', count: Number(days) }
  return workingDays === undefined ? undefined : { unit: 'working-days', count: Number(workingDays) }
}

/** The date a length after another; working days count by the nation's bank holidays. `undefined` outside the years 0001 to 9999. */
export function addDuration(date: string, duration: Duration, nation: Nation): string | undefined {
  if (duration.unit === 'months') return addMonths(date, duration.count)
  if (duration.unit === 'days') return addDays(date, duration.count)
  return addWorkingDays(date, duration.count, nation)
}

/** The single place for calendar months: `YYYY-MM` text, years 0001 to 9999. */
import { daysInMonth } from './calendar-date.ts'

/** The month a text says in the form `YYYY-MM`, or `undefined` when it is not one. */
export function parseMonth(text: string): string | undefined {
  if (!/^\d{4}-\d{2}$/.test(text) || text.startsWith('0000')) return undefined
  const month = Number(text.slice(5))
  return month >= 1 && month <= 12 ? text : undefined
}

/** The month a date lies in. */
export function monthOfDate(date: string): string {
  return date.slice(0, 7)
}

/** The first day of a month. */
export function firstDayOf(month: string): string {
  return `${month}-01`
}

/** The last day of a month. */
export function lastDayOf(month: string): string {
  return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}

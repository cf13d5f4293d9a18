/** The single place for dates without a time: `YYYY-MM-DD` text, years 0001 to 9999, proleptic Gregorian calendar. */

/** A date taken apart; `month` and `day` count from 1. */
export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

const ZERO = '0'.charCodeAt(0)
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** The number of days in a month, counted from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0)
}

/** The date with these parts, or `undefined` when there is no such day. */
export function dateFrom(parts: DateParts): string | undefined {
  return isDay(parts) ? written(parts) : undefined
}

function isDay({ year, month, day }: DateParts): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The date a text says in the form `YYYY-MM-DD`, or `undefined` when it is not one. */
export function parseDate(text: string): string | undefined {
  return isDate(text) ? text : undefined
}

/** Whether a text is a date in the form `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(partsOf(text))
}

/** The parts of a date. The text must be a date. */
export function partsOf(date: string): DateParts {
  return { year: digitsAt(date, 0) * 100 + digitsAt(date, 2), month: digitsAt(date, 5), day: digitsAt(date, 8) }
}

/** The two digits at a place of a date, as a number: rules ask it too often to cut a text out for it. */
export function digitsAt(date: string, at: number): number {
  return (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO
}

/** The date so many days later (earlier when negative); `undefined` outside the years 0001 to 9999. */
export function addDays(date: string, days: number): string | undefined {
  return dateOfDay(dayNumber(date) + days)
}

/**
 * The date so many calendar months later: the same day of the month, or the last day where that month has no such day
 * (the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027). `undefined` outside the years 0001 to 9999.
 */
export function addMonths(date: string, months: number): string | undefined {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const parts = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
  return dateFrom({ ...parts, day: Math.min(day, daysInMonth(parts.year, parts.month)) })
}

/** The days from one date to another, negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The complete calendar months from one date to another, negative when the other is earlier. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return 0 - monthsBetween(to, from)
  const a = partsOf(from)
  const b = partsOf(to)
  const count = (b.year - a.year) * 12 + b.month - a.month
  const reached = addMonths(from, count)
  return reached !== undefined && reached > to ? count - 1 : count
}

/** The day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** Days since 1 January 1970. The method is Howard Hinnant's days_from_civil: years begin in March so that leap days come last. */
export function dayNumber(date: string): number {
  const { year, month, day } = partsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The date of a day number (see `dayNumber`); `undefined` outside the years 0001 to 9999. */
export function dateOfDay(number: number): string | undefined {
  if (!Number.isSafeInteger(number)) return undefined
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return dateFrom({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day })
}

function written({ year, month, day }: DateParts): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

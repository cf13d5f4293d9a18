/** The single place for ages. */
import { addMonths, digitsAt, isLeapYear, partsOf } from './calendar-date.ts'

/**
 * The age in whole years on a day, attained as the relevant anniversary of the birth begins (Family Law Reform Act 1969, section 9(1),
 * for England and Wales; Age of Legal Capacity (Scotland) Act 1991, section 6(1); Age of Majority Act (Northern Ireland) 1969, section 5).
 * A person born on 29 February attains it on 1 March in a year without that day: section 6(2) of the Scottish Act says so, and it is
 * the customary reading elsewhere. `undefined` for a day before the birth.
 */
export function ageOn(birth: string, day: string): number | undefined {
  if (day < birth) return undefined
  return ageFrom(digitsOf(birth), digitsOf(day))
}

/** The same from the digits of both dates; the day is not before the birth. */
export function ageFrom(birth: number, day: number): number {
  return Math.floor((day - birth) / 10_000)
}

/** The digits of a date as one number, 20261123: the last four are less before the birthday than from it on. */
export function digitsOf(date: string): number {
  return digitsAt(date, 0) * 1_000_000 + digitsAt(date, 2) * 10_000 + digitsAt(date, 5) * 100 + digitsAt(date, 8)
}

/** The first day on which a person has an age of so many years. `undefined` beyond the year 9999. */
export function dayOfAge(birth: string, years: number): string | undefined {
  const { year, month, day } = partsOf(birth)
  if (month === 2 && day === 29 && !isLeapYear(year + years)) return addMonths(`${birth.slice(0, 5)}03-01`, years * 12)
  return addMonths(birth, years * 12)
}

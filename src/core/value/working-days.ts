/** The single place for working days: Monday to Friday, but for the bank holidays of a nation. */
import { isBankHoliday, type Nation } from './bank-holidays.ts'
import { addDays, dateOfDay, dayNumber, weekdayOf } from './calendar-date.ts'

/** The longest stretch that is counted, a hundred years: a longer one is a mistake and would take long to count. */
const LONGEST = 36_525

/** Whether a date is a working day there. */
export function isWorkingDay(date: string, nation: Nation): boolean {
  return weekdayOf(date) <= 5 && !isBankHoliday(date, nation)
}

/**
 * The date so many working days after another, not counting the first day itself; earlier when negative. With nothing to add, the day
 * itself or the next working day. `undefined` beyond a hundred years or the years 0001 to 9999.
 */
export function addWorkingDays(date: string, count: number, nation: Nation): string | undefined {
  if (Math.abs(count) > LONGEST) return undefined
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  let day: string | undefined = date
  while (day !== undefined && (left > 0 || !isWorkingDay(day, nation))) {
    day = addDays(day, step)
    if (day !== undefined && left > 0 && isWorkingDay(day, nation)) left -= 1
  }
  return day
}

/** The working days after one date up to and with another; negative when the other is earlier. `undefined` beyond a hundred years. */
export function workingDaysBetween(from: string, to: string, nation: Nation): number | undefined {
  if (to < from) {
    const count = workingDaysBetween(to, from, nation)
    return count === undefined ? undefined : 0 - count
  }
  const first = dayNumber(from)
  const last = dayNumber(to)
  if (last - first > LONGEST) return undefined
  let count = 0
  for (let day = first + 1; day <= last; day += 1) if (isWorkingDay(dateOfDay(day) ?? to, nation)) count += 1
  return count
}

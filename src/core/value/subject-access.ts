/**
 * The single place for how long a council has to answer somebody who asks what is held about them, or to have it erased: UK GDPR,
 * article 12(3), counted as the Information Commissioner's guidance on the right of access says.
 */
import type { Nation } from './bank-holidays.ts'
import { addMonths } from './calendar-date.ts'
import { addWorkingDays } from './working-days.ts'

/**
 * The last day to answer a request received on this day: the corresponding date of the next month, or its last day where it has no such date;
 * when that is no working day, the next one. By the same day a person is told that more time is needed. `undefined` beyond the year 9999.
 */
export function subjectAccessDue(received: string, nation: Nation): string | undefined {
  return monthsLater(received, 1, nation)
}

/** The last day when the request is complex or one of many: three months from receipt, by the same rule. */
export function subjectAccessExtended(received: string, nation: Nation): string | undefined {
  return monthsLater(received, 3, nation)
}

function monthsLater(received: string, months: number, nation: Nation): string | undefined {
  const day = addMonths(received, months)
  return day === undefined ? undefined : addWorkingDays(day, 0, nation)
}

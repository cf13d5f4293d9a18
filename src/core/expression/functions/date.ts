/** The single place for functions over dates, ages and working days. */
import { ageOn } from '#core/value/age.ts'
import { isBankHoliday, isNation, type Nation } from '#core/value/bank-holidays.ts'
import { monthsBetween, parseDate, partsOf, weekdayOf } from '#core/value/calendar-date.ts'
import { firstDayOf, lastDayOf, monthOfDate } from '#core/value/calendar-month.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#core/value/working-days.ts'
import type { Known } from '../value.ts'
import {
  BANK_HOLIDAYS,
  BOOL,
  DATE,
  DAYS,
  type FunctionEntry,
  INT,
  MONTHS,
  numberAt,
  orOverflow,
  type Refused,
  type Signature,
  TEXT,
  textAt,
} from './function.ts'

const NUMBER_OF_DATE: readonly Signature[] = [{ takes: [DATE], gives: INT }]

const MAKING: readonly FunctionEntry[] = [
  {
    name: 'date',
    signatures: [{ takes: [TEXT], gives: DATE }],
    says: 'A date, written out.',
    example: 'date("2026-04-01")',
    literal: { at: 0, fault: (text) => (parseDate(text) === undefined ? `"${text}" is not a date such as "2026-04-01"` : undefined) },
    run: (given) => orOverflow(parseDate(textAt(given, 0))),
  },
  {
    name: 'days',
    signatures: [{ takes: [INT], gives: DAYS }],
    says: 'A length of so many days, to add to a date or compare with the days between two dates.',
    example: 'today - moved_in <= days(21)',
    run: (given) => numberAt(given, 0),
  },
  {
    name: 'months',
    signatures: [{ takes: [INT], gives: MONTHS }],
    says: 'A length of so many calendar months. A month after 31 January is the last day of February.',
    example: 'moved_in + months(3)',
    run: (given) => numberAt(given, 0),
  },
  {
    name: 'count',
    signatures: [
      { takes: [DAYS], gives: INT },
      { takes: [MONTHS], gives: INT },
    ],
    says: 'The number of days or months in a length.',
    example: 'count(today - moved_in)',
    run: (given) => numberAt(given, 0),
  },
]

const READING: readonly FunctionEntry[] = [
  {
    name: 'ageOn',
    signatures: [{ takes: [DATE, DATE], gives: INT }],
    says: 'The age in whole years of a person with the first date of birth on the second date, attained as the birthday begins; on 1 March for a person born on 29 February in a year without that day. A second date before the first is a fault.',
    example: 'ageOn(date_of_birth, today)',
    run: (given) => ageOn(textAt(given, 0), textAt(given, 1)) ?? { refused: 'before-birth' },
  },
  {
    name: 'monthsBetween',
    signatures: [{ takes: [DATE, DATE], gives: INT }],
    says: 'The complete calendar months from the first date to the second; negative when the second is earlier.',
    example: 'monthsBetween(moved_in, today)',
    run: (given) => monthsBetween(textAt(given, 0), textAt(given, 1)),
  },
  {
    name: 'yearOf',
    signatures: NUMBER_OF_DATE,
    says: 'The year of a date.',
    example: 'yearOf(today)',
    run: (given) => partsOf(textAt(given, 0)).year,
  },
  {
    name: 'monthOf',
    signatures: NUMBER_OF_DATE,
    says: 'The month of a date, from 1.',
    example: 'monthOf(today)',
    run: (given) => partsOf(textAt(given, 0)).month,
  },
  {
    name: 'dayOf',
    signatures: NUMBER_OF_DATE,
    says: 'The day of the month.',
    example: 'dayOf(today)',
    run: (given) => partsOf(textAt(given, 0)).day,
  },
  {
    name: 'weekdayOf',
    signatures: NUMBER_OF_DATE,
    says: 'The day of the week, 1 for Monday to 7 for Sunday.',
    example: 'weekdayOf(collection) <= 5',
    run: (given) => weekdayOf(textAt(given, 0)),
  },
  {
    name: 'firstOfMonth',
    signatures: [{ takes: [DATE], gives: DATE }],
    says: 'The first day of the month of a date.',
    example: 'firstOfMonth(today)',
    run: (given) => firstDayOf(monthOfDate(textAt(given, 0))),
  },
  {
    name: 'lastOfMonth',
    signatures: [{ takes: [DATE], gives: DATE }],
    says: 'The last day of the month of a date.',
    example: 'lastOfMonth(today)',
    run: (given) => lastDayOf(monthOfDate(textAt(given, 0))),
  },
]

const WORKING: readonly FunctionEntry[] = [
  {
    name: 'isBankHoliday',
    signatures: [{ takes: [DATE, BANK_HOLIDAYS], gives: BOOL }],
    says: 'Whether a date is a bank or public holiday there.',
    example: 'isBankHoliday(collection, bank_holidays.scotland)',
    run: (given) => inNation(given, 1, (nation) => isBankHoliday(textAt(given, 0), nation)),
  },
  {
    name: 'isWorkingDay',
    signatures: [{ takes: [DATE, BANK_HOLIDAYS], gives: BOOL }],
    says: 'Whether a date is a weekday that is no bank holiday there.',
    example: 'isWorkingDay(collection, bank_holidays.england_and_wales)',
    run: (given) => inNation(given, 1, (nation) => isWorkingDay(textAt(given, 0), nation)),
  },
  {
    name: 'addWorkingDays',
    signatures: [{ takes: [DATE, INT, BANK_HOLIDAYS], gives: DATE }],
    says: 'The date so many working days later, not counting the first day.',
    example: 'addWorkingDays(today, 10, bank_holidays.england_and_wales)',
    run: (given) => inNation(given, 2, (nation) => addWorkingDays(textAt(given, 0), numberAt(given, 1), nation)),
  },
  {
    name: 'workingDaysBetween',
    signatures: [{ takes: [DATE, DATE, BANK_HOLIDAYS], gives: INT }],
    says: 'The working days after the first date up to and with the second.',
    example: 'workingDaysBetween(today, event_day, bank_holidays.northern_ireland) >= 5',
    run: (given) => inNation(given, 2, (nation) => workingDaysBetween(textAt(given, 0), textAt(given, 1), nation)),
  },
]

export const DATE_FUNCTIONS: readonly FunctionEntry[] = [...MAKING, ...READING, ...WORKING]

function inNation(given: readonly Known[], at: number, run: (nation: Nation) => Known | undefined): Known | Refused {
  const nation = textAt(given, at)
  return isNation(nation) ? orOverflow(run(nation)) : { refused: 'wrong-type' }
}

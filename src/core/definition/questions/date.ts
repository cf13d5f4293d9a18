/** The single place for calendar dates, kept as `YYYY-MM-DD`. */
import { parseDate, partsOf } from '#core/value/calendar-date.ts'
import { formatDate } from '#core/value/date-words.ts'
import { readDateParts, readDateText } from './date-parts.ts'
import { kindOf, type Reading } from './question.ts'
import { answered, flawed, isNothing, isText, nothing, oneLine } from './reading.ts'

export const date = kindOf<'date', string>('date', {
  read: (_, fields, name) => {
    const typed = { day: oneLine(fields, `${name}-day`), month: oneLine(fields, `${name}-month`), year: oneLine(fields, `${name}-year`) }
    const whole = oneLine(fields, name)
    if (`${typed.day}${typed.month}${typed.year}` !== '') return readingOf(readDateParts(typed))
    return whole === '' ? nothing : readingOf(readDateText(whole))
  },
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    return isText(value) ? readingOf(readDateText(value)) : flawed('not-a-date')
  },
  holds: (value): value is string => isText(value) && parseDate(value) !== undefined,
  flaws: () => [],
  fields: (answer, name) => {
    const { day, month, year } = partsOf(answer)
    return { [`${name}-day`]: [String(day)], [`${name}-month`]: [String(month)], [`${name}-year`]: [String(year).padStart(4, '0')] }
  },
  show: (answer, { language }) => formatDate(answer, language),
  type: () => ({ kind: 'date' }),
  value: (answer) => answer,
})

function readingOf(read: ReturnType<typeof readDateText>): Reading<string> {
  if (read.iso !== undefined) return answered(read.iso)
  return { flaws: read.flaw === undefined ? [] : [read.flaw] }
}

/** The single place for a month of a year, kept as `YYYY-MM`; expressions see its first day. */
import { firstDayOf, parseMonth } from '#core/value/calendar-month.ts'
import { formatMonth } from '#core/value/date-words.ts'
import { monthOf, wholeOf } from './date-parts.ts'
import { kindOf, type Reading } from './question.ts'
import { answered, asLine, flawed, isNothing, isText, nothing, oneLine } from './reading.ts'

export const month = kindOf<'month', string>('month', {
  read: (_, fields, name) => {
    const [typedMonth, typedYear] = [oneLine(fields, `${name}-month`), oneLine(fields, `${name}-year`)]
    const whole = oneLine(fields, name)
    if (`${typedMonth}${typedYear}` === '') return whole === '' ? nothing : readMonthText(whole)
    return readMonth(typedMonth, typedYear)
  },
  fromFile: (_, value) => {
    if (isNothing(value)) return nothing
    return isText(value) ? readMonthText(asLine(value)) : flawed('not-a-month')
  },
  holds: (value): value is string => isText(value) && parseMonth(value) !== undefined,
  flaws: () => [],
  fields: (answer, name) => ({ [`${name}-month`]: [String(Number(answer.slice(5)))], [`${name}-year`]: [answer.slice(0, 4)] }),
  show: (answer, { language }) => formatMonth(answer, language),
  type: () => ({ kind: 'date' }),
  value: (answer) => firstDayOf(answer),
})

function readMonthText(line: string): Reading<string> {
  const iso = parseMonth(line)
  if (iso !== undefined) return answered(iso)
  const [, typedMonth = '', typedYear = ''] = /^(\S+)[\s/-]+(\d+)$/.exec(line) ?? []
  return typedMonth === '' ? flawed('not-a-month') : readMonth(typedMonth, typedYear)
}

function readMonth(typedMonth: string, typedYear: string): Reading<string> {
  const missing = typedMonth === '' ? 'month' : typedYear === '' ? 'year' : undefined
  if (missing !== undefined) return flawed('date-incomplete', { part: missing, values: { missing } })
  const [number, year] = [monthOf(typedMonth), wholeOf(typedYear)]
  if (number === undefined || year === undefined) return flawed('not-a-month', { part: number === undefined ? 'month' : 'year' })
  if (typedYear.length !== 4) return flawed('year-not-four-digits', { part: 'year' })
  const iso = parseMonth(`${typedYear}-${String(number).padStart(2, '0')}`)
  return iso === undefined ? flawed('not-a-real-month', { part: 'month' }) : answered(iso)
}

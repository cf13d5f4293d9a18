/** The single place that reads days, months and years as people type them, months by number or name in English and Welsh. */
import { dateFrom, parseDate } from '#core/value/calendar-date.ts'
import type { Flaw } from '../fault.ts'
import { asLine } from './reading.ts'

export type Typed = { readonly day: string; readonly month: string; readonly year: string }
type Read = { readonly iso?: string; readonly flaw?: Flaw }

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr', 'ion'],
  ['february', 'feb', 'chwefror', 'chwef', 'chw'],
  ['march', 'mar', 'mawrth', 'maw'],
  ['april', 'apr', 'ebrill', 'ebr'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin', 'meh'],
  ['july', 'jul', 'gorffennaf', 'gorff', 'gor'],
  ['august', 'aug', 'awst'],
  ['september', 'sept', 'sep', 'medi'],
  ['october', 'oct', 'hydref', 'hyd'],
  ['november', 'nov', 'tachwedd', 'tach'],
  ['december', 'dec', 'rhagfyr', 'rhag'],
]

/** A date of its three fields, or the first thing wrong with them. GOV.UK Design System, “Date input”, says which faults are told apart. */
export function readDateParts(typed: Typed): Read {
  const parts = isWholeIn(typed.day) && typed.month === '' && typed.year === '' ? splitDate(typed.day) : typed
  const missing = (['day', 'month', 'year'] as const).find((part) => parts[part] === '')
  if (missing !== undefined) return { flaw: { code: 'date-incomplete', part: missing, values: { missing } } }
  const [day, month, year] = [wholeOf(parts.day), monthOf(parts.month), wholeOf(parts.year)]
  const wrong = day === undefined ? 'day' : month === undefined ? 'month' : year === undefined ? 'year' : undefined
  if (day === undefined || month === undefined || year === undefined) return { flaw: { code: 'not-a-date', part: wrong ?? 'day' } }
  if (parts.year.length !== 4) return { flaw: { code: 'year-not-four-digits', part: 'year' } }
  const iso = dateFrom({ day, month, year })
  if (iso !== undefined) return { iso }
  return { flaw: { code: 'not-a-real-date', part: month < 1 || month > 12 ? 'month' : year < 1 ? 'year' : 'day' } }
}

/** A date in one text: `2026-06-05`, `5/6/2026`, `5 June 2026`, `5 Mehefin 2026`. */
export function readDateText(text: string): Read {
  const line = asLine(text)
  if (/^\d{4}-/.test(line)) {
    const iso = parseDate(line)
    return iso === undefined ? { flaw: { code: /^\d{4}-\d{2}-\d{2}$/.test(line) ? 'not-a-real-date' : 'not-a-date' } } : { iso }
  }
  return isWholeIn(line) ? readDateParts(splitDate(line)) : { flaw: { code: 'not-a-date' } }
}

/** The number of a month, typed as a number or a name; undefined where it is neither. */
export function monthOf(typed: string): number | undefined {
  const name = typed.toLowerCase().replace(/\.$/, '')
  const index = monthNames.findIndex((names) => names.includes(name))
  return index === -1 ? wholeOf(typed) : index + 1
}

/** A whole number of at most six digits. */
export function wholeOf(typed: string): number | undefined {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : undefined
}

function isWholeIn(field: string): boolean {
  return /^\d{1,2}(?:st|nd|rd|th|af|il|ydd|ed|fed|eg)?[\s/.-]+[\p{L}\d]+[\s/.-]+\d+$/iu.test(field)
}

function splitDate(text: string): Typed {
  const [day = '', month = '', year = ''] = text.split(/[\s/.-]+/)
  return { day: day.replace(/\D+$/, ''), month, year }
}

/** The single place where figures, lengths of time and texts of a change are written for people. */
import { parseDate } from '../../value/calendar-date.ts'
import { formatDate } from '../../value/date-words.ts'
import { parseDuration } from '../../value/duration.ts'
import { formatMoney, parseMoney } from '../../value/money.ts'
import type { Json } from '../json.ts'
import type { Sayings } from './sayings.ts'
import type { Speech } from './speech.ts'

/** Longer texts are shown where they differ. */
const longest = 160

export function timeWritten(duration: string, say: Sayings): string {
  const length = parseDuration(duration)
  if (length === undefined) return duration
  const { unit, count } = length
  if (unit === 'months') return count % 12 === 0 && count > 0 ? say.years(count / 12) : say.months(count)
  return unit === 'days' ? say.days(count) : say.workingDays(count)
}

/** A figure of the scheme by its type. */
export function figureWritten(type: string, value: Json, { say, language }: Speech): string {
  const text = String(value)
  if (type === 'money') return moneyWritten(text)
  if (type === 'date') return parseDate(text) === undefined ? text : formatDate(text, language)
  if (type === 'days' || type === 'months') return timeWritten(text, say)
  return type === 'int' ? groupDigits(text) : say.quoted(text)
}

/** `24.00` as £24.00. */
export function moneyWritten(text: string): string {
  const pence = parseMoney(text)
  return pence === undefined ? text : formatMoney(pence)
}

export function groupDigits(text: string): string {
  return /^-?\d{4,}$/.test(text) ? text.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : text
}

/** Any value: texts in quotation marks, lists by their members, objects by their texts. */
export function valueWritten(value: Json, speech: Speech): string {
  if (typeof value === 'boolean') return value ? speech.say.yes : speech.say.no
  if (typeof value === 'number') return groupDigits(String(value))
  if (value === null) return speech.say.nothing
  if (typeof value === 'string') return speech.quoted(cut(speech.plain(value)))
  const inside = Object.values(value).map((one: Json) => (typeof one === 'string' && !Array.isArray(value) ? one : undefined))
  const texts = Array.isArray(value)
    ? value.flatMap((one) => (typeof one === 'string' ? [one] : []))
    : inside.filter((one) => one !== undefined)
  return texts.length === 0 ? speech.say.nothing : speech.say.listed(texts.map((text) => speech.quoted(cut(speech.plain(text)))))
}

/** Two texts in quotation marks; of long ones the part in which they differ. */
export function bothWritten(before: string, after: string, speech: Speech): readonly [before: string, after: string] {
  const [old, now] = [speech.plain(before).trim(), speech.plain(after).trim()]
  if (old.length <= longest && now.length <= longest) return [speech.quoted(old), speech.quoted(now)]
  const [from, to] = [old.split(/\s+/), now.split(/\s+/)]
  let start = 0
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1
  let end = 0
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  const part = (words: readonly string[]): string => {
    const [first, last] = [Math.max(0, start - 3), Math.min(words.length, words.length - end + 3)]
    return speech.quoted(cut(`${first > 0 ? '… ' : ''}${words.slice(first, last).join(' ')}${last < words.length ? ' …' : ''}`))
  }
  return [part(from), part(to)]
}

/** At the end of a word. */
function cut(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length <= longest * 2 ? line : `${line.slice(0, longest * 2).replace(/\s\S*$/, '')} …`
}

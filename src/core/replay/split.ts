/** The single place for the parts that figures of a trial are split into: what a split is by, the bands that numbers and dates fall in, and in which parts a case is. */
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import type { PastCase } from './past-case.ts'

/** What cases are split by: where they came from and how, the month, or the answer to a question. */
export type SplitBy = 'area' | 'channel' | 'month' | `answer ${string}`

/** What the ends of bands count: numbers and pence, entries of a group, or days since 1 January 1970, which months are told by as well. */
export type Banded = 'number' | 'date' | 'month'

/** The lower ends of bands, each more than the one before; what is less than the first is a band as well. */
export type Bands = { readonly of: Banded; readonly ends: readonly number[] }

/** A split with the bands it needs, if it needs any. */
export type Cut = { readonly by: SplitBy; readonly bands?: Bands }

/** What there is of a number or a day among the cases: the least, the most, and the nine values that part them into tenths. */
export type Spread = { readonly least: number; readonly most: number; readonly tenths: readonly number[] }

/** Up to so many values each are a band of their own. */
const FEW = 12
/** Days from which on bands are told by whole months, and by whole years. */
const MONTHS_FROM = 180
const YEARS_FROM = 3650

/**
 * Bands that tell something of these cases: a value each where there are few; else about five of as many cases each, their ends rounded so that they can be read,
 * and a value that a fifth of the cases share by itself. Ends stay as they are where rounding leaves none. The same for the same spread.
 */
export function bandsFrom(of: Banded, { least, most, tenths }: Spread): Bands {
  if (of === 'number' && most - least < FEW) return { of, ends: Array.from({ length: most - least + 2 }, (_, at) => least + at) }
  const shared = tenths.filter((value, at) => value === tenths[at - 1] || value === tenths[at + 1])
  const apart = tenths.filter((value, at) => at % 2 === 1 && !shared.includes(value))
  const rounded = apart.map((value) => (of === 'number' ? roundNumber(value, tenths) : roundDay(value, of, tenths)))
  const alone = shared.flatMap((value) => [value, of === 'month' ? nextMonth(value) : value + 1])
  const inOrder = (ends: readonly number[]) =>
    [...new Set(ends)].filter((end) => isWritable(of, end) && (end > least || shared.includes(end))).sort((a, b) => a - b)
  const asTheyAre = apart.map((value) => (of === 'month' ? roundDay(value, of, []) : value))
  return { of, ends: [inOrder([...rounded, ...alone]), inOrder(asTheyAre)].find((ends) => ends.length > 0) ?? [least] }
}

/** Which band a value falls in, from 0 for what is less than the first end. */
export function bandOf({ ends }: Bands, value: number): number {
  return ends.filter((end) => end <= value).length
}

/** A band as it is kept: `10..19`, `..9`, `20..`, or `7` for a value by itself; days as `2026-11-23`, months as `2026-11`. Both its ends are in it. */
export function nameOfBand({ of, ends }: Bands, band: number): string {
  const [from, next] = [ends[band - 1], ends[band]]
  const first = from === undefined ? '' : written(of, from)
  const last = next === undefined ? '' : written(of, next - 1)
  return first === last ? first : `${first}..${last}`
}

/** The names of all bands in their order. */
export function namesOfBands(bands: Bands): readonly string[] {
  return Array.from({ length: bands.ends.length + 1 }, (_, band) => nameOfBand(bands, band))
}

/** Both are in the band; undefined where it has no such end. Numbers as digits, days and months as they are written. */
export type BandEnds = { readonly from: string | undefined; readonly to: string | undefined }

/** The ends of a band by its name; undefined for a part that is none. */
export function endsOfBand(name: string): BandEnds | undefined {
  const found = /^(-?\d[\d-]*)?\.\.(-?\d[\d-]*)?$/.exec(name)
  if (found !== null) return { from: found[1], to: found[2] }
  return /^-?\d[\d-]*$/.test(name) ? { from: name, to: name } : undefined
}

/** In which parts of a split a case is: one, or one for each option it has chosen of several. Empty where nobody knows. */
export function partsOf({ by, bands }: Cut, past: PastCase): readonly string[] {
  switch (by) {
    case 'area':
      return [past.area ?? '']
    case 'channel':
      return [past.channel]
    case 'month':
      return [past.today.slice(0, 7)]
    default:
      return saidBy(past.answers[by.slice('answer '.length)], bands)
  }
}

function saidBy(answer: unknown, bands: Bands | undefined): readonly string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  if (Array.isArray(answer) && bands === undefined) {
    const chosen = answer.filter((one) => typeof one === 'string')
    return chosen.length === 0 ? [''] : chosen
  }
  const value = countedIn(answer)
  if (bands !== undefined && value !== undefined) return [nameOfBand(bands, bandOf(bands, value))]
  return [typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '']
}

/** The number that bands count an answer by. */
function countedIn(answer: unknown): number | undefined {
  if (typeof answer === 'number') return answer
  if (Array.isArray(answer)) return answer.length
  return typeof answer === 'string' ? dayNumber(answer.length === 7 ? `${answer}-01` : answer) : undefined
}

function written(of: Banded, value: number): string {
  if (of === 'number') return String(value)
  const date = dateOfDay(value) ?? ''
  return of === 'date' ? date : date.slice(0, 7)
}

/** No day follows the last of the year 9999. */
function isWritable(of: Banded, end: number): boolean {
  return of === 'number' || dateOfDay(end) !== undefined
}

/** To a step of 1, 2 or 5 with zeros, about a twentieth of where most cases are. */
function roundNumber(value: number, tenths: readonly number[]): number {
  const size = Math.max(1, reach(tenths) / 20)
  const power = 10 ** Math.floor(Math.log10(size))
  const step = [1, 2, 5].map((one) => one * power).find((one) => one >= size) ?? 10 * power
  return Math.round(value / step) * step
}

/** To the first of a year or month where the cases reach over many. */
function roundDay(day: number, of: Banded, tenths: readonly number[]): number {
  const date = dateOfDay(day) ?? ''
  if (reach(tenths) >= YEARS_FROM) return dayNumber(`${date.slice(0, 4)}-01-01`)
  return of === 'month' || reach(tenths) >= MONTHS_FROM ? dayNumber(`${date.slice(0, 7)}-01`) : day
}

function nextMonth(day: number): number {
  return dayNumber(`${(dateOfDay(day + 31) ?? '').slice(0, 7)}-01`)
}

/** From the first tenth to the last. */
function reach(tenths: readonly number[]): number {
  return (tenths.at(-1) ?? 0) - (tenths[0] ?? 0)
}

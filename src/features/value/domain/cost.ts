/** The single place where costs become the cost of one case, by channel. Pure, in exact pence: channels always add up to the whole. */
import { addDays, daysBetween, daysInMonth } from '#core/value/calendar-date.ts'
import { lastDayOf } from '#core/value/calendar-month.ts'
import { exactInteger } from '#core/value/integer.ts'
import { scale } from '#core/value/rounding.ts'
import type { Channel } from '#store/fact.ts'
import type { Confidence, CostSet, Covers, MinutesSet } from './event.ts'

/** The assumptions that hold or held, in the order they were entered. */
export type Assumptions = { readonly costs: readonly CostSet[]; readonly minutes: readonly MinutesSet[] }

/** The work of one channel in a stretch of time. */
export type Work = { readonly channel: Channel; readonly finished: number; readonly touches: number }

/** Days, both included. */
export type Stretch = { readonly from: string; readonly to: string }

export type ChannelCost = Work & {
  readonly pence: number
  /** Of work, as far as minutes are known. */
  readonly seconds: number
  /** Pence of one finished case, rounded half up; undefined when none was finished. */
  readonly each: number | undefined
}

export type Costs = {
  readonly channels: readonly ChannelCost[]
  readonly pence: number
  /** Pence that no channel could carry, since none of those meant finished anything. */
  readonly uncarried: number
  readonly finished: number
  readonly each: number | undefined
  /** The least sure of what it rests on. */
  readonly confidence: Confidence
  /** The oldest day a figure is of. */
  readonly asOf: string
  /** What the costs entered stand for. */
  readonly covers: readonly Covers[]
}

/** What must be in a full cost (Government Service Design Manual, cost per transaction). */
export const mustCover: readonly Covers[] = ['staff', 'depreciation', 'training', 'telecoms', 'vat', 'bad-debt', 'management']

/** The costs of a stretch of time; undefined when none have been entered for it. */
export function costsOf(assumptions: Assumptions, work: readonly Work[], stretch: Stretch): Costs | undefined {
  const parts = assumptions.costs.flatMap((cost, place) => partOf(cost, assumptions.costs.slice(place + 1), stretch))
  if (parts.length === 0) return undefined
  const seconds = new Map(work.map((one) => [one.channel, secondsOf(assumptions.minutes, one, stretch.to)]))
  const carried = parts.map((part) => carry(part, work, seconds))
  const sum = (of: (one: (typeof carried)[number]) => number) => carried.reduce((all, one) => all + of(one), 0)
  const channels = work.map((one, place) => {
    const pence = sum(({ shares }) => shares[place] ?? 0)
    return { ...one, pence, seconds: seconds.get(one.channel) ?? 0, each: eachOf(pence, one.finished) }
  })
  const finished = work.reduce((all, one) => all + one.finished, 0)
  const pence = sum(({ whole }) => whole)
  const used = [...parts.map(({ cost }) => cost), ...inForce(assumptions.minutes, stretch.to)]
  return {
    channels,
    pence,
    uncarried: sum(({ rest }) => rest),
    finished,
    each: eachOf(pence, finished),
    confidence: leastSure(used.map(({ confidence }) => confidence)),
    asOf: used.map(({ asOf }) => asOf).sort()[0] ?? stretch.to,
    covers: [...new Set(parts.flatMap(({ cost }) => cost.covers))],
  }
}

type Part = { readonly cost: CostSet; readonly pence: number | 'each' }

/** What a cost comes to in a stretch of time, until a later entry of the same id takes its place. Nothing where it did not hold. */
function partOf(cost: CostSet, later: readonly CostSet[], stretch: Stretch): Part[] {
  const next = later
    .filter(({ id }) => id === cost.id)
    .map(({ from }) => from)
    .sort()[0]
  const until = next === undefined ? stretch.to : (addDays(next, -1) ?? stretch.to)
  const held = { from: cost.from > stretch.from ? cost.from : stretch.from, to: until < stretch.to ? until : stretch.to }
  if (held.from > held.to) return []
  if (cost.per === 'case') return [{ cost, pence: 'each' }]
  const { times, by } = yearsIn(held)
  return [{ cost, pence: scale(cost.pence, { times: times * cost.share, by: by * 1000 }, 'half_up') ?? 0 }]
}

/** 28, 29, 30 and 31 all divide it, so that parts of any month can be added exactly. */
const partsOfMonth = 377_580

/** A stretch of time as an exact part of a year: whole months count a twelfth, days of a month their part of it. */
function yearsIn({ from, to }: Stretch): { readonly times: number; readonly by: number } {
  let parts = 0
  for (let day: string | undefined = from; day !== undefined && day <= to; ) {
    const month = day.slice(0, 7)
    const last = lastDayOf(month)
    const end = last < to ? last : to
    parts += (daysBetween(day, end) + 1) * (partsOfMonth / daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))))
    day = addDays(end, 1)
  }
  return { times: parts, by: 12 * partsOfMonth }
}

type Carried = { readonly shares: readonly number[]; readonly rest: number; readonly whole: number }

function carry({ cost, pence }: Part, work: readonly Work[], seconds: ReadonlyMap<Channel, number>): Carried {
  const isMeant = ({ channel }: Work) => cost.driver !== 'channels' || cost.channels.includes(channel)
  if (pence === 'each') {
    const each = scale(cost.pence, { times: cost.share, by: 1000 }, 'half_up') ?? 0
    const shares = work.map((one) => (isMeant(one) ? each * one.finished : 0))
    return { shares, rest: 0, whole: shares.reduce((all, share) => all + share, 0) }
  }
  const weights = work.map((one) => (isMeant(one) ? (cost.driver === 'minutes' ? (seconds.get(one.channel) ?? 0) : one.finished) : 0))
  const shares = apportioned(pence, weights)
  return { shares, rest: pence - shares.reduce((all, share) => all + share, 0), whole: pence }
}

/** Pence spread by weight so that the parts add up to the whole: the largest remainders get the pence left over. Nothing without weight. */
export function apportioned(pence: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (all === 0n) return weights.map(() => 0)
  const exact = weights.map((weight, place) => {
    const product = BigInt(pence) * BigInt(weight)
    return { place, whole: exactInteger(Number(product / all)) ?? 0, rest: product % all }
  })
  const left = pence - exact.reduce((sum, { whole }) => sum + whole, 0)
  const favoured = new Set(
    exact
      .toSorted((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ place }) => place),
  )
  return exact.map(({ place, whole }) => whole + (favoured.has(place) ? 1 : 0))
}

/** Seconds of work of one channel: taking every case in, and every touch afterwards. */
function secondsOf(minutes: readonly MinutesSet[], { channel, finished, touches }: Work, day: string): number {
  const taking = findMinutes(minutes, { work: 'taking', channel, day })?.seconds ?? 0
  const handling = findMinutes(minutes, { work: 'handling', channel, day })?.seconds ?? 0
  return taking * finished + handling * touches
}

type Asked = { readonly work: MinutesSet['work']; readonly channel: Channel; readonly day: string }

/** The minutes that hold on a day: those of the channel before those of every channel, recorded ones before standard ones, the newest first. */
export function findMinutes(minutes: readonly MinutesSet[], { work, channel, day }: Asked): MinutesSet | undefined {
  const fitting = minutes.filter((one) => one.work === work && one.from <= day && (one.channel === channel || one.channel === 'every'))
  const rank = (one: MinutesSet) => (one.channel === 'every' ? 0 : 2) + (one.basis === 'recorded' ? 1 : 0)
  return fitting.reduce<MinutesSet | undefined>((best, one) => {
    if (!best || rank(one) !== rank(best)) return !best || rank(one) > rank(best) ? one : best
    return one.from >= best.from ? one : best
  }, undefined)
}

/** Of each cost, the entry that holds on a day. */
export function costsInForce(costs: readonly CostSet[], day: string): readonly CostSet[] {
  const newest = new Map<string, CostSet>()
  for (const cost of costs) if (cost.from <= day) newest.set(cost.id, cost)
  return [...newest.values()]
}

/** The entries of minutes that hold on a day. */
export function inForce(minutes: readonly MinutesSet[], day: string): readonly MinutesSet[] {
  const newest = new Map<string, MinutesSet>()
  for (const one of minutes) {
    const key = `${one.work} ${one.channel} ${one.basis}`
    const other = newest.get(key)
    if (one.from <= day && (!other || one.from >= other.from)) newest.set(key, one)
  }
  return [...newest.values()]
}

function eachOf(pence: number, finished: number): number | undefined {
  return finished === 0 ? undefined : scale(pence, { times: 1, by: finished }, 'half_up')
}

function leastSure(all: readonly Confidence[]): Confidence {
  if (all.includes('assumed')) return 'assumed'
  return all.includes('estimated') ? 'estimated' : 'recorded'
}

/** The single place where counts become the figures of a service. Pure. */
import { addDays, addMonths } from '#core/value/calendar-date.ts'
import { lastDayOf } from '#core/value/calendar-month.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import type { Channel } from '#store/fact.ts'
import type { Cell, Measure } from './cell.ts'
import { type Assumptions, type Costs, costsOf, type Work } from './cost.ts'
import type { Share } from './interval.ts'
import { type Spread, spreadOf, sumOf } from './spread.ts'

/** Months, `YYYY-MM`, both included. */
export type Window = { readonly from: string; readonly to: string }

/** Days a journey may rest before it counts as given up: as long as it is kept. */
export const restingDays = 28

/** Journeys by the month they began in. Without those begun so lately that they may yet be finished. */
export type Journeys = {
  readonly begun: number
  readonly sent: number
  /** Told that the service is not for them: what it was to tell them, so it did what it should. */
  readonly exited: number
  /** Begun, and neither sent nor turned away in time. */
  readonly givenUp: number
}

/** What is counted of any stretch of time alike. */
export type Counts = {
  readonly submitted: number
  readonly decided: number
  readonly closed: number
  readonly finished: number
  readonly withdrawn: number
  readonly asked: number
  readonly reopened: number
  readonly touches: Spread
  readonly days: Spread
  readonly workingDays: Spread
  readonly takeUp: Share
  readonly ratings: Readonly<Record<'sent' | 'decided', Spread>>
  readonly journeys: Journeys
}

export type MonthFigures = Counts & { readonly month: string }

export type ChannelFigures = Work & { readonly submitted: number; readonly days: Spread }

export type Figures = Counts & {
  readonly window: Window
  /** The last day that is in it. */
  readonly until: string
  readonly months: readonly MonthFigures[]
  /** Channels that were used, in a fixed order. */
  readonly channels: readonly ChannelFigures[]
  readonly costs: Costs | undefined
  /** How much of it was made up to fill a demonstration. */
  readonly madeUp: 'none' | 'some' | 'all'
}

/** Channels in which people, or programs of theirs, use the service online, helped by a partner or not. */
export const onlineChannels: readonly Channel[] = ['web', 'partner', 'machine']
const order: readonly Channel[] = ['web', 'partner', 'machine', 'phone', 'counter', 'paper']

export type FiguresAsk = {
  readonly cells: readonly Cell[]
  readonly window: Window
  /** The day of asking: months are counted as far as they have come. */
  readonly today: string
  readonly nation: Nation
  readonly assumptions: Assumptions
}

/** The figures of a stretch of months. Cells outside of it count for nothing. */
export function figuresFrom({ cells, window, today, nation, assumptions }: FiguresAsk): Figures {
  const own = cells.filter(({ month }) => month >= window.from && month <= window.to)
  const pile = new Pile(own)
  const until = lastDayOf(window.to) < today ? lastDayOf(window.to) : today
  const channels = order.flatMap((channel) => channelFigures(pile, channel))
  const months = monthsOf(window).map((month) => ({
    month,
    ...countsOf(new Pile(own.filter((cell) => cell.month === month)), { nation, isRipe: isRipe(month, today) }),
  }))
  return {
    window,
    until,
    months,
    channels,
    ...countsOf(pile, { nation, isRipe: true }),
    journeys: together(months.map(({ journeys }) => journeys)),
    costs: costsOf(assumptions, channels, { from: `${window.from}-01`, to: until }),
    madeUp: madeUpOf(own),
  }
}

function countsOf(pile: Pile, { nation, isRipe: isCounted }: { readonly nation: Nation; readonly isRipe: boolean }): Counts {
  return {
    submitted: pile.count('submitted'),
    decided: pile.count('decided'),
    closed: pile.count('closed'),
    finished: pile.count('finished'),
    withdrawn: pile.count('withdrawn'),
    asked: pile.count('asked'),
    reopened: pile.count('reopened'),
    touches: pile.spread('touches'),
    days: pile.spread('days'),
    workingDays: pile.spread(`working_${nation}`),
    takeUp: takeUpOf(order.map((channel) => ({ channel, finished: pile.count('finished', channel) }))),
    ratings: { sent: pile.spread('rated_sent'), decided: pile.spread('rated_decided') },
    journeys: journeysOf(pile, isCounted),
  }
}

/** Counts looked up by what they count. */
class Pile {
  readonly #cells: ReadonlyMap<Measure, readonly Cell[]>

  constructor(cells: readonly Cell[]) {
    this.#cells = Map.groupBy(cells, ({ measure }) => measure)
  }

  of(measure: Measure, channel?: Channel): readonly Cell[] {
    const all = this.#cells.get(measure) ?? []
    return channel === undefined ? all : all.filter((cell) => cell.channel === channel)
  }

  count(measure: Measure, channel?: Channel): number {
    return this.of(measure, channel).reduce((sum, { count }) => sum + count, 0)
  }

  spread(measure: Measure, channel?: Channel): Spread {
    return spreadOf(this.of(measure, channel).map(({ bucket, count }) => [bucket, count] as const))
  }
}

function channelFigures(pile: Pile, channel: Channel): ChannelFigures[] {
  const [submitted, finished] = [pile.count('submitted', channel), pile.count('finished', channel)]
  if (submitted === 0 && finished === 0) return []
  return [{ channel, submitted, finished, touches: sumOf(pile.spread('touches', channel)), days: pile.spread('days', channel) }]
}

/** Whether every journey begun in a month has had its time: none of them can still be under way. */
export function isRipe(month: string, today: string): boolean {
  return (addDays(lastDayOf(month), restingDays) ?? today) < today
}

/** A month that is not ripe counts for nothing: those who finish do so early, and it would look better than it is. */
function journeysOf(pile: Pile, isCounted: boolean): Journeys {
  if (!isCounted) return { begun: 0, sent: 0, exited: 0, givenUp: 0 }
  const [begun, sent, exited] = [pile.count('begun'), pile.count('sent'), pile.count('exited')]
  return { begun, sent, exited, givenUp: Math.max(0, begun - sent - exited) }
}

function together(all: readonly Journeys[]): Journeys {
  const sum = (of: (one: Journeys) => number) => all.reduce((count, one) => count + of(one), 0)
  return {
    begun: sum(({ begun }) => begun),
    sent: sum(({ sent }) => sent),
    exited: sum(({ exited }) => exited),
    givenUp: sum(({ givenUp }) => givenUp),
  }
}

/** Completed of begun, never more than all: what was sent, and what was rightly ended early (Government Service Design Manual, completion rate). */
export function completionOf({ begun, sent, exited }: Journeys): Share {
  return { count: Math.min(begun, sent + exited), of: begun }
}

/** Finished online, helped by a partner or not, of all finished (Government Service Design Manual, digital take-up). */
export function takeUpOf(channels: readonly Pick<Work, 'channel' | 'finished'>[]): Share {
  const sum = (some: readonly Pick<Work, 'finished'>[]) => some.reduce((count, { finished }) => count + finished, 0)
  return { count: sum(channels.filter(({ channel }) => onlineChannels.includes(channel))), of: sum(channels) }
}

/** Those who gave four or five points of five, of all who gave any (Government Service Design Manual, user satisfaction). */
export function satisfiedOf(ratings: Spread): Share {
  const count = (some: Spread) => some.reduce((sum, [, each]) => sum + each, 0)
  return { count: count(ratings.filter(([points]) => points >= 4)), of: count(ratings) }
}

function madeUpOf(cells: readonly Cell[]): Figures['madeUp'] {
  const counts = cells.filter(({ measure }) => measure === 'submitted' || measure === 'begun')
  if (counts.every(({ isMadeUp }) => !isMadeUp)) return 'none'
  return counts.every(({ isMadeUp }) => isMadeUp) ? 'all' : 'some'
}

/** The twelve months up to the one a day lies in. */
export function twelveMonths(today: string): Window {
  return { from: (addMonths(`${today.slice(0, 7)}-01`, -11) ?? today).slice(0, 7), to: today.slice(0, 7) }
}

/** The months of a stretch, in order; at most a hundred years of them. */
export function monthsOf({ from, to }: Window): readonly string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 1200; ) {
    months.push(month)
    month = addMonths(`${month}-01`, 1)?.slice(0, 7) ?? '9999-99'
  }
  return months
}

/** The single place for what a measure is made of: counts by service, month, version and channel. Pure. */
import type { Channel } from '#store/fact.ts'

/** What is counted. `days` and the working days have the days as bucket, `touches` the number of touches, ratings their points. */
export const measures = [
  'submitted',
  'decided',
  'closed',
  'withdrawn',
  'finished',
  'asked',
  'reopened',
  'touches',
  'days',
  'working_england_and_wales',
  'working_scotland',
  'working_northern_ireland',
  'begun',
  'sent',
  'exited',
  'rated_sent',
  'rated_decided',
] as const
export type Measure = (typeof measures)[number]

/** Those made from what happened to cases; the rest come from counts that no case stands behind. */
export const caseMeasures: readonly Measure[] = measures.slice(0, measures.indexOf('begun'))

/** How many, of one sort. */
export type Cell = {
  readonly service: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly measure: Measure
  readonly version: string
  readonly channel: Channel
  /** True of what was made up to fill a demonstration. */
  readonly isMadeUp: boolean
  /** What is counted, where that is a number itself; 0 where it is not. */
  readonly bucket: number
  readonly count: number
}

export function isMeasure(text: string): text is Measure {
  return measures.some((measure) => measure === text)
}

const channels: readonly Channel[] = ['web', 'phone', 'counter', 'paper', 'partner', 'machine']

export function isChannel(text: unknown): text is Channel {
  return channels.some((channel) => channel === text)
}

/** Cells of the same sort added together; those that come to nothing are left out. */
export function added(cells: readonly Cell[]): readonly Cell[] {
  const sums = new Map<string, Cell>()
  for (const cell of cells) {
    const key = `${cell.service}|${cell.month}|${cell.measure}|${cell.version}|${cell.channel}|${cell.isMadeUp}|${cell.bucket}`
    const sum = sums.get(key)
    sums.set(key, sum ? { ...sum, count: sum.count + cell.count } : cell)
  }
  return [...sums.values()].filter(({ count }) => count !== 0)
}

/** The same cells taken away. */
export function negated(cells: readonly Cell[]): readonly Cell[] {
  return cells.map((cell) => ({ ...cell, count: 0 - cell.count }))
}

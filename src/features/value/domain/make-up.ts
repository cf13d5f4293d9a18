/** The single place where the forms, ratings and costs of a year that never was are reckoned from its made-up cases. Pure, and repeatable. */
import type { Cell } from './cell.ts'
import type { CostSet, MinutesSet, Rated, ValueEvent } from './event.ts'

type Begun = Extract<ValueEvent, { kind: 'journeys-counted' }>['data']['cells'][number]

/** How many more forms are begun than sent, and how many are rightly ended early, in hundredths of those sent: most of them where people are alone. */
const extra = { online: { givenUp: 19, exited: 6 }, helped: { givenUp: 3, exited: 4 } } as const

/** Forms begun, sent and ended early, to go with the cases made up. */
export function madeUpForms(cells: readonly Cell[]): readonly Begun[] {
  const [givenUp, exited] = [new Carry(), new Carry()]
  return ofMadeUp(cells, 'submitted').map(({ month, version, channel, count }) => {
    const more = channel === 'web' ? extra.online : extra.helped
    const ended = exited.take(count * more.exited, 100)
    return { month, version, channel, begun: count + ended + givenUp.take(count * more.givenUp, 100), sent: count, exited: ended }
  })
}

/** Of a hundred who rate, how many give so many points; more are pleased with a form than with a decision. */
const tastes = {
  sent: { 5: 41, 4: 34, 3: 13, 2: 8, 1: 4 },
  decided: { 5: 33, 4: 36, 3: 14, 2: 11, 1: 6 },
} as const
/** How many of a hundred rate at all. */
const willing = { sent: 42, decided: 46 } as const

/** Ratings to go with the cases made up. */
export function madeUpRatings(cells: readonly Cell[]): readonly Rated[] {
  return (['sent', 'decided'] as const).flatMap((moment) => {
    const carries = new Map<number, Carry>()
    return ofMadeUp(cells, moment === 'sent' ? 'submitted' : 'decided').flatMap(({ month, version, channel, count }) =>
      ([5, 4, 3, 2, 1] as const).flatMap((points) => {
        const carry = carries.get(points) ?? new Carry()
        carries.set(points, carry)
        const given = carry.take(count * willing[moment] * tastes[moment][points], 10_000)
        return given === 0 ? [] : [{ month, version, channel, moment, points, count: given }]
      }),
    )
  })
}

type Made = Pick<CostSet, 'id' | 'kind' | 'covers' | 'per' | 'share' | 'driver' | 'channels' | 'confidence'> & {
  readonly id: keyof Labels
  /** Of one case; a cost of a year is this for all its cases. */
  readonly each: number
}

const everyYear = { per: 'year', share: 1000, channels: [], confidence: 'recorded' } satisfies Partial<Made>
const costsMade: readonly Made[] = [
  { ...everyYear, id: 'team', kind: 'variable', covers: ['staff', 'training'], each: 560, driver: 'minutes' },
  { ...everyYear, id: 'software', kind: 'fixed', covers: ['software', 'depreciation', 'vat'], each: 95, driver: 'cases' },
  {
    ...everyYear,
    id: 'phones',
    kind: 'fixed',
    covers: ['telecoms'],
    each: 22,
    driver: 'channels',
    channels: ['phone'],
    confidence: 'estimated',
  },
  { ...everyYear, id: 'post', kind: 'variable', covers: ['postage'], per: 'case', each: 165, driver: 'channels', channels: ['paper'] },
  {
    ...everyYear,
    id: 'management',
    kind: 'overhead',
    covers: ['management', 'premises'],
    each: 2800,
    driver: 'cases',
    share: 50,
    confidence: 'estimated',
  },
]

/** Costs of a year for so many cases. `labels` say in the council’s words that they are made up. */
export function madeUpCosts(cases: number, { from, source, labels }: { from: string; source: string; labels: Labels }): readonly CostSet[] {
  return costsMade.map(({ each, ...cost }) => ({
    ...cost,
    label: labels[cost.id],
    pence: cost.per === 'case' ? each : Math.round((cases * each) / 1000) * 1000,
    source,
    from,
    asOf: from,
  }))
}

export type Labels = Readonly<Record<'team' | 'software' | 'phones' | 'post' | 'management', string>>

/** Minutes of work, in seconds for each channel. */
export function madeUpMinutes({ from, source }: { readonly from: string; readonly source: string }): readonly MinutesSet[] {
  const every = { from, source, asOf: from, basis: 'standard', confidence: 'estimated' } as const
  return [
    { ...every, work: 'taking', channel: 'every', seconds: 60 },
    { ...every, work: 'taking', channel: 'phone', seconds: 660 },
    { ...every, work: 'taking', channel: 'counter', seconds: 900 },
    { ...every, work: 'taking', channel: 'paper', seconds: 1080 },
    { ...every, work: 'handling', channel: 'every', seconds: 240 },
  ]
}

function ofMadeUp(cells: readonly Cell[], measure: Cell['measure']): readonly Cell[] {
  return cells.filter((cell) => cell.isMadeUp && cell.measure === measure)
}

/** Whole numbers that add up to the exact sum however small the parts are: what was rounded off is carried on. */
class Carry {
  #rest = 0

  take(amount: number, of: number): number {
    this.#rest += amount
    const whole = Math.floor(this.#rest / of)
    this.#rest -= whole * of
    return whole
  }
}

/** The single place that compares a service before and after a release. Pure. */
import type { Cell } from './cell.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import { addMonths } from '#core/value/calendar-date.ts'
import { type Assumptions, findMinutes, type Work } from './cost.ts'
import { completionOf, figuresFrom, type Figures, satisfiedOf, type Window } from './figures.ts'
import {
  type Difference,
  leastCompared,
  meanDifference,
  medianDifference,
  newcombe,
  type Share,
  type Verdict,
  verdictOf,
} from './interval.ts'
import { meanOf, median, type Spread, sizeOf } from './spread.ts'
import { isShareShown } from './suppression.ts'

/** A version and the instant it came into use. */
export type Released = { readonly version: string; readonly at: string }

/** How a version is named to people: the beginning of its digest, as on the paper form. */
export function editionOf({ version }: Pick<Released, 'version'>): string {
  return version.replace(/^sha256:/, '').slice(0, 8)
}

/** What is compared: `saving` is what it costs, `standard` is what people get. */
export type Aspect =
  | { readonly id: 'touches'; readonly side: 'saving'; readonly unit: 'number' }
  | { readonly id: 'minutes'; readonly side: 'saving'; readonly unit: 'minutes' }
  | { readonly id: 'cost'; readonly side: 'saving'; readonly unit: 'pence' }
  | { readonly id: 'time-taken'; readonly side: 'standard'; readonly unit: 'days' }
  | { readonly id: 'completion' | 'satisfaction' | 'reopened' | 'asked' | 'take-up'; readonly side: 'standard'; readonly unit: 'share' }

/** Shares are from 0 to 1; `difference` is undefined where there are too few to say, or where it is reckoned and has no chance in it. */
export type Compared = Aspect & {
  readonly before: number | undefined
  readonly after: number | undefined
  readonly difference: Difference | undefined
  readonly verdict: Verdict
  /** True of shares of which few are in or out: what differs may be said, the numbers may not. */
  readonly isHidden?: true
  /** How many stand behind each side. */
  readonly sizes: readonly [number, number]
}

/** What a release did, saving and standard together. */
export type Balance =
  | 'saved-and-better'
  | 'saved'
  | 'saved-but-worse'
  | 'better'
  | 'dearer-but-better'
  | 'worse'
  | 'dearer'
  | 'unclear'
  | 'too-few'

export type ReleaseEffect = {
  readonly released: Released
  readonly previous: string
  readonly compared: readonly Compared[]
  readonly balance: Balance
  readonly isMadeUp: boolean
}

export type EffectAsk = {
  readonly cells: readonly Cell[]
  readonly assumptions: Assumptions
  readonly nation: Nation
  readonly today: string
}

/** Each release after the first, newest first, with what differs between what went through the version before and through its own. */
export function effectsOf(releases: readonly Released[], ask: EffectAsk): readonly ReleaseEffect[] {
  const inOrder = releases.toSorted((a, b) => a.at.localeCompare(b.at))
  return inOrder.flatMap((released, place) => effectOf(released, inOrder[place - 1], ask)).reverse()
}

function effectOf(released: Released, previous: Released | undefined, ask: EffectAsk): ReleaseEffect[] {
  if (!previous || previous.version === released.version) return []
  const [before, after] = [previous, released].map(({ version }) => figuresOf(version, ask))
  if (!before || !after) return []
  const compared = [...savings(before, after, ask), ...costAround(released, ask), ...standards(before, after)]
  const isMadeUp = before.madeUp !== 'none' || after.madeUp !== 'none'
  return [{ released, previous: previous.version, compared, balance: balanceOf(compared), isMadeUp }]
}

/** The whole months of a stretch in two halves, the later beside the earlier: how a service moves, whatever moves it. */
export type Trend = { readonly before: Window; readonly after: Window; readonly compared: readonly Compared[]; readonly isMadeUp: boolean }

/** The last six whole months beside the six before them. */
export function trendOf(ask: EffectAsk): Trend {
  const last = stepped(ask.today.slice(0, 7), -1)
  const windows = { before: { from: stepped(last, -11), to: stepped(last, -6) }, after: { from: stepped(last, -5), to: last } }
  const [before, after] = [figuresFrom({ ...ask, window: windows.before }), figuresFrom({ ...ask, window: windows.after })]
  const costs = before.costs && after.costs ? [costOf(before, after)] : []
  const compared = [...savings(before, after, ask), ...costs, ...standards(before, after)]
  return { ...windows, compared, isMadeUp: before.madeUp !== 'none' || after.madeUp !== 'none' }
}

function stepped(month: string, count: number): string {
  return (addMonths(`${month}-01`, count) ?? `${month}-01`).slice(0, 7)
}

/** Cases stay with the version they began with, so a version’s cells are its own, whenever they were decided. */
function figuresOf(version: string, { cells, assumptions, nation, today }: EffectAsk): Figures {
  const own = cells.filter((cell) => cell.version === version)
  const first = own.map(({ month }) => month).sort()[0] ?? today.slice(0, 7)
  return figuresFrom({ cells: own, window: { from: first, to: today.slice(0, 7) }, today, nation, assumptions })
}

function savings(before: Figures, after: Figures, ask: EffectAsk): Compared[] {
  const minutes = minutesCompared(before, after, ask)
  return [of('touches', before.touches, after.touches), ...(minutes ? [minutes] : [])]
}

function of(id: 'touches', before: Spread, after: Spread): Compared {
  const difference = meanDifference(before, after)
  const sizes = [sizeOf(before), sizeOf(after)] as const
  return {
    id,
    side: 'saving',
    unit: 'number',
    before: meanOf(before),
    after: meanOf(after),
    difference,
    verdict: verdictOf(difference, 'less'),
    sizes,
  }
}

/** Minutes of work per case: standard minutes with the touches and channels that were counted. As sure as the touches are. */
function minutesCompared(before: Figures, after: Figures, { assumptions: { minutes }, today }: EffectAsk): Compared | undefined {
  if (minutes.length === 0) return undefined
  const each = ({ channels, finished }: Figures) =>
    finished === 0 ? undefined : channels.reduce((sum, one) => sum + secondsOf(one, minutes, today), 0) / finished / 60
  const [was, is] = [each(before), each(after)]
  const isEnough = before.finished >= leastCompared && after.finished >= leastCompared
  const verdict = !isEnough || was === undefined || is === undefined ? 'too-few' : 'unclear'
  const sizes = [before.finished, after.finished] as const
  return { id: 'minutes', side: 'saving', unit: 'minutes', before: was, after: is, difference: undefined, verdict, sizes }
}

function secondsOf({ channel, finished, touches }: Work, minutes: Assumptions['minutes'], day: string): number {
  const taking = findMinutes(minutes, { work: 'taking', channel, day })?.seconds ?? 0
  const handling = findMinutes(minutes, { work: 'handling', channel, day })?.seconds ?? 0
  return taking * finished + handling * touches
}

/** The cost of one case in the twelve whole months before the release, and in the whole months since. */
function costAround(released: Released, ask: EffectAsk): Compared[] {
  const month = released.at.slice(0, 7)
  const last = stepped(ask.today.slice(0, 7), -1)
  const before = figuresFrom({ ...ask, window: { from: stepped(month, -12), to: stepped(month, -1) } })
  const after = figuresFrom({ ...ask, window: { from: stepped(month, 1), to: last } })
  return before.costs ? [costOf(before, after)] : []
}

/** Reckoned, not drawn: nothing says how much of it is chance, so it is a number beside the others and no verdict. */
function costOf(before: Figures, after: Figures): Compared {
  const sizes = [before.finished, after.finished] as const
  const [was, is] = [before.costs?.each, after.costs?.each]
  const isEnough = sizes.every((size) => size >= leastCompared) && was !== undefined && is !== undefined
  const verdict = isEnough ? 'unclear' : 'too-few'
  return { id: 'cost', side: 'saving', unit: 'pence', before: was, after: is, difference: undefined, verdict, sizes }
}

function standards(before: Figures, after: Figures): Compared[] {
  const time = medianDifference(before.days, after.days)
  return [
    {
      ...{ id: 'time-taken', side: 'standard', unit: 'days' },
      before: median(before.days),
      after: median(after.days),
      difference: time,
      verdict: verdictOf(time, 'less'),
      sizes: [before.finished, after.finished],
    },
    share('completion', completionOf(before.journeys), completionOf(after.journeys)),
    share('satisfaction', satisfiedOf(before.ratings.decided), satisfiedOf(after.ratings.decided)),
    share('asked', { count: before.asked, of: before.finished }, { count: after.asked, of: after.finished }),
    share('reopened', { count: before.reopened, of: before.finished }, { count: after.reopened, of: after.finished }),
    share('take-up', before.takeUp, after.takeUp),
  ]
}

const lessIsBetter: ReadonlySet<string> = new Set(['asked', 'reopened'])

function share(id: (Aspect & { unit: 'share' })['id'], before: Share, after: Share): Compared {
  const difference = newcombe(before, after)
  const verdict = verdictOf(difference, lessIsBetter.has(id) ? 'less' : 'more')
  const about = { id, side: 'standard', unit: 'share', difference, verdict, sizes: [before.of, after.of] } as const
  if (![before, after].every(isShareShown)) return { ...about, before: undefined, after: undefined, isHidden: true }
  return { ...about, before: before.count / before.of, after: after.count / after.of }
}

/** A saving that lowered the standard is called that, whatever else got better. */
export function balanceOf(compared: readonly Pick<Compared, 'side' | 'verdict'>[]): Balance {
  const has = (side: Aspect['side'], verdict: Verdict) => compared.some((one) => one.side === side && one.verdict === verdict)
  if (compared.every(({ verdict }) => verdict === 'too-few')) return 'too-few'
  const dearer = has('saving', 'worse')
  const saved = has('saving', 'better') && !dearer
  const [better, worse] = [has('standard', 'better'), has('standard', 'worse')]
  if (saved && worse) return 'saved-but-worse'
  if (worse) return 'worse'
  if (saved) return better ? 'saved-and-better' : 'saved'
  if (dearer) return better ? 'dearer-but-better' : 'dearer'
  return better ? 'better' : 'unclear'
}

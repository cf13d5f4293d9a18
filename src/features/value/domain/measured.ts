/** The single place where the facts of a case become what it adds to the measures. Pure: nothing of the person is kept. */
import { NATIONS } from '#core/value/bank-holidays.ts'
import { daysBetween } from '#core/value/calendar-date.ts'
import { workingDaysBetween } from '#core/value/working-days.ts'
import type { Channel, Fact } from '#store/fact.ts'
import { isRecord } from '#store/json.ts'
import { added, type Cell, isChannel, type Measure, negated } from './cell.ts'

/** What measures need to know of one case. Days are `YYYY-MM-DD` in the United Kingdom. */
export type Measured = {
  readonly service: string
  readonly version: string
  readonly channel: Channel
  readonly isMadeUp: boolean
  readonly submitted: string
  /** The first decision, or the closing of a case that needs none. Later ones do not change it. */
  readonly finished: string | null
  readonly decided: string | null
  readonly closed: string | null
  readonly withdrawn: string | null
  /** How often an officer or a partner did something to it. */
  readonly touches: number
  readonly isAsked: boolean
  readonly isReopened: boolean
}

/** The day in the United Kingdom of an instant. */
export type DayOf = (at: string) => string

/** What officers and partners do. What people, clocks and the keeping of records do is no touch. */
const touching: ReadonlySet<string> = new Set([
  'assigned',
  'noted',
  'asked',
  'second-opinion-asked',
  'second-opinion-refused',
  'decided',
  'reopened',
  'payment-recorded',
  'action-done',
  'flag-set',
  'flag-cleared',
  'closed',
  'task-given',
  'task-done',
  'task-handed-back',
  'task-called-off',
  'appointment-missed',
])

/** The case after one more fact; undefined until it is submitted, and for facts that say nothing of a case of ours. Total. */
export function after(
  current: Measured | undefined,
  fact: Pick<Fact, 'kind' | 'at' | 'data' | 'channel'>,
  dayOf: DayOf,
): Measured | undefined {
  if (!current) return fact.kind === 'submitted' ? opened(fact, dayOf) : undefined
  if (fact.kind === 'submitted') return current
  const day = dayOf(fact.at)
  const touches = touching.has(fact.kind) ? current.touches + 1 : current.touches
  return { ...current, touches, ...changes(current, fact, day) }
}

function opened({ at, data, channel }: Pick<Fact, 'at' | 'data' | 'channel'>, dayOf: DayOf): Measured | undefined {
  if (!isRecord(data)) return undefined
  const { service, version, madeUp } = data
  if (typeof service !== 'string' || typeof version !== 'string') return undefined
  return {
    service,
    version,
    channel: isChannel(channel) ? channel : 'web',
    isMadeUp: madeUp === true,
    submitted: dayOf(at),
    finished: null,
    decided: null,
    closed: null,
    withdrawn: null,
    touches: 0,
    isAsked: false,
    isReopened: false,
  }
}

function changes(current: Measured, { kind, data }: Pick<Fact, 'kind' | 'data'>, day: string): Partial<Measured> {
  const finished = current.finished ?? day
  switch (kind) {
    case 'decided':
      return { decided: current.decided ?? day, finished }
    case 'closed':
      return current.withdrawn === null ? { closed: current.closed ?? day, finished } : {}
    case 'action-done':
      return isRecord(data) && data['closes'] === true && current.withdrawn === null ? { closed: current.closed ?? day, finished } : {}
    case 'asked':
      return { isAsked: true }
    case 'reopened':
      return { isReopened: true, withdrawn: null }
    case 'withdrawn':
      return { withdrawn: day }
    default:
      return {}
  }
}

/** The longest that is counted by the day; whatever took longer is counted with it. */
export const longest = 999

/** What a case adds to the measures as it stands. */
export function contributions(current: Measured): readonly Cell[] {
  const { service, version, channel, isMadeUp } = current
  const cell = (day: string, measure: Measure, bucket = 0): Cell => ({
    service,
    month: day.slice(0, 7),
    measure,
    version,
    channel,
    isMadeUp,
    bucket: Math.min(longest, Math.max(0, bucket)),
    count: 1,
  })
  const { submitted, decided, closed, withdrawn, finished } = current
  return [
    cell(submitted, 'submitted'),
    ...(decided === null ? [] : [cell(decided, 'decided')]),
    ...(closed === null ? [] : [cell(closed, 'closed')]),
    ...(withdrawn === null ? [] : [cell(withdrawn, 'withdrawn')]),
    ...(finished === null ? [] : finishing(current, (measure, bucket) => cell(finished, measure, bucket), finished)),
  ]
}

function finishing(current: Measured, cell: (measure: Measure, bucket?: number) => Cell, finished: string): readonly Cell[] {
  const { submitted, touches, isAsked, isReopened } = current
  return [
    cell('finished'),
    cell('touches', touches),
    cell('days', daysBetween(submitted, finished)),
    ...NATIONS.map((nation) => cell(`working_${nation}`, workingDaysBetween(submitted, finished, nation) ?? longest)),
    ...(isAsked ? [cell('asked')] : []),
    ...(isReopened ? [cell('reopened')] : []),
  ]
}

/** What changes in the measures when a case goes from one state to another. */
export function difference(before: Measured | undefined, now: Measured | undefined): readonly Cell[] {
  return added([...negated(before ? contributions(before) : []), ...(now ? contributions(now) : [])])
}

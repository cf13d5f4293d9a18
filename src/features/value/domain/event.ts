/** The single place for what can have happened to the value of a service: counts, costs entered, benefits. Kinds are only ever added. */
import { z } from 'zod'
import { isDate } from '#core/value/calendar-date.ts'
import { parseMonth } from '#core/value/calendar-month.ts'
import type { Fact } from '#store/fact.ts'

const Day = z.string().refine(isDate, 'a day')
const Month = z.string().refine((text) => parseMonth(text) !== undefined, 'a month')
const Line = z.string().trim().min(1).max(300)
const Text = z.string().trim().min(1).max(2000)
const Channel = z.enum(['web', 'phone', 'counter', 'paper', 'partner', 'machine'])

/** How a figure was come by, surest first. */
export const Confidence = z.enum(['recorded', 'estimated', 'assumed'])
export type Confidence = z.infer<typeof Confidence>

/** What a cost stands for; those the Government Service Design Manual names are to be in a full cost. */
export const Covers = z.enum([
  'staff',
  'premises',
  'software',
  'depreciation',
  'training',
  'telecoms',
  'postage',
  'vat',
  'bad-debt',
  'management',
  'other',
])
export type Covers = z.infer<typeof Covers>

/** A cost of the service. Setting the same `id` from a later day replaces it from that day on. */
export const CostSet = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  label: Line,
  kind: z.enum(['fixed', 'variable', 'overhead']),
  covers: z.array(Covers).min(1),
  /** Pence of a year, or of one finished case. */
  pence: z.int().min(0).max(1_000_000_000_000),
  per: z.enum(['year', 'case']),
  /** The part of a shared cost that is this service’s, in thousandths. */
  share: z.int().min(0).max(1000),
  /** How it is spread over channels: evenly over finished cases, by the minutes they take, or over some channels only. */
  driver: z.enum(['cases', 'minutes', 'channels']),
  channels: z.array(Channel),
  from: Day,
  confidence: Confidence,
  source: Text,
  /** The day the figure itself is of. */
  asOf: Day,
})
export type CostSet = z.infer<typeof CostSet>

/** How long a kind of work takes. `taking` is taking one application in; `handling` is one thing an officer does to a case afterwards. */
export const MinutesSet = z.object({
  work: z.enum(['taking', 'handling']),
  channel: z.union([Channel, z.literal('every')]),
  seconds: z.int().min(0).max(86_400),
  from: Day,
  /** Standard minutes are agreed beforehand; recorded ones were measured, over so many pieces of work. */
  basis: z.enum(['standard', 'recorded']),
  pieces: z.int().min(1).exactOptional(),
  confidence: Confidence,
  source: Text,
  asOf: Day,
})
export type MinutesSet = z.infer<typeof MinutesSet>

/** A: compared with those who did not have it, by somebody independent. B: before and after, from records. C: reported by those who run it. D: expected. */
export const Grade = z.enum(['A', 'B', 'C', 'D'])
export type Grade = z.infer<typeof Grade>

export const BenefitType = z.enum(['cashable', 'time-released', 'avoided-cost', 'outcome', 'experience'])
export type BenefitType = z.infer<typeof BenefitType>

const Id = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

export const BenefitDescribed = z.object({
  benefit: Id,
  type: BenefitType,
  payer: Line,
  beneficiary: Line,
  baseline: Line,
  target: Line,
  due: Day,
})
export const BenefitClaimed = z.object({
  statement: z.string(),
  benefit: Id,
  /** What exactly was counted: the same benefit may be claimed with several definitions. */
  definition: Text,
  /** In words, with its unit. */
  figure: Line,
  grade: Grade,
  source: Text,
  asOf: Day,
})
export const BenefitJudged = z.object({
  statement: z.string(),
  verdict: z.enum(['verified', 'refuted']),
  /** What was found instead, or the same. */
  figure: Line,
  grade: Grade,
  source: Text,
  asOf: Day,
})

const Begun = z.object({
  /** The month in which the journeys began. */
  month: Month,
  version: z.string(),
  channel: Channel,
  /** Changes: somebody who changes the answer that turned them away takes an `exited` back. */
  begun: z.int(),
  sent: z.int(),
  exited: z.int(),
})
const Rated = z.object({
  month: Month,
  version: z.string(),
  channel: Channel,
  moment: z.enum(['sent', 'decided']),
  /** 1 very poor to 5 very good. */
  points: z.int().min(1).max(5),
  count: z.int().min(1),
})
export type Rated = z.infer<typeof Rated>
const madeUp = z.literal(true).exactOptional()

export const ValueEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('journeys-counted'), data: z.object({ cells: z.array(Begun), madeUp }) }),
  z.object({ kind: z.literal('ratings-counted'), data: z.object({ cells: z.array(Rated), madeUp }) }),
  z.object({ kind: z.literal('cost-set'), data: CostSet.extend({ madeUp }) }),
  z.object({ kind: z.literal('minutes-set'), data: MinutesSet.extend({ madeUp }) }),
  z.object({ kind: z.literal('benefit-described'), data: BenefitDescribed.extend({ madeUp }) }),
  z.object({ kind: z.literal('benefit-claimed'), data: BenefitClaimed.extend({ madeUp }) }),
  z.object({ kind: z.literal('benefit-judged'), data: BenefitJudged.extend({ madeUp }) }),
])
export type ValueEvent = z.infer<typeof ValueEvent>

/** A fact of ours as read back: what happened, when and by whom. */
export type ValueFact = ValueEvent & { readonly seq: number; readonly at: string; readonly by: string }

/** The fact parsed; undefined for kinds that are none of ours. @throws ZodError when a fact of ours is not what we write */
export function readFact(fact: Pick<Fact, 'kind' | 'data' | 'seq' | 'at' | 'by'>): ValueFact | undefined {
  if (!kinds.has(fact.kind)) return undefined
  return { ...ValueEvent.parse({ kind: fact.kind, data: fact.data }), seq: fact.seq, at: fact.at, by: fact.by }
}

const kinds: ReadonlySet<string> = new Set(ValueEvent.options.map((option) => option.shape.kind.value))

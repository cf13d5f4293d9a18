/** The single place for what can have happened to a case. Kinds are only ever added; each is parsed when it is read back. */
import { z } from 'zod'
import type { Answers } from '#core/definition/answers.ts'
import type { Channel, Fact, OpenedPersonal } from '#store/fact.ts'
import { StoredAnswer } from './answer.ts'
import { BookedTime } from './appointment.ts'
import { OtherCase, RenewalDays } from './renewal.ts'
import { GivenTask, TaskPlace } from './task.ts'

/** Where a clock stands after a fact. `left` is what remained when it paused, in the clock's own days. Dates are `YYYY-MM-DD`. */
export const ClockMark = z.object({
  id: z.string(),
  state: z.enum(['running', 'paused', 'stopped', 'fired']),
  due: z.string(),
  left: z.int().exactOptional(),
})
export type ClockMark = z.infer<typeof ClockMark>

/** What a fact did besides itself: where the clocks stand now (all of them), which messages of the service went out and which tasks were given with it. */
const effects = {
  clocks: z.array(ClockMark).exactOptional(),
  messages: z.array(z.string()).exactOptional(),
  tasks: z.array(GivenTask).exactOptional(),
}

const flags = { flag: z.string().exactOptional(), unflag: z.string().exactOptional() }

export const CaseEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('submitted'),
    data: z.object({
      service: z.string(),
      version: z.string(),
      reference: z.string(),
      lang: z.enum(['en', 'cy']),
      person: z.string(),
      team: z.string(),
      /** The retention class that lasts longest: what officers write about the case is kept under it. */
      retention: z.string(),
      /** What the rules proposed; never a decision. */
      proposed: z.string().nullable(),
      fee: z.int().nullable(),
      /** Where the person used the service: links in later messages lead there. */
      origin: z.string(),
      /** True of a case made up to fill a demonstration. */
      madeUp: z.literal(true).exactOptional(),
      /** The address question that coverage by area counts, for a service that publishes it. */
      counts: z.string().exactOptional(),
      /** The case this one renews. */
      renews: OtherCase.exactOptional(),
      ...effects,
    }),
  }),
  z.object({ kind: z.literal('assigned'), data: z.object({ to: z.string().nullable(), ...effects }) }),
  z.object({ kind: z.literal('noted'), data: z.object(effects) }),
  z.object({ kind: z.literal('asked'), data: z.object(effects) }),
  z.object({ kind: z.literal('answered'), data: z.object({ ask: z.int(), ...effects }) }),
  z.object({ kind: z.literal('second-opinion-asked'), data: z.object({ outcome: z.string(), adverse: z.boolean(), ...effects }) }),
  z.object({ kind: z.literal('second-opinion-refused'), data: z.object(effects) }),
  z.object({
    kind: z.literal('decided'),
    data: z.object({
      outcome: z.string(),
      adverse: z.boolean(),
      first: z.string().exactOptional(),
      renewal: RenewalDays.exactOptional(),
      ...effects,
    }),
  }),
  z.object({ kind: z.literal('reopened'), data: z.object(effects) }),
  z.object({
    kind: z.literal('payment-recorded'),
    data: z.object({ pence: z.int(), method: z.enum(['card', 'cash', 'cheque', 'transfer']), ...effects }),
  }),
  z.object({ kind: z.literal('withdrawn'), data: z.object(effects) }),
  z.object({ kind: z.literal('action-done'), data: z.object({ action: z.string(), closes: z.boolean(), ...flags, ...effects }) }),
  z.object({ kind: z.literal('flag-set'), data: z.object({ flag: z.string(), ...effects }) }),
  z.object({ kind: z.literal('flag-cleared'), data: z.object({ flag: z.string(), ...effects }) }),
  z.object({ kind: z.literal('clock-fired'), data: z.object({ clock: z.string(), flag: z.string().exactOptional(), ...effects }) }),
  z.object({ kind: z.literal('closed'), data: z.object(effects) }),
  /** Given by hand; tasks given by a moment or an action stand with that fact. */
  z.object({ kind: z.literal('task-given'), data: z.object(effects) }),
  z.object({ kind: z.literal('task-done'), data: TaskPlace.extend(effects) }),
  z.object({ kind: z.literal('task-handed-back'), data: TaskPlace.extend(effects) }),
  z.object({ kind: z.literal('task-called-off'), data: TaskPlace.extend(effects) }),
  z.object({ kind: z.literal('task-late'), data: TaskPlace.extend(effects) }),
  z.object({ kind: z.literal('appointment-booked'), data: BookedTime.extend(effects) }),
  z.object({ kind: z.literal('appointment-cancelled'), data: BookedTime.extend(effects) }),
  z.object({ kind: z.literal('appointment-missed'), data: BookedTime.extend(effects) }),
  z.object({ kind: z.literal('renewal-offered'), data: z.object({ until: z.string(), ...effects }) }),
  z.object({ kind: z.literal('renewed'), data: z.object({ by: OtherCase, ...effects }) }),
  /** Retention classes whose time was over; the case itself ends with the last of them. */
  z.object({
    kind: z.literal('disposed'),
    data: z.object({ classes: z.array(z.string()).exactOptional(), isLast: z.boolean().exactOptional(), ...effects }),
  }),
])
export type CaseEvent = z.infer<typeof CaseEvent>
export type CaseEventKind = CaseEvent['kind']

/** A fact of a case as read back: the event, when, by whom, and its personal values as far as their keys still exist. */
export type CaseFact = CaseEvent & {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly channel?: Channel | undefined
  readonly helper?: string | undefined
  readonly personal: readonly OpenedPersonal[]
}

/**
 * The fact parsed; undefined for a kind that belongs to another feature's part of the stream.
 * @throws ZodError when a fact of ours is not what we write: a broken promise.
 */
export function readFact(fact: Fact): CaseFact | undefined {
  if (!isKind(fact.kind)) return undefined
  const event = CaseEvent.parse({ kind: fact.kind, data: fact.data })
  return { ...event, seq: fact.seq, at: fact.at, by: fact.by, channel: fact.channel, helper: fact.helper, personal: fact.personal }
}

const kinds: ReadonlySet<string> = new Set(CaseEvent.options.map((option) => option.shape.kind.value))

function isKind(kind: string): kind is CaseEventKind {
  return kinds.has(kind)
}

const Written = z.object({ text: z.string() })

/** What somebody wrote with this fact; undefined when nothing was written or it has been erased. */
export function textOf(fact: CaseFact): string | undefined {
  for (const part of fact.personal) {
    const written = part.erased ? undefined : Written.safeParse(part.value).data
    if (written) return written.text
  }
  return undefined
}

/** True when something written with this fact has been erased. */
export function hasErased(fact: CaseFact): boolean {
  return fact.personal.some((part) => part.erased)
}

const Filled = z.object({ answers: z.record(z.string(), StoredAnswer) })

/** What the form of an action or a task was filled in with, as far as it still exists. */
export function filledIn(fact: CaseFact): Answers {
  if (fact.kind !== 'action-done' && fact.kind !== 'task-done') return {}
  const parts = fact.personal.flatMap((part) => (part.erased ? [] : (Filled.safeParse(part.value).data?.answers ?? [])))
  return Object.assign({}, ...parts)
}

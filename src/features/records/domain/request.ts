/** The single place for requests of people about their own data: what can have happened to one, and how it stands. */
import { z } from 'zod'
import { fold } from '#core/facts/fold.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import { subjectAccessDue, subjectAccessExtended } from '#core/value/subject-access.ts'
import type { Fact, NewFact } from '#store/fact.ts'

/** A copy of everything held (article 15), or its erasure (article 17). */
export const Wish = z.enum(['access', 'erasure'])
export type Wish = z.infer<typeof Wish>

const Event = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('asked'),
    data: z.object({ about: Wish, person: z.string(), receivedOn: z.string(), dueOn: z.string() }),
  }),
  z.object({ kind: z.literal('extended'), data: z.object({ dueOn: z.string() }) }),
  z.object({
    kind: z.literal('answered'),
    data: z.object({
      how: z.enum(['exported', 'erased', 'refused']),
      on: z.string(),
      reason: z.string().exactOptional(),
      /** How many keys went, and references of the cases kept with the reason. */
      erased: z.int().exactOptional(),
      kept: z.array(z.object({ what: z.string(), why: z.string() })).exactOptional(),
    }),
  }),
])
type Event = z.infer<typeof Event>
/** What was done about a request. Nothing in it is personal. */
export type Answer = Extract<Event, { kind: 'answered' }>['data']

/** How a request stands. Days are `YYYY-MM-DD`. */
export type DataRequest = {
  readonly id: string
  readonly about: Wish
  readonly person: string
  readonly receivedOn: string
  readonly dueOn: string
  readonly isExtended: boolean
  readonly answer?: Answer | undefined
}

/** The request its facts make; undefined before it was asked. */
export function requestFrom(id: string, facts: readonly Fact[]): DataRequest | undefined {
  const events = facts.map(({ kind, data }) => Event.parse({ kind, data }))
  return fold<DataRequest | undefined, Event>(
    events,
    (current, event) => {
      if (event.kind === 'asked') return current ?? { id, ...event.data, isExtended: false }
      if (event.kind === 'extended') return current && { ...current, dueOn: event.data.dueOn, isExtended: true }
      return current && { ...current, answer: event.data }
    },
    undefined,
  )
}

/** Who does something, and when: an actor's id and an ISO instant. */
export type Doing = { readonly by: string; readonly at: string }

/** A request came in on a day. */
export function asked(
  doing: Doing,
  { about, person, receivedOn, nation }: Pick<DataRequest, 'about' | 'person' | 'receivedOn'> & { nation: Nation },
): NewFact {
  return { kind: 'asked', ...doing, data: { about, person, receivedOn, dueOn: subjectAccessDue(receivedOn, nation) ?? receivedOn } }
}

/** Three months instead of one; undefined when the first month is over, it was extended before, or it has been answered. */
export function extended(doing: Doing, request: DataRequest, { today, nation }: { today: string; nation: Nation }): NewFact | undefined {
  if (request.isExtended || request.answer || today > request.dueOn) return undefined
  return { kind: 'extended', ...doing, data: { dueOn: subjectAccessExtended(request.receivedOn, nation) ?? request.dueOn } }
}

export function answered(doing: Doing, answer: Answer): NewFact {
  return { kind: 'answered', ...doing, data: answer }
}

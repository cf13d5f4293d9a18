/** The single place for what can have happened while a service is made simpler: pages measured, and questions somebody says are needed. Kinds are only ever added. */
import { z } from 'zod'
import type { Fact } from '#store/fact.ts'

const Count = z.int()
const Cell = z.object({
  month: z.string(),
  version: z.string(),
  page: z.string(),
  /** Empty for the page itself. */
  question: z.string(),
  answered: Count,
  seconds: Count,
  squares: Count,
  stopped: Count,
  errors: Count,
  exited: Count,
})
export type PageCell = z.infer<typeof Cell>

export const longestReason = 500

const Said = z.object({ question: z.string().max(127), reason: z.string().min(1).max(longestReason), name: z.string() })

const Event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pages-counted'), data: z.object({ cells: z.array(Cell), madeUp: z.literal(true).exactOptional() }) }),
  z.object({ kind: z.literal('question-needed'), data: Said }),
  z.object({ kind: z.literal('question-open'), data: Said.pick({ question: true }) }),
])
export type SimplifyEvent = z.infer<typeof Event>

export type SimplifyFact = SimplifyEvent & Pick<Fact, 'at' | 'by'>

/** The fact parsed; undefined for kinds that are none of ours. @throws ZodError when a fact of ours is not what we write */
export function readFact({ kind, data, at, by }: Pick<Fact, 'kind' | 'data' | 'at' | 'by'>): SimplifyFact | undefined {
  return kinds.has(kind) ? { ...Event.parse({ kind, data }), at, by } : undefined
}

const kinds: ReadonlySet<string> = new Set(Event.options.map((option) => option.shape.kind.value))

/** A question that somebody says is needed, so that it is no candidate: why, by whom, and when (ISO instant). */
export type Needed = { readonly question: string; readonly reason: string; readonly name: string; readonly at: string }

/** What stands now; a later word on the same question replaces the earlier. */
export function neededIn(facts: readonly SimplifyFact[]): readonly Needed[] {
  const needed = new Map<string, Needed>()
  for (const fact of facts) {
    if (fact.kind === 'question-needed') needed.set(fact.data.question, { ...fact.data, at: fact.at })
    if (fact.kind === 'question-open') needed.delete(fact.data.question)
  }
  return [...needed.values()]
}

/** The single place where what two versions make of one past case is laid beside one another, for somebody who looks at that case. */
import { evaluate } from '#core/journey/evaluate.ts'
import type { PlainValue } from '#core/journey/plain-value.ts'
import type { Step } from '#core/journey/trace.ts'
import { compare, type Difference } from './difference.ts'
import type { PastCase } from './past-case.ts'
import type { Side } from './side.ts'

/** Something worked out, by either version or by both; `isChanged` where the value or the rows that fitted are others, or one of the two has none. */
export type StepPair = {
  readonly id: string
  readonly kind: Step['kind']
  readonly before?: Step
  readonly after?: Step
  readonly isChanged: boolean
}

export type Beside = {
  readonly difference: Difference
  /** In the order of the later version, what only the earlier one worked out last. */
  readonly steps: readonly StepPair[]
  /** Questions on the way through each version, by id. */
  readonly asked: { readonly before: readonly string[]; readonly after: readonly string[] }
}

export function layBeside(sides: { readonly from: Side; readonly to: Side }, past: PastCase): Beside {
  const [before, after] = [sides.from, sides.to].map((side) => {
    const { trace, walk } = evaluate(side.prepared, past.answers, past.today)
    return { trace, asked: walk.pages.flatMap(({ questions }) => questions.map(({ id }) => id)) }
  })
  return {
    difference: compare(sides, past),
    steps: pairsOf(before?.trace ?? [], after?.trace ?? []),
    asked: { before: before?.asked ?? [], after: after?.asked ?? [] },
  }
}

function pairsOf(before: readonly Step[], after: readonly Step[]): readonly StepPair[] {
  const earlier = new Map(before.map((step) => [keyOf(step), step]))
  const later = new Set(after.map(keyOf))
  return [
    ...after.map((step) => pairOf(earlier.get(keyOf(step)), step)),
    ...before.filter((step) => !later.has(keyOf(step))).map((step) => pairOf(step, undefined)),
  ].flatMap((pair) => pair ?? [])
}

function pairOf(before: Step | undefined, after: Step | undefined): StepPair | undefined {
  const named = after ?? before
  if (named === undefined) return undefined
  const isChanged = JSON.stringify(before && cameOf(before)) !== JSON.stringify(after && cameOf(after))
  return { id: named.id, kind: named.kind, ...(before ? { before } : {}), ...(after ? { after } : {}), isChanged }
}

function cameOf({ value, rows = [], fault }: Step): readonly [PlainValue, readonly string[], string | null] {
  return [value, rows, fault ?? null]
}

function keyOf({ kind, id }: Step): string {
  return `${kind} ${id}`
}

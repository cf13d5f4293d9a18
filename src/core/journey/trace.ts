/** The single place for the steps an evaluation took, in the order in which it took them, for whoever asks why. */
import type { Decision } from '#core/decision/index.ts'
import type { Derived } from '#core/definition/program/program.ts'
import { type Compiled, isFailure, type Value } from '#core/expression/index.ts'
import { type PlainValue, plainOf } from './plain-value.ts'
import type { Walker } from './walker.ts'

/** One thing worked out. `reads` are the names it read; `rows` the rows of a table that matched. */
export type Step = {
  readonly id: string
  readonly kind: 'calculation' | 'condition' | 'table' | 'exit' | 'outcome' | 'fee' | 'once'
  readonly value: PlainValue
  readonly rows?: readonly string[]
  readonly reads: readonly string[]
  readonly cites?: readonly string[]
  /** Why there is no value where no answer could mend it, such as `overflow`. */
  readonly fault?: string
}

type Results = Readonly<Record<'outcome' | 'fee' | 'once', Value>>

/** Every step: names worked out, exits, then the results. */
export function traceOf(walker: Walker, results: Results): readonly Step[] {
  const { program, definition } = walker.prepared
  const fee = definition.service.fee?.cites
  return [
    ...program.derived.map((one) => stepOf(one, walker)),
    ...program.exits.map(({ id, when, cites }) => compiledStep({ id, kind: 'exit', cites }, when, when.evaluate(walker.values))),
    ...resultStep('outcome', program.outcome, { value: results.outcome, cites: [] }),
    ...resultStep('fee', program.fee, { value: results.fee, cites: fee === undefined ? [] : [fee] }),
    ...resultStep('once', program.once, { value: results.once, cites: [] }),
  ]
}

function stepOf(one: Derived, walker: Walker): Step {
  if (one.kind !== 'table') return compiledStep(one, one.compiled, walker.results.get(one.id))
  const decision = walker.decisions.get(one.id)
  if (decision === undefined) return { id: one.id, kind: 'table', value: null, reads: one.reads }
  return {
    id: one.id,
    kind: 'table',
    value: valueOf(decision, one.isList),
    rows: decision.rows,
    reads: decision.read,
    ...(decision.cites.length === 0 ? {} : { cites: decision.cites }),
    ...(decision.state === 'fault' ? { fault: decision.fault } : {}),
  }
}

function valueOf(decision: Decision, isList: boolean): PlainValue {
  if (decision.state !== 'decided') return null
  return plainOf(isList ? decision.list : decision.outputs)
}

function compiledStep(named: Pick<Step, 'id' | 'kind'> & { readonly cites: readonly string[] }, compiled: Compiled, value: Value): Step {
  return {
    id: named.id,
    kind: named.kind,
    value: plainOf(value),
    reads: compiled.reads,
    ...(named.cites.length === 0 ? {} : { cites: named.cites }),
    ...(isFailure(value) ? { fault: value.fault } : {}),
  }
}

function resultStep(
  kind: 'outcome' | 'fee' | 'once',
  compiled: Compiled | undefined,
  { value, cites }: { readonly value: Value; readonly cites: readonly string[] },
): readonly Step[] {
  return compiled === undefined ? [] : [compiledStep({ id: kind, kind, cites }, compiled, value)]
}

/** The door to the council expression language: compile a text once, evaluate it often, explain what it did. */
import type { Ast } from './ast.ts'
import type { ExpressionFault } from './fault.ts'
import type { Scope, Type } from './type.ts'
import type { Value, Values } from './value.ts'

export type { Ast, Operator, Walk } from './ast.ts'
export type { ExpressionFault, ExpressionFaultCode } from './fault.ts'
export { isSameType, nameOfType } from './type.ts'
export type { Scope, Type } from './type.ts'
export { Failure, isFailure } from './value.ts'
export type { FailureCode, Known, Value, Values } from './value.ts'

/** A checked expression, ready to run. */
export type Compiled = {
  readonly type: Type
  /** The variables read, and the fields read below them: `household`, `household.income`. Sorted. */
  readonly reads: readonly string[]
  readonly source: string
  readonly ast: Ast
  /** Never throws: a known value, `undefined` when missing, or a `Failure`. */
  readonly evaluate: (values: Values) => Value
  /** The names whose answers would be needed to say more, when `evaluate` gives `undefined`; otherwise empty. */
  readonly missing: (values: Values) => readonly string[]
}

/** One step of an evaluation: its source text, its value, and the steps it was made from. */
export type Step = { readonly source: string; readonly ast: Ast; readonly value: Value; readonly steps: readonly Step[] }

/** Checks an expression against a scope (and the type it must have). Gives the compiled expression, or every fault found. */
export function compile(source: string, scope: Scope, expected?: Type): Compiled | { readonly faults: readonly ExpressionFault[] } {
  throw new Error(`Not yet: ${source} ${Object.keys(scope).join()} ${expected?.kind}`)
}

/** What an evaluation did, step by step, for whoever asks why. */
export function explain(compiled: Compiled, values: Values): Step {
  return { source: compiled.source, ast: compiled.ast, value: compiled.evaluate(values), steps: [] }
}

/** The ways in which the parser beneath no longer behaves as relied upon; empty when all is well. Run once at start. */
export function selfCheck(): readonly string[] {
  return []
}

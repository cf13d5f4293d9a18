/** The single place for a checked row of a decision table, whether it matches and what it gives. */
import { type Ast, type Failure, isFailure, type Known, type Run, type Value, type Values } from '#core/expression/index.ts'
import type { Outputs } from './decision.ts'

/** A checked input of a table or a checked result of a row. */
export type Source = {
  readonly id: string
  readonly ast: Ast
  readonly evaluate: (values: Values) => Value
  readonly missing: (values: Values) => readonly string[]
  readonly reads: readonly string[]
}

/** What a cell asks of its input: as a tree, in which the input is the item `input 0`, `input 1`, …, and as a closure. */
export type Test = { readonly ast: Ast; readonly run: Run }

/** A checked row: its tests by input (none where anything will do) and its results by output. */
export type CheckedRow = {
  readonly id: string
  readonly tests: readonly (Test | undefined)[]
  readonly results: readonly Source[]
  readonly cites: string | undefined
  readonly reason: string | undefined
}

/** Whether a row matches these inputs, by the logic of `and`: true, false, missing or failed. */
export function match(row: CheckedRow, values: Values, inputs: Value[]): Value {
  let found: Value = true
  for (let at = 0; at < row.tests.length; at += 1) {
    const test = row.tests[at]
    if (test === undefined) continue
    const input = inputs[at]
    const value = isFailure(input) ? input : test.run(values, inputs)
    if (value === false) return false
    if (value === undefined || (isFailure(value) && found === true)) found = value
  }
  return found
}

/** The outputs of a row, or what keeps one of them from being known. */
export function outputsOf(row: CheckedRow, values: Values): { readonly outputs: Outputs } | { readonly blocked: Failure | undefined } {
  const outputs: Record<string, Known> = {}
  for (const { id, evaluate } of row.results) {
    const value = evaluate(values)
    if (value === undefined || isFailure(value)) return { blocked: value }
    outputs[id] = value
  }
  return { outputs }
}

/** The door to the council expression language: compile a text once, evaluate it often, explain what it did. */
import type { Compiled } from './compile.ts'
import { type Step, stepsOf } from './explain.ts'
import type { Values } from './value.ts'

export { type Ast, type Operator, partsOf, type Walk } from './ast.ts'
export { compile } from './compile.ts'
export type { Compiled, Refusal } from './compile.ts'
export { runOf } from './evaluator.ts'
export type { Step } from './explain.ts'
export type { ExpressionFault, ExpressionFaultCode } from './fault.ts'
export type { Run } from './logic.ts'
export { isFreeName, isUsableName } from './names.ts'
export { Frame, lostNumber, type Quick } from './quick/frame.ts'
export type { AnswerSlot } from './quick/placing.ts'
export { QuickCompiler } from './quick/quick.ts'
export type { Ground, Source } from './quick/source.ts'
export { keptNumber } from './quick/read.ts'
export { expressionsReference } from './reference.ts'
export { selfCheck } from './self-check.ts'
export { isSameType, nameOfType } from './type.ts'
export type { Scope, Type } from './type.ts'
export { Failure, isFailure } from './value.ts'
export type { FailureCode, Known, Value, Values } from './value.ts'

/** What an evaluation did, step by step, for whoever asks why. */
export function explain(compiled: Compiled, values: Values): Step {
  return stepsOf(compiled.ast, compiled.source, values)
}

/** The single place that finds, for answers from an endless range, the few values that stand for all: those beside each bound they are compared with. */
import { type Ast, type Compiled, partsOf } from '#core/expression/index.ts'
import { addDays } from '#core/value/calendar-date.ts'
import type { Program } from '../program/program.ts'

/** Values beside every bound a number, amount or date is compared with; undefined where it is used in any other way, so that nothing is certain. */
export function boundsOf(name: string, expressions: readonly Compiled[], { constants }: Program): readonly (number | string)[] | undefined {
  const bounds: (number | string)[] = []
  const isSimple = expressions.every(({ ast }) =>
    everyUse(ast, name, (other) => {
      const bound = other.kind === 'literal' ? other.value : other.kind === 'variable' ? constants[other.name] : undefined
      if (typeof bound !== 'number' && typeof bound !== 'string') return false
      bounds.push(bound)
      return true
    }),
  )
  if (!isSimple) return undefined
  return [...new Set(bounds.flatMap(besides))]
}

function besides(bound: number | string): readonly (number | string)[] {
  if (typeof bound === 'number') return [bound - 1, bound, bound + 1]
  return [addDays(bound, -1), bound, addDays(bound, 1)].filter((day) => day !== undefined)
}

/** Whether each use of the variable is one side of a comparison whose other side is accepted. */
function everyUse(ast: Ast, name: string, accept: (other: Ast) => boolean): boolean {
  if (ast.kind === 'variable') return ast.name !== name
  if (ast.kind === 'operation' && isComparison(ast.operator)) {
    if (isVariable(ast.left, name)) return accept(ast.right)
    if (isVariable(ast.right, name)) return accept(ast.left)
  }
  return partsOf(ast).every((part) => everyUse(part, name, accept))
}

function isComparison(operator: string): boolean {
  return ['==', '!=', '<', '<=', '>', '>='].includes(operator)
}

function isVariable(ast: Ast, name: string): boolean {
  return ast.kind === 'variable' && ast.name === name
}

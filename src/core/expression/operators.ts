/** The single place for which operators there are between which types. Anything not listed is refused before publishing. */
import { type Ast, type Operator, partsOf } from './ast.ts'
import type { ExpressionFault } from './fault.ts'
import { BOOL, DATE, DAYS, INT, MONEY, MONTHS, TEXT } from './functions/function.ts'
import { nameOfType, type Type } from './type.ts'

/** One use of an operator: what stands on its sides and what comes of it. */
export type OperatorEntry = { readonly operator: Operator; readonly left: Type; readonly right: Type; readonly gives: Type }

const ORDER = ['<', '<=', '>', '>='] as const

function arithmetic(operator: Operator, rows: readonly (readonly [Type, Type, Type])[]): OperatorEntry[] {
  return rows.map(([left, right, gives]) => ({ operator, left, right, gives }))
}

/** Every operator between single values; `==` and `!=` also stand between options of one set, and `in` before a list of the same type. */
export const OPERATORS: readonly OperatorEntry[] = [
  ...[BOOL, INT, TEXT, MONEY, DATE, DAYS, MONTHS].flatMap((type) => [
    ...arithmetic('==', [[type, type, BOOL]]),
    ...arithmetic('!=', [[type, type, BOOL]]),
  ]),
  ...[INT, MONEY, DATE, DAYS, MONTHS].flatMap((type) => ORDER.flatMap((operator) => arithmetic(operator, [[type, type, BOOL]]))),
  ...arithmetic('+', [
    [INT, INT, INT],
    [MONEY, MONEY, MONEY],
    [TEXT, TEXT, TEXT],
    [DATE, DAYS, DATE],
    [DATE, MONTHS, DATE],
    [DAYS, DAYS, DAYS],
    [MONTHS, MONTHS, MONTHS],
  ]),
  ...arithmetic('-', [
    [INT, INT, INT],
    [MONEY, MONEY, MONEY],
    [DATE, DATE, DAYS],
    [DATE, DAYS, DATE],
    [DATE, MONTHS, DATE],
    [DAYS, DAYS, DAYS],
    [MONTHS, MONTHS, MONTHS],
  ]),
  ...arithmetic('*', [
    [INT, INT, INT],
    [MONEY, INT, MONEY],
    [INT, MONEY, MONEY],
  ]),
  ...arithmetic('/', [[INT, INT, INT]]),
  ...arithmetic('%', [[INT, INT, INT]]),
]

const known = new Set(OPERATORS.map(({ operator, left, right }) => `${left.kind} ${operator} ${right.kind}`))

/** The first use of an operator that the checker beneath knows and the language does not: text in order, lists joined or compared. */
export function unlistedOperator(ast: Ast): ExpressionFault | undefined {
  if (ast.kind === 'operation' && !isListed(ast.operator, ast.left.type, ast.right.type)) return faultOf(ast)
  for (const part of partsOf(ast)) {
    const found = unlistedOperator(part)
    if (found !== undefined) return found
  }
  return undefined
}

function isListed(operator: Operator, left: Type, right: Type): boolean {
  if (operator === 'in') return right.kind === 'list' && right.of.kind !== 'map' && right.of.kind !== 'list'
  if (left.kind === 'option') return right.kind === 'option' && (operator === '==' || operator === '!=')
  return known.has(`${left.kind} ${operator} ${right.kind}`)
}

function faultOf({ operator, left, right, start, end }: Extract<Ast, { kind: 'operation' }>): ExpressionFault {
  return {
    code: 'wrong-type',
    message: `${operator} does not stand between ${nameOfType(left.type)} and ${nameOfType(right.type)}`,
    help: left.type.kind === 'string' ? 'Text can be compared with == and != only' : 'Use size, in, all or exists to ask about a list',
    start,
    end,
  }
}

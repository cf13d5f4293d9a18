/** The single place for what the operators between two values do, within the bounds of exact numbers. */
import { addDays, addMonths, daysBetween } from '#core/value/calendar-date.ts'
import { exactInteger } from '#core/value/integer.ts'
import type { Ast } from './ast.ts'
import { blocked, identity, membership, order, type Run } from './logic.ts'
import { Failure, type Known, type Place } from './value.ts'

type Operation = Extract<Ast, { kind: 'operation' }>

/** Texts longer than this are an overflow: joining must not make them grow without bound. */
export const LONGEST_TEXT = 100_000

/** The closure of an operator between two values. Missing or failed on either side, it is missing or failed. */
export function operation(ast: Operation, left: Run, right: Run): Run {
  switch (ast.operator) {
    case '==':
      return identity(left, right, true)
    case '!=':
      return identity(left, right, false)
    case '<':
      return order(left, right, { below: true, same: false, above: false })
    case '<=':
      return order(left, right, { below: true, same: true, above: false })
    case '>':
      return order(left, right, { below: false, same: false, above: true })
    case '>=':
      return order(left, right, { below: false, same: true, above: true })
    case 'in':
      return membership(left, right)
    case '+':
      return addition(ast, left, right)
    case '-':
      return subtraction(ast, left, right)
    case '*':
      return product(left, right, ast)
    default:
      return division(ast, left, right)
  }
}

function addition(ast: Operation, left: Run, right: Run): Run {
  if (ast.left.type.kind === 'date') return dates(ast.right.type.kind === 'months' ? addMonths : addDays, { left, right, place: ast })
  if (ast.type.kind === 'string') return joining(left, right, ast)
  const overflow = new Failure('overflow', ast)
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    return typeof a === 'number' && typeof b === 'number' ? (exactInteger(a + b) ?? overflow) : blocked(a, b)
  }
}

function subtraction(ast: Operation, left: Run, right: Run): Run {
  if (ast.left.type.kind === 'date' && ast.right.type.kind === 'date') return between(left, right)
  if (ast.left.type.kind === 'date') {
    const add = ast.right.type.kind === 'months' ? addMonths : addDays
    return dates((date, length) => add(date, -length), { left, right, place: ast })
  }
  const overflow = new Failure('overflow', ast)
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    return typeof a === 'number' && typeof b === 'number' ? (exactInteger(a - b) ?? overflow) : blocked(a, b)
  }
}

function product(left: Run, right: Run, place: Place): Run {
  const overflow = new Failure('overflow', place)
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    return typeof a === 'number' && typeof b === 'number' ? (exactInteger(a * b) ?? overflow) : blocked(a, b)
  }
}

/** Whole division drops the rest, as in CEL: -7 / 2 is -3, and -7 % 2 is -1. */
function division(ast: Operation, left: Run, right: Run): Run {
  const nothing = new Failure('divide-by-zero', ast)
  const isRest = ast.operator === '%'
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    if (typeof a !== 'number' || typeof b !== 'number') return blocked(a, b)
    if (b === 0) return nothing
    return (isRest ? a % b : (a - (a % b)) / b) + 0
  }
}

function joining(left: Run, right: Run, place: Place): Run {
  const overflow = new Failure('overflow', place)
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    if (typeof a !== 'string' || typeof b !== 'string') return blocked(a, b)
    return a.length + b.length > LONGEST_TEXT ? overflow : a + b
  }
}

function dates(
  add: (date: string, length: number) => Known | undefined,
  at: { readonly left: Run; readonly right: Run; readonly place: Place },
): Run {
  const overflow = new Failure('overflow', at.place)
  return (values, members) => {
    const date = at.left(values, members)
    const length = at.right(values, members)
    return typeof date === 'string' && typeof length === 'number' ? (add(date, length) ?? overflow) : blocked(date, length)
  }
}

function between(left: Run, right: Run): Run {
  return (values, members) => {
    const a = left(values, members)
    const b = right(values, members)
    return typeof a === 'string' && typeof b === 'string' ? daysBetween(b, a) : blocked(a, b)
  }
}

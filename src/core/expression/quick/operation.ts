/** The single place for quick operators: a closure for each operator, and another where the right side is written out. */
import { addDays, addMonths, daysBetween } from '#core/value/calendar-date.ts'
import type { Operator } from '../ast.ts'
import { LONGEST_TEXT } from '../operation.ts'
import { type Frame, lostNumber, lostText, lostTruth, type Quick } from './frame.ts'

type Sides<Value> = { readonly left: Quick<Value>; readonly right: Quick<Value> }

function exact(frame: Frame, value: number): number {
  return Number.isSafeInteger(value) ? value + 0 : lostNumber(frame)
}

/** Whole numbers, as `operation` in operation.ts has them. */
export function arithmetic(operator: Operator, { left, right }: Sides<number>): Quick<number> {
  switch (operator) {
    case '+':
      return (frame) => exact(frame, left(frame) + right(frame))
    case '-':
      return (frame) => exact(frame, left(frame) - right(frame))
    case '*':
      return (frame) => exact(frame, left(frame) * right(frame))
    default:
      return division(operator === '%', { left, right })
  }
}

/** The same with a number that is written out. */
export function arithmeticWith(operator: Operator, left: Quick<number>, value: number): Quick<number> {
  switch (operator) {
    case '+':
      return (frame) => exact(frame, left(frame) + value)
    case '-':
      return (frame) => exact(frame, left(frame) - value)
    case '*':
      return (frame) => exact(frame, left(frame) * value)
    default:
      return division(operator === '%', { left, right: () => value })
  }
}

function division(isRest: boolean, { left, right }: Sides<number>): Quick<number> {
  return (frame) => {
    const a = left(frame)
    const b = right(frame)
    if (b === 0) return lostNumber(frame)
    return (isRest ? a % b : (a - (a % b)) / b) + 0
  }
}

/** How two values of one type compare: numbers by size, dates by time. */
export function comparison<Value extends number | string | boolean>(operator: Operator, { left, right }: Sides<Value>): Quick<boolean> {
  switch (operator) {
    case '==':
      return (frame) => left(frame) === right(frame)
    case '!=':
      return (frame) => left(frame) !== right(frame)
    case '<':
      return (frame) => left(frame) < right(frame)
    case '<=':
      return (frame) => left(frame) <= right(frame)
    case '>':
      return (frame) => left(frame) > right(frame)
    case '>=':
      return (frame) => left(frame) >= right(frame)
    default:
      return lostTruth
  }
}

/** The same with a value that is written out. */
export function comparedWith<Value extends number | string | boolean>(
  operator: Operator,
  left: Quick<Value>,
  value: Value,
): Quick<boolean> {
  switch (operator) {
    case '==':
      return (frame) => left(frame) === value
    case '!=':
      return (frame) => left(frame) !== value
    case '<':
      return (frame) => left(frame) < value
    case '<=':
      return (frame) => left(frame) <= value
    case '>':
      return (frame) => left(frame) > value
    case '>=':
      return (frame) => left(frame) >= value
    default:
      return lostTruth
  }
}

/** A yes or no held against one that is written out. */
export function isTruth(operator: Operator, of: Quick<boolean>, value: boolean): Quick<boolean> {
  return (operator === '==') === value ? of : (frame) => !of(frame)
}

export function joined({ left, right }: Sides<string>): Quick<string> {
  return (frame) => {
    const a = left(frame)
    const b = right(frame)
    return a.length + b.length > LONGEST_TEXT ? lostText(frame) : a + b
  }
}

export function daysApart({ left, right }: Sides<string>): Quick<number> {
  return (frame) => {
    const to = left(frame)
    const from = right(frame)
    return frame.isLost ? 0 : daysBetween(from, to)
  }
}

/** A date so many days or months later, earlier with the sign -1. */
export function shifted(
  date: Quick<string>,
  length: Quick<number>,
  by: { readonly unit: 'days' | 'months'; readonly sign: 1 | -1 },
): Quick<string> {
  const add = by.unit === 'months' ? addMonths : addDays
  return (frame) => {
    const from = date(frame)
    const count = length(frame)
    return frame.isLost ? '' : (add(from, by.sign * count) ?? lostText(frame))
  }
}

/** The single place for quick calls: closures of their own for functions that rules call most, and one way for all others. */
import { ageFrom, digitsOf } from '#core/value/age.ts'
import { isRounding, type Rounding, scale } from '#core/value/rounding.ts'
import type { Ast } from '../ast.ts'
import { findFunction } from '../functions/index.ts'
import { isRefused } from '../functions/function.ts'
import { hasGaps, type Known } from '../value.ts'
import { lostNumber, type Quick } from './frame.ts'
import type { Reading } from './read.ts'

type Call = Extract<Ast, { kind: 'call' }>

/** The closure of a function of numbers that has one of its own. */
export function numberCall(ast: Call, numbers: readonly Quick<number>[], texts: readonly Quick<string>[]): Quick<number> | undefined {
  const [a = lostNumber, b = lostNumber, c = lostNumber] = numbers
  const rounding = roundingOf(ast)
  switch (ast.name) {
    case 'min':
      return numbers.length === 2 ? (frame) => Math.min(a(frame), b(frame)) : undefined
    case 'max':
      return numbers.length === 2 ? (frame) => Math.max(a(frame), b(frame)) : undefined
    case 'days':
    case 'months':
    case 'count':
      return a
    case 'ceilDiv':
      return steps(a, b, 1)
    case 'floorDiv':
      return steps(a, b, -1)
    case 'percent':
      return rounding && percent(a, b, rounding)
    case 'divide':
      return rounding && scaled(a, { times: () => 1, by: b }, rounding)
    case 'share':
      return rounding && scaled(a, { times: b, by: c }, rounding)
    case 'ageOn':
      return age(texts)
    default:
      return undefined
  }
}

/** Any function on whatever it is given, as long as nothing of it is missing. */
export function anyCall<Result>(ast: Call, given: readonly Quick<Known | undefined>[], { is, lost }: Reading<Result>): Quick<Result> {
  const entry = findFunction(ast.name)
  if (entry === undefined) throw new TypeError(`The checker lets no unknown function ${ast.name} through`)
  return (frame) => {
    const values: Known[] = []
    for (const part of given) {
      const value = part(frame)
      if (value !== undefined && !hasGaps(value)) values.push(value)
    }
    if (frame.isLost || values.length < given.length) return lost(frame)
    const result = entry.run(values)
    return !isRefused(result) && is(result) ? result : lost(frame)
  }
}

function roundingOf({ given }: Call): Rounding | undefined {
  const last = given.at(-1)
  const name = last?.kind === 'option' ? last.option : ''
  return isRounding(name) ? name : undefined
}

function scaled(
  amount: Quick<number>,
  ratio: { readonly times: Quick<number>; readonly by: Quick<number> },
  rounding: Rounding,
): Quick<number> {
  const { times, by } = ratio
  return (frame) => {
    const divisor = by(frame)
    return scale(amount(frame), { times: times(frame), by: divisor }, rounding) ?? lostNumber(frame)
  }
}

function percent(amount: Quick<number>, times: Quick<number>, rounding: Rounding): Quick<number> {
  return (frame) => scale(amount(frame), { times: times(frame), by: 100 }, rounding) ?? lostNumber(frame)
}

/** Whole steps, and `one` more where a rest lies on that side. The remainder is exact where the quotient is not. */
function steps(amount: Quick<number>, step: Quick<number>, more: 1 | -1): Quick<number> {
  return (frame) => {
    const whole = amount(frame)
    const one = step(frame)
    if (one === 0) return lostNumber(frame)
    const rest = whole % one
    const isMore = rest !== 0 && (rest > 0 === one > 0) === more > 0
    return (whole - rest) / one + (isMore ? more : 0) + 0
  }
}

function age([birth, day]: readonly Quick<string>[]): Quick<number> | undefined {
  if (birth === undefined || day === undefined) return undefined
  // Nearly everybody is looked at on the same day.
  let last = { day: '', digits: 0 }
  return (frame) => {
    const born = birth(frame)
    const on = day(frame)
    if (frame.isLost || on < born) return lostNumber(frame)
    if (on !== last.day) last = { day: on, digits: digitsOf(on) }
    return ageFrom(digitsOf(born), last.digits)
  }
}

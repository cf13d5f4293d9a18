/** The single place for what a rule means to z3, where answers may be missing: a condition is yes, no or neither, a number is known or not. */
import { type Arith, type Bool, init } from 'z3-solver'
import { dayNumber } from '#core/value/calendar-date.ts'

const { Context, em } = await init()
export const z3 = Context('proof')

/** z3 keeps threads; without this a process that used it never ends. */
export function endThreads(): void {
  em.PThread.terminateAllThreads()
}

export type Truth = Bool<'proof'>
export type Figure = Arith<'proof'>

/** Neither where what it asks of is missing. */
export type Meant = { readonly yes: Truth; readonly no: Truth }
export type Measure = { readonly value: Figure; readonly known: Truth }

/** A rule twice: as an author writes it, and for z3. */
export type Condition = { readonly written: string; readonly meant: Meant }
export type Sum = { readonly written: string; readonly meant: Measure }

export const always = z3.Bool.val(true)
export const never = z3.Bool.val(false)

export function sure(yes: Truth): Meant {
  return { yes, no: yes.not() }
}

export function known(value: Figure): Measure {
  return { value, known: always }
}

export function either(...parts: readonly Truth[]): Truth {
  return parts.length === 0 ? never : z3.Or(...parts)
}

export function both(...parts: readonly Truth[]): Truth {
  return parts.length === 0 ? always : z3.And(...parts)
}

export function chosen(when: Truth, then: Figure, otherwise: Figure): Figure {
  return z3.If(when, then, otherwise)
}

const signed: Readonly<Record<string, (left: Figure, right: Figure) => Truth>> = {
  '<': (left, right) => left.lt(right),
  '<=': (left, right) => left.le(right),
  '>': (left, right) => left.gt(right),
  '>=': (left, right) => left.ge(right),
  '==': (left, right) => left.eq(right),
  '!=': (left, right) => left.neq(right),
}
export const signs = ['<', '<=', '>', '>=', '==', '!='] as const

export function compared(left: Measure, sign: (typeof signs)[number], right: Measure): Meant {
  const holds = signed[sign]?.(left.value, right.value) ?? never
  const isKnown = both(left.known, right.known)
  return { yes: both(isKnown, holds), no: both(isKnown, holds.not()) }
}

/** Whole division towards nothing, and its rest. */
export function divided(value: Figure, by: number): { readonly whole: Figure; readonly rest: Figure } {
  const size = chosen(value.ge(0), value, value.neg())
  const whole = chosen(value.ge(0), size.div(by), size.div(by).neg())
  return { whole, rest: value.sub(whole.mul(by)) }
}

/** An amount that is not negative, times and divided by, in each way of rounding. */
export function rounded(amount: Figure, { times, by }: { readonly times: number; readonly by: number }, rounding: string): Figure {
  const exact = amount.mul(times)
  const whole = exact.div(by)
  const twice = exact.sub(whole.mul(by)).mul(2)
  const isAway: Readonly<Record<string, Truth>> = {
    up: twice.gt(0),
    half_up: twice.ge(by),
    half_even: either(twice.gt(by), both(twice.eq(by), whole.mod(2).eq(1))),
  }
  return chosen(isAway[rounding] ?? never, whole.add(1), whole)
}
export const roundings = ['half_up', 'half_even', 'down', 'up'] as const

/** What can be answered: three numbers, one that may be left out, an amount, a day of half a year, a choice, two of yes or no, and a group of up to three. */
export const answers = {
  x: z3.Int.const('x'),
  y: z3.Int.const('y'),
  z: z3.Int.const('z'),
  m: z3.Int.const('m'),
  hasM: z3.Bool.const('m given'),
  pay: z3.Int.const('pay'),
  month: z3.Int.const('month'),
  dayOfMonth: z3.Int.const('day of month'),
  c: z3.Int.const('c'),
  p: z3.Bool.const('p'),
  q: z3.Bool.const('q'),
  size: z3.Int.const('size'),
  entries: [0, 1, 2].map((at) => ({ v: z3.Int.const(`v${at}`), w: z3.Bool.const(`w${at}`) })),
} as const

export const options = ['red', 'green', 'blue'] as const
const months = 6

/** The first day of a month, counted from January 2026. */
function firstOf(month: number): number {
  return dayNumber(new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10))
}

/** For a month counted from January 2026, what a function says of it. */
function byMonth(month: Figure, ofMonth: (month: number) => number): Figure {
  let value: Figure = z3.Int.val(ofMonth(months + 5))
  for (let at = months + 4; at >= -6; at -= 1) value = chosen(month.eq(at), z3.Int.val(ofMonth(at)), value)
  return value
}

const length = (month: number): number => firstOf(month + 1) - firstOf(month)

/** The day so many months later: the same of its month, or the last. */
export function monthsLater(count: number): Figure {
  const month = answers.month.add(count)
  const last = byMonth(month, length)
  return byMonth(month, firstOf)
    .add(chosen(answers.dayOfMonth.le(last), answers.dayOfMonth, last))
    .sub(1)
}

export const day = monthsLater(0)
export const firstOfMonth = byMonth(answers.month, firstOf)
export const lastOfMonth = byMonth(answers.month, (month) => firstOf(month + 1) - 1)
export const year = answers.month.div(12).add(2026)
export const monthOfYear = answers.month.mod(12).add(1)

const number = (value: Figure, least: number, most: number): Truth => both(value.ge(least), value.le(most))

/** What a form accepts. */
export const accepted = both(
  ...[answers.x, answers.y, answers.z].map((value) => number(value, -1000, 1000)),
  number(answers.m, 0, 20),
  number(answers.pay, 0, 100_000),
  number(answers.month, 0, months - 1),
  answers.dayOfMonth.ge(1),
  answers.dayOfMonth.le(byMonth(answers.month, length)),
  number(answers.c, 0, 2),
  number(answers.size, 0, 3),
  ...answers.entries.map(({ v }) => number(v, 0, 50)),
)

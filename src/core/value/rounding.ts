/** The single place for rounding: every division of money names how it rounds. */
import { exactInteger } from './integer.ts'

/**
 * The ways to round. `half_up` rounds a half away from nothing (as HMRC and most council schemes do), `half_even` to the even
 * neighbour (bankers' rounding), `down` towards nothing, `up` away from nothing.
 */
export const ROUNDINGS = ['half_up', 'half_even', 'down', 'up'] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** Whether the text names a way to round. */
export function isRounding(text: string): text is Rounding {
  return ROUNDINGS.some((name) => name === text)
}

/** `amount × times ÷ by`, exact before it is rounded once. `undefined` when `by` is nothing or the result is out of bounds. */
export function scale(amount: number, ratio: { readonly times: number; readonly by: number }, rounding: Rounding): number | undefined {
  if (ratio.by === 0) return undefined
  const product = BigInt(amount) * BigInt(ratio.times)
  const divisor = BigInt(ratio.by)
  return exactInteger(Number(quotient(product, divisor, rounding)))
}

/** The amount taken to a whole number of `step`, for example pence to whole pounds with a step of 100. */
export function roundTo(amount: number, step: number, rounding: Rounding): number | undefined {
  const steps = scale(amount, { times: 1, by: step }, rounding)
  return steps === undefined ? undefined : exactInteger(steps * step)
}

function quotient(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const whole = dividend / divisor
  const rest = dividend % divisor
  if (rest === 0n || !isRoundedAway({ whole, twice: 2n * magnitude(rest), divisor: magnitude(divisor) }, rounding)) return whole
  return dividend < 0n === divisor < 0n ? whole + 1n : whole - 1n
}

function isRoundedAway(part: { whole: bigint; twice: bigint; divisor: bigint }, rounding: Rounding): boolean {
  if (rounding === 'up') return true
  if (rounding === 'down') return false
  if (part.twice !== part.divisor) return part.twice > part.divisor
  return rounding === 'half_up' || part.whole % 2n !== 0n
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

/** The single place for rounding: every division of money names how it rounds. */
import { exactInteger, LARGEST_INTEGER } from './integer.ts'

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
  const small = amount * ratio.times
  if (Math.abs(small) <= LARGEST_INTEGER && Math.abs(ratio.by) <= LARGEST_HALVED) return smallQuotient(small, ratio.by, rounding)
  const product = BigInt(amount) * BigInt(ratio.times)
  const divisor = BigInt(ratio.by)
  return exactInteger(Number(quotient(product, divisor, rounding)))
}

/** The amount taken to a whole number of `step`, for example pence to whole pounds with a step of 100. */
export function roundTo(amount: number, step: number, rounding: Rounding): number | undefined {
  const steps = scale(amount, { times: 1, by: step }, rounding)
  return steps === undefined ? undefined : exactInteger(steps * step)
}

/** Twice what is within it is still exact. */
const LARGEST_HALVED = (LARGEST_INTEGER - 1) / 2

/** `quotient` without the long way round: every step is a whole number within bounds. */
function smallQuotient(dividend: number, divisor: number, rounding: Rounding): number {
  const rest = dividend % divisor
  const whole = (dividend - rest) / divisor + 0
  if (rest === 0 || rounding === 'down') return whole
  const twice = 2 * Math.abs(rest)
  const size = Math.abs(divisor)
  const isAway = rounding === 'up' || (twice === size ? rounding === 'half_up' || whole % 2 !== 0 : twice > size)
  return isAway ? whole + (dividend < 0 === divisor < 0 ? 1 : -1) + 0 : whole
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

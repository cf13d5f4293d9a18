/** The single place for the government’s target for the cost of one transaction. Pure, in exact pence. */
import { exactInteger } from '#core/value/integer.ts'

/** A share in exact parts: `count` of `of`. */
type Parts = { readonly count: number; readonly of: number }

export type TargetAsk = {
  /** A: pence of one transaction now, over all channels. */
  readonly now: number
  /** B: pence of one digital transaction now. */
  readonly digital: number
  /** X: the share that is digital now. */
  readonly takeUp: Parts
  /** Y: the share aimed at. */
  readonly goal: Parts
}

/**
 * The pence one transaction costs at the take-up aimed at: A + ((B − A) / (1 − X)) × (Y − X), exact before it is rounded once, half up (Government
 * Service Design Manual, cost per transaction). It takes for granted that cost falls with volume: fixed costs do not, so the gain is cash only
 * if the cost leaves the budget. `undefined` when everything is digital already, and for shares that are none.
 */
export function targetCost({ now, digital, takeUp, goal }: TargetAsk): number | undefined {
  if (!isShare(takeUp) || !isShare(goal) || takeUp.count === takeUp.of) return undefined
  const [a, b] = [BigInt(now), BigInt(digital)]
  const [x, ofX, y, ofY] = [takeUp.count, takeUp.of, goal.count, goal.of].map(BigInt)
  if (x === undefined || ofX === undefined || y === undefined || ofY === undefined) return undefined
  // (Y − X) / (1 − X) with both shares over one denominator.
  const times = y * ofX - x * ofY
  const by = (ofX - x) * ofY
  return exactInteger(Number(halfUp(a * by + (b - a) * times, by)))
}

function isShare({ count, of }: Parts): boolean {
  return Number.isSafeInteger(count) && Number.isSafeInteger(of) && of > 0 && count >= 0 && count <= of
}

function halfUp(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n ? -1n : 1n
  return (sign * (2n * sign * dividend + divisor)) / (2n * divisor)
}

/** The single place that says how sure a difference is: intervals in which it lies 19 times in 20. Pure. */
import { type Interval, type Share, wilson, within95 as z } from '#core/value/share.ts'
import { meanOf, median, type Spread, sizeOf, valueAt, varianceOf } from './spread.ts'

export { type Interval, type Share, wilson } from '#core/value/share.ts'

export type Difference = Interval & { readonly by: number }

/** Fewer than this on either side are too few to say anything (the usual rule for intervals that rest on the normal distribution). */
export const leastCompared = 30

/** The difference of two shares by Newcombe’s method 10, which takes both Wilson intervals together (Newcombe 1998). */
export function newcombe(before: Share, after: Share): Difference | undefined {
  if (before.of < leastCompared || after.of < leastCompared) return undefined
  const [one, other] = [wilson(before), wilson(after)]
  const [was, is] = [before.count / before.of, after.count / after.of]
  const by = is - was
  return { by, low: by - Math.hypot(is - other.low, one.high - was), high: by + Math.hypot(other.high - is, was - one.low) }
}

/** The difference of two means by Welch’s method, normal approximation. */
export function meanDifference(before: Spread, after: Spread): Difference | undefined {
  const [one, other] = [meanOf(before), meanOf(after)]
  if (one === undefined || other === undefined || isTooFew(before, after)) return undefined
  const reach = z * Math.sqrt(varianceOf(before) / sizeOf(before) + varianceOf(after) / sizeOf(after))
  return { by: other - one, low: other - one - reach, high: other - one + reach }
}

/** The difference of two medians by Bonett and Price (2002): each one’s error from the values that stand around its middle. */
export function medianDifference(before: Spread, after: Spread): Difference | undefined {
  const [one, other] = [median(before), median(after)]
  if (one === undefined || other === undefined || isTooFew(before, after)) return undefined
  const reach = z * Math.hypot(medianError(before), medianError(after))
  return { by: other - one, low: other - one - reach, high: other - one + reach }
}

function medianError(spread: Spread): number {
  const size = sizeOf(spread)
  const place = Math.max(1, Math.round((size + 1) / 2 - Math.sqrt(size)))
  const deviations = (size / 2 + 0.5 - place) / (Math.sqrt(size) / 2)
  const [low, high] = [valueAt(spread, place) ?? 0, valueAt(spread, size - place + 1) ?? 0]
  return (high - low) / (2 * deviations)
}

function isTooFew(before: Spread, after: Spread): boolean {
  return sizeOf(before) < leastCompared || sizeOf(after) < leastCompared
}

/** What a difference comes to. `unclear`: it may as well be chance. */
export type Verdict = 'better' | 'worse' | 'unclear' | 'too-few'

export function verdictOf(difference: Difference | undefined, wanted: 'more' | 'less'): Verdict {
  if (!difference) return 'too-few'
  if (difference.low <= 0 && difference.high >= 0) return 'unclear'
  return difference.by > 0 === (wanted === 'more') ? 'better' : 'worse'
}

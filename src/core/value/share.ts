/** The single place that says how sure a share is that was counted. Pure. */

/** So many of so many. */
export type Share = { readonly count: number; readonly of: number }

export type Interval = { readonly low: number; readonly high: number }

/** 95 % of a normal distribution lie within so many standard deviations. */
export const within95 = 1.959963984540054

/** Wilson’s score interval of a share (Wilson 1927); the whole range when there is nothing. Shares are from 0 to 1. */
export function wilson({ count, of }: Share): Interval {
  if (of === 0) return { low: 0, high: 1 }
  const z = within95
  const share = count / of
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const reach = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return { low: count === 0 ? 0 : Math.max(0, middle - reach), high: count === of ? 1 : Math.min(1, middle + reach) }
}

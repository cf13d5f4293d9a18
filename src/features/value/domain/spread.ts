/** The single place for distributions of whole numbers: how often each occurs, and what lies in the middle. Pure. */

/** Value and how often it occurs, in the order of the values. */
export type Spread = readonly (readonly [value: number, count: number])[]

export function spreadOf(buckets: Iterable<readonly [number, number]>): Spread {
  const counts = new Map<number, number>()
  for (const [value, count] of buckets) counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
}

export function sizeOf(spread: Spread): number {
  return spread.reduce((sum, [, count]) => sum + count, 0)
}

/** All values added together. */
export function sumOf(spread: Spread): number {
  return spread.reduce((sum, [value, count]) => sum + value * count, 0)
}

/** The value at a place, counted from 1 in the order of size; undefined where there is none. */
export function valueAt(spread: Spread, place: number): number | undefined {
  let passed = 0
  for (const [value, count] of spread) {
    passed += count
    if (passed >= place) return value
  }
  return undefined
}

/** The least value that so many of a hundred do not exceed (nearest rank); undefined where there is none. */
export function percentile(spread: Spread, ofHundred: number): number | undefined {
  return valueAt(spread, Math.max(1, Math.ceil((sizeOf(spread) * ofHundred) / 100)))
}

export function median(spread: Spread): number | undefined {
  return percentile(spread, 50)
}

export function meanOf(spread: Spread): number | undefined {
  const size = sizeOf(spread)
  return size === 0 ? undefined : sumOf(spread) / size
}

/** The variance of what was drawn (over n − 1); nothing for fewer than two. */
export function varianceOf(spread: Spread): number {
  const [size, mean] = [sizeOf(spread), meanOf(spread) ?? 0]
  return size < 2 ? 0 : spread.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0) / (size - 1)
}

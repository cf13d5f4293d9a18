/** The single place where counts are made fit to publish: none under ten where a person could be singled out. Pure. */

/** Counts below this, but not nothing, are hidden (ONS and NHS practice for published counts of people). */
export const leastShown = 10

export function isFew(count: number): boolean {
  return count > 0 && count < leastShown
}

/**
 * Counts that stand beside their sum: small ones are hidden (undefined), and the smallest of the others too, until what is hidden has two members
 * at least and comes to ten together, so that nothing can be worked out from the sum.
 */
export function shown(counts: readonly number[]): readonly (number | undefined)[] {
  const hidden = new Set(counts.flatMap((count, place) => (isFew(count) ? [place] : [])))
  if (hidden.size === 0) return counts
  const others = counts.map((count, place) => ({ count, place })).filter(({ count }) => count >= leastShown)
  for (const { place } of others.sort((a, b) => a.count - b.count)) {
    if (isSafe(counts, hidden)) break
    hidden.add(place)
  }
  return counts.map((count, place) => (hidden.has(place) ? undefined : count))
}

function isSafe(counts: readonly number[], hidden: ReadonlySet<number>): boolean {
  const together = [...hidden].reduce((sum, place) => sum + (counts[place] ?? 0), 0)
  return hidden.size >= 2 && together >= leastShown
}

/** A count of a month as everybody may see it: undefined where it is small. */
export function monthShown(count: number): number | undefined {
  return isFew(count) ? undefined : count
}

/**
 * The sum of months that stand beside it, or are part of other sums as time goes on: a small one is always taken for five, so that no sums of any months, taken
 * from one another, say what it is. Undefined where nothing but small counts is in it.
 */
export function sumShown(counts: readonly number[]): number | undefined {
  const sum = counts.reduce((all, count) => all + (monthShown(count) ?? 0), 0)
  const small = counts.filter(isFew).length
  return sum === 0 && small > 0 ? undefined : sum + small * fewInSum
}

const fewInSum = 5

/** A share that may be published: neither those in it nor those out of it are few, and there are enough of both together. */
export function isShareShown({ count, of }: { readonly count: number; readonly of: number }): boolean {
  return of >= leastShown && !isFew(count) && !isFew(of - count)
}

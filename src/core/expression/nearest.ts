/** The single place that guesses what an author meant: the nearest known name. */

/** The known name that differs least from `name`, if it is near enough to be meant. */
export function findNearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const distance = distanceBetween(fold(name), fold(candidate))
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** “Did you mean …?” with the nearest known name, or the known names. */
export function suggest(name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known)
  if (nearest !== undefined) return `Did you mean “${nearest}”?`
  return known.length === 0 ? 'There is none to name.' : `Known here: ${known.slice(0, 40).join(', ')}.`
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll('_', '-').slice(0, 64)
}

/** Optimal string alignment distance: inserted, deleted, replaced and swapped neighbouring letters. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const plain = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1))
      row.push(isSwap ? Math.min(plain, (beforeLast[j - 2] ?? 0) + 1) : plain)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}

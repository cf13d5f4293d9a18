/** The single place for which names a scope may use, and for the known name nearest to a mistyped one. */

const RESERVED = new Set(
  'as break const continue else false for function if import in let loop namespace null package prototype return true var void while'.split(
    ' ',
  ),
)

/** The option sets every scope has. */
const TAKEN = new Set(['rounding', 'bank_holidays'])

/** Whether a variable, field, option set or option may have this name: letters, digits and single underscores, beginning with a letter. */
export function isUsableName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/.test(name) && name.length <= 64 && !RESERVED.has(name) && !(name in Object.prototype)
}

/** Whether a variable or option set may have this name: usable, and not one the language has given out. */
export function isFreeName(name: string): boolean {
  return isUsableName(name) && !TAKEN.has(name)
}

/** The known name with the fewest different letters, if one is near enough to be meant. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3))
  const near = known.map((other) => ({ other, apart: distance(name, other, limit) })).filter(({ apart }) => apart <= limit)
  return near.sort((a, b) => a.apart - b.apart)[0]?.other
}

/** The letters to change, add or take away between two names (Levenshtein); more than `limit` is only known to be more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

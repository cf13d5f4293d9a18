/** The single place that finds which questions an expression rests on. */
import type { Derived } from './program.ts'

/** Questions read, directly or through names worked out from them. */
export function asksOf(reads: readonly string[], derived: readonly Derived[], questions: ReadonlySet<string>): readonly string[] {
  const asks = new Set<string>()
  const seen = new Set<string>()
  const pending = roots(reads)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    if (questions.has(name)) asks.add(name)
    pending.push(...(derived.find(({ id }) => id === name)?.reads ?? []))
  }
  return [...asks]
}

/** The names read, without what is below them: `home` of `home.postcode`. */
export function roots(reads: readonly string[]): string[] {
  return [...new Set(reads.map((name) => name.split('.', 1)[0] ?? name))]
}

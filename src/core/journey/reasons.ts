/** The single place that finds which reasons stand behind what the rules say: those of the tables that were read on the way. */
import type { Walker } from './walker.ts'

/** Keys of reasons: of the outcome, its tables first and then those they read; then of the fee. Each once. */
export function reasonKeys(walker: Walker): readonly string[] {
  const { program } = walker.prepared
  const keys = new Set<string>()
  for (const result of [program.outcome, program.fee]) if (result !== undefined) collect(walker, result.reads, keys)
  return [...keys]
}

/** A table adds what its matching rows read, not all its columns: a rate that was never looked at is no reason. */
function collect(walker: Walker, reads: readonly string[], keys: Set<string>): void {
  const derived = new Map(walker.prepared.program.derived.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const queue = [...reads]
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const id = name.split('.', 1)[0] ?? name
    const one = derived.get(id)
    if (one === undefined || seen.has(id)) continue
    seen.add(id)
    const decision = walker.decisions.get(id)
    for (const key of decision?.reasons ?? []) keys.add(key)
    queue.push(...(decision?.read ?? one.reads))
  }
}

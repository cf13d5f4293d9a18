/** The single place that finds which reasons stand behind what the rules say: those of the tables that were read on the way. */
import type { Derived, Program } from '#core/definition/program/program.ts'
import type { Walker } from './walker.ts'

/** Keys of reasons behind the outcome and the fee, in the order in which the tables were worked out. Each once. */
export function reasonKeys(walker: Walker): readonly string[] {
  const { program } = walker.prepared
  const results = [program.outcome, program.fee].filter((result) => result !== undefined)
  const read = namesRead(
    walker,
    results.flatMap(({ reads }) => reads),
  )
  const tables = program.derived.filter(({ id }) => read.has(id))
  return [...new Set(tables.flatMap(({ id }) => walker.decisions.get(id)?.reasons ?? []))]
}

/** Names worked out that the given names rest on. A table adds what its matching rows read: a rate that was never looked at is no reason. */
function namesRead(walker: Walker, names: readonly string[]): ReadonlySet<string> {
  const derived = derivedOf(walker.prepared.program)
  const read = new Set<string>()
  const pending = [...names]
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const point = name.indexOf('.')
    const id = point < 0 ? name : name.slice(0, point)
    const one = derived.get(id)
    if (one === undefined || read.has(id)) continue
    read.add(id)
    pending.push(...(walker.decisions.get(id)?.read ?? one.reads))
  }
  return read
}

const byId = new WeakMap<Program, ReadonlyMap<string, Derived>>()

/** What is worked out, by its names; made once for each version. */
function derivedOf(program: Program): ReadonlyMap<string, Derived> {
  const known = byId.get(program) ?? new Map(program.derived.map((one) => [one.id, one]))
  byId.set(program, known)
  return known
}

/** The single place that works out what a service would be with a suggested change. */
import { apply } from '#core/diff/index.ts'
import type { Definition, PackFiles } from '#core/definition/index.ts'
import { companionsOf, definitionOf } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { type Content, withExamples } from '../domain/index.ts'

/** The service as it would be. */
export type Outcome = {
  readonly before: Definition
  readonly after: Definition
  readonly companions: PackFiles
  /** What travels with the version it changes. */
  readonly companionsBefore: PackFiles
}

/** Undefined when the version it changes is not of this council, or the changes do not fit it: then nothing can come of it. */
export async function findOutcome(council: Council, service: string, { base, changes, examples }: Content): Promise<Outcome | undefined> {
  const before = await definitionOf(council, service, base)
  if (!before) return undefined
  const applied = apply(before, changes)
  if (!('definition' in applied)) return undefined
  const kept = await companionsOf(council, service, base)
  return { before, after: applied.definition, companions: withExamples(kept, examples), companionsBefore: kept }
}

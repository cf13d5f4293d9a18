/** The single place that remembers the example people of a service in use and what of it they reach: they are read and walked once. */
import { createHash } from 'node:crypto'
import { packOf, readPack, type ScenarioFile } from '#core/definition/index.ts'
import { type Coverage, coverageOf } from '#core/scenario/index.ts'
import type { Council } from '#http/council.ts'
import type { Published } from '../catalogue.ts'
import { companionsOf } from './history.ts'

/** `digest` names exactly these people with exactly this version. */
export type ExamplePeople = { readonly digest: string; readonly scenarios: readonly ScenarioFile[]; readonly coverage: Coverage }

const mostKept = 100
const kept = new Map<string, ExamplePeople>()

export async function examplePeople(
  council: Pick<Council, 'store'>,
  { service, version, definition, prepared }: Pick<Published, 'service' | 'version' | 'definition' | 'prepared'>,
): Promise<ExamplePeople> {
  const files = await companionsOf(council, service, version)
  const hash = createHash('sha256').update(version)
  for (const file of files) hash.update(JSON.stringify(file))
  const digest = hash.digest('hex')
  const known = kept.get(digest)
  if (known) return known
  const { scenarios } = readPack(packOf(definition, files))
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  const people = { digest, scenarios, coverage: coverageOf(prepared, scenarios) }
  kept.set(digest, people)
  return people
}

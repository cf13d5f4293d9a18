/** The single place that looks a definition through before a release: the checks, and its example people. */
import { type Definition, type Fault, type PackFiles, packOf, prepare, readPack, versionOf } from '#core/definition/index.ts'
import { runScenario, type ScenarioResult } from '#core/scenario/scenario.ts'

export type Proof = { readonly faults: readonly Fault[]; readonly scenarios: readonly ScenarioResult[] }

/** What travels with a definition and is no part of its version: example people and README. */
export function companionsIn(files: PackFiles): PackFiles {
  return new Map([...files].filter(([path]) => /^scenarios\/[^/]+\.yaml$/.test(path) || path === 'README.md'))
}

/** Written as a pack and read back, so that nothing is released that could not be read from a folder. Total. */
export function prove(definition: Definition, companions: PackFiles): Proof {
  const { definition: read, version, scenarios, faults } = readPack(packOf(definition, companions))
  if (!read) return { faults, scenarios: [] }
  if (version !== versionOf(definition)) return { faults: [notItself], scenarios: [] }
  const prepared = prepare(read)
  return { faults, scenarios: scenarios.map((scenario) => runScenario(prepared, scenario)) }
}

const notItself: Fault = {
  file: 'service.yaml',
  line: 1,
  column: 1,
  code: 'not-itself',
  message: 'Written as files and read back, this would be another version.',
  help: 'Tell whoever looks after Folkmoot: a part of it cannot be written down.',
}

/** The single place that looks a definition through before a release: the checks, and its example people. */
import { checkDefinition } from '#core/definition/check/index.ts'
import { type Definition, type Fault, type PackFiles, prepare, type ScenarioFile } from '#core/definition/index.ts'
import { Origins } from '#core/definition/origins.ts'
import { readFiles } from '#core/definition/pack-files.ts'
import { runScenario, type ScenarioResult } from '#core/scenario/scenario.ts'

export type Proof = { readonly faults: readonly Fault[]; readonly scenarios: readonly ScenarioResult[] }

/** What travels with a definition and is no part of its version: example people and README. */
export function companionsIn(files: PackFiles): PackFiles {
  return new Map([...files].filter(([path]) => /^scenarios\/[^/]+\.yaml$/.test(path) || path === 'README.md'))
}

/** The faults of a definition, and what its example people get. Total. */
export function prove(definition: Definition, companions: PackFiles): Proof {
  const faults = checkDefinition(definition, new Origins(), new Set())
  if (faults.length > 0) return { faults, scenarios: [] }
  return {
    faults,
    scenarios: walk(
      definition,
      readFiles(companions).scenarios.map(({ value }) => value),
    ),
  }
}

function walk(definition: Definition, scenarios: readonly ScenarioFile[]): readonly ScenarioResult[] {
  const prepared = prepare(definition)
  return scenarios.map((scenario) => runScenario(prepared, scenario))
}

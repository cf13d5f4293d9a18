/** The single place that looks a definition through before a release: the checks, what can be proved, and its example people. */
import {
  type Definition,
  type Fault,
  type PackFiles,
  packOf,
  type Prepared,
  prepare,
  readPack,
  versionOf,
  wordsIn,
} from '#core/definition/index.ts'
import { type Proof, type ProofFault, prove as proofOf, readProvedPack } from '#core/proof/index.ts'
import { runScenario, type ScenarioResult, tellMismatch } from '#core/scenario/index.ts'

/**
 * What came of it, all plain data. `warnings` are worth a look and stand in nobody's way; `proof` is there wherever the definition could be read.
 * `differing`: each example person who does not get what is expected, said in the language the service was written in.
 */
export type Proving = {
  readonly faults: readonly Fault[]
  readonly warnings: readonly ProofFault[]
  readonly proof?: Proof
  readonly scenarios: readonly ScenarioResult[]
  readonly differing: readonly Fault[]
}

/** What travels with a definition and is no part of its version: example people and README. */
export function companionsIn(files: PackFiles): PackFiles {
  return new Map([...files].filter(([path]) => /^scenarios\/[^/]+\.yaml$/.test(path) || path === 'README.md'))
}

/** Written as a pack and read back, so that nothing is released that could not be read from a folder. Total. */
export function prove(definition: Definition, companions: PackFiles): Proving {
  const { definition: read, version, scenarios, faults, warnings, proof } = readProvedPack(packOf(definition, companions))
  const found = { warnings, ...(proof === undefined ? {} : { proof }) }
  if (!read) return { ...found, faults, scenarios: [], differing: [] }
  if (version !== versionOf(definition)) return { faults: [notItself], warnings: [], scenarios: [], differing: [] }
  const prepared = prepare(read)
  const results = scenarios.map((scenario) => runScenario(prepared, scenario))
  return { ...found, faults, scenarios: results, differing: results.flatMap((result) => differenceFaults(prepared, result)) }
}

/** What can be proved of a version that was released: it is not read back, for it stays as it is whatever is asked of services since. */
export function proveReleased(definition: Definition): Proving {
  return { faults: [], warnings: [], proof: proofOf(prepare(definition)), scenarios: [], differing: [] }
}

/** Only the example people of a version that is in use: it has been proved. */
export function walkCompanions(definition: Definition, companions: PackFiles): Pick<Proving, 'faults' | 'differing'> {
  const { definition: read, scenarios, faults } = readPack(packOf(definition, companions))
  if (!read) return { faults, differing: [] }
  const prepared = prepare(read)
  return { faults, differing: scenarios.flatMap((scenario) => differenceFaults(prepared, runScenario(prepared, scenario))) }
}

/** Expected beside actual, one fault for each difference. */
function differenceFaults(prepared: Prepared, { scenario, mismatches }: ScenarioResult): readonly Fault[] {
  const [language] = prepared.languages
  if (mismatches.length === 0 || language === undefined) return []
  const wording = wordsIn(prepared, language)
  return mismatches.map((mismatch) => {
    const { what, expected, came } = tellMismatch(mismatch, wording)
    const message = `${what}: expected “${expected}”, came “${came}”.`
    return { file: `scenarios/${scenario}.yaml`, line: 1, column: 1, code: 'scenario-differs', message, help: correctIt }
  })
}

const correctIt = 'Correct the service, or what is expected of this example person.'

const notItself: Fault = {
  file: 'service.yaml',
  line: 1,
  column: 1,
  code: 'not-itself',
  message: 'Written as files and read back, this would be another version.',
  help: 'Tell whoever looks after Folkmoot: a part of it cannot be written down.',
}

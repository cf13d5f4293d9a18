/** The single place where a pack is read and proved: what its author is told of, in the files where it stands. */
import { type Fault, type Language, type PackFiles, type PackReading, type Prepared, prepare, readPack } from '#core/definition/index.ts'
import { writtenAnswers } from '#core/scenario/compose.ts'
import type { Person } from './model/person.ts'
import type { Finding, Proof } from './proof.ts'
import { prove } from './prove.ts'
import { tell } from './telling/index.ts'

/** An example person as a scenario writes it: money "12.50", dates 2026-11-23, groups as lists. */
export type ExamplePerson = { readonly today: string; readonly answers: Readonly<Record<string, unknown>> }

/**
 * A finding of a proof as a fault of a pack. `severity` fault blocks publishing. `example` is somebody for whom it is so, `beside` whoever stands
 * one step further; `conflict` the ids of the parts that leave nobody. `words` says it in each language of the service.
 */
export type ProofFault = Fault & {
  readonly proof: true
  readonly severity: Finding['severity']
  readonly words: Readonly<Partial<Record<Language, { readonly message: string; readonly help: string }>>>
  readonly example?: ExamplePerson
  readonly beside?: ExamplePerson
  readonly conflict?: readonly string[]
}

/** `faults` block publishing: then there is no definition. `warnings` do not. `prepared` and `proof` are there wherever it could be read. */
export type ProvedReading = PackReading & {
  readonly warnings: readonly ProofFault[]
  readonly proof?: Proof
  readonly prepared?: Prepared
}

/** Whether a fault comes of a proof. */
export function isProofFault(fault: Fault): fault is ProofFault {
  return 'proof' in fault
}

/** Reads a pack, checks it and proves it. Never throws, whatever the files hold. */
export function readProvedPack(files: PackFiles): ProvedReading {
  const reading = readPack(files)
  const { definition, origins, scenarios } = reading
  if (definition === undefined || origins === undefined) return { ...reading, warnings: [] }
  const prepared = prepare(definition)
  const proof = proofOf(prepared)
  const told = proof.findings.map(
    (finding): ProofFault => ({ ...origins.faultAt({ path: finding.at }, saying(finding, prepared)), ...noteOf(finding, prepared) }),
  )
  const faults = told.filter(({ severity }) => severity === 'fault')
  const warnings = told.filter(({ severity }) => severity === 'warning')
  if (faults.length > 0) return { scenarios, faults, warnings, proof, prepared }
  return { ...reading, warnings, proof, prepared }
}

/** Proofs of the versions looked at last: a page and the release behind it look at the same one. */
const known = new Map<string, Proof>()
const mostKnown = 32

function proofOf(prepared: Prepared): Proof {
  const proof = known.get(prepared.version) ?? prove(prepared)
  known.delete(prepared.version)
  known.set(prepared.version, proof)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  return proof
}

function saying(finding: Finding, prepared: Prepared): Pick<Fault, 'code' | 'message' | 'help'> {
  const [first = 'en'] = prepared.languages
  return { code: finding.code, ...tell(finding, prepared, prepared.languages.includes('en') ? 'en' : first) }
}

function noteOf(finding: Finding, prepared: Prepared): Omit<ProofFault, keyof Fault> {
  const { severity, example, beside, conflict } = finding
  return {
    proof: true,
    severity,
    words: Object.fromEntries(prepared.languages.map((language) => [language, tell(finding, prepared, language)])),
    ...(example === undefined ? {} : { example: asWritten(prepared, example) }),
    ...(beside === undefined ? {} : { beside: asWritten(prepared, beside) }),
    ...(conflict === undefined ? {} : { conflict }),
  }
}

/** A person as an answers file or a scenario writes them. */
export function asWritten(prepared: Prepared, { today, answers }: Person): ExamplePerson {
  return { today, answers: writtenAnswers(prepared, answers) }
}

/** The single place where a service becomes a public record of its rules, in the fields of the Algorithmic Transparency Recording Standard. Pure. */
import type { Prepared, ScenarioFile, Wording } from '#core/definition/index.ts'
import { type Flow, flowOf, type ServiceTold, tellService } from '#core/telling/index.ts'
import type { Proof } from '#core/proof/index.ts'
import type { Coverage } from '#core/scenario/index.ts'
import { type Gate, type ProofTold, type Release, tellProof } from '#features/services/index.ts'
import { type Examples, examplesOf } from './example.ts'

/** Who answers for the service and where to ask, in the language of the record. */
export type Owner = {
  readonly organisation: string
  readonly team: string
  readonly member: string
  readonly director: string
  readonly email: string
  readonly phone: string
}

/** One purpose for which something is asked, in sentences. */
export type DataUse = { readonly why: string; readonly sentences: readonly string[] }

export type Challenge = { readonly to: string; readonly within: string; readonly cites?: string }

/** Everything the page and the data show. Instants are ISO. */
export type AlgorithmRecord = {
  readonly service: string
  readonly wording: Wording
  readonly prepared: Prepared
  readonly version: string
  readonly publishedAt: string
  readonly owner: Owner
  readonly told: ServiceTold
  readonly flow: Flow
  readonly examples: Examples
  /** Outcomes that go against a person, and those that two people must agree on, by their labels. */
  readonly adverse: readonly string[]
  readonly pair: readonly string[]
  readonly uses: readonly DataUse[]
  /** Questions whose answers the rules read, by their short names. */
  readonly read: readonly string[]
  readonly gates: readonly Gate[]
  /** Undefined where nothing could be proved of it. */
  readonly proof: ProofTold | undefined
  /** When that was proved: an ISO instant. */
  readonly provedAt: string | undefined
  /** What the example people reach. */
  readonly coverage: Coverage
  readonly effects: readonly string[]
  readonly challenge?: Challenge
  /** The newest first. */
  readonly releases: readonly Release[]
}

/** What of a record is the same until the version or its example people change, in one language. */
export type Rules = Pick<AlgorithmRecord, 'told' | 'flow' | 'examples' | 'coverage' | 'proof'>

export type Ruling = Pick<AlgorithmRecord, 'prepared' | 'wording' | 'coverage'> & {
  readonly scenarios: readonly ScenarioFile[]
  readonly proof: Proof | undefined
}

export function rulesOf({ prepared, wording, scenarios, coverage, proof }: Ruling): Rules {
  const { language } = wording
  return {
    told: tellService(prepared, language),
    flow: flowOf(prepared, language),
    examples: examplesOf(prepared, scenarios, wording),
    coverage,
    proof: proof && tellProof(proof, prepared, language),
  }
}

export type Found = Pick<
  AlgorithmRecord,
  'service' | 'wording' | 'version' | 'publishedAt' | 'owner' | 'uses' | 'gates' | 'provedAt' | 'releases' | 'prepared'
> & { readonly rules: Rules; readonly within: (duration: string) => string }

export function recordOf({ rules, within, ...found }: Found): AlgorithmRecord {
  const { wording, prepared } = found
  const { service } = prepared.definition
  const { appeal, pair } = service.casework
  const challenge = appeal && {
    to: wording.appeal ?? appeal.to,
    within: within(appeal.within),
    ...(appeal.cites === undefined ? {} : { cites: appeal.cites }),
  }
  return {
    ...found,
    ...rules,
    adverse: service.outcomes.filter(({ adverse }) => adverse).map(({ id }) => wording.outcome(id).label),
    pair: pair.map((id) => wording.outcome(id).label),
    read: questionsRead(prepared).map((id) => wording.question(id).short),
    effects: service.effects.map(({ id }) => wording.effect(id)),
    ...(challenge && { challenge }),
  }
}

/** Questions that an exit, the outcome or the fee rests on, in the order in which they are asked. */
function questionsRead({ program, pages }: Prepared): readonly string[] {
  const derived = new Map(program.derived.map((one) => [one.id, one]))
  const names = [program.outcome, program.fee].flatMap((result) => result?.reads ?? []).map((name) => name.split('.', 1)[0] ?? name)
  const asked = new Set([...program.exits.flatMap(({ asks }) => asks), ...names.flatMap((name) => derived.get(name)?.asks ?? [name])])
  return pages.flatMap(({ questions }) => questions.map(({ id }) => id)).filter((id) => asked.has(id))
}

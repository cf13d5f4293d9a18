/** The single place for the gates a definition passes before it is released: what each asks, what settles it, and what may be waived. Pure. */
import type { Definition, Fault, Language, Nation } from '#core/definition/index.ts'
import type { ScenarioResult } from '#core/scenario/index.ts'

/** In the order people read them. */
export const gateIds = ['checks', 'scenarios', 'words', 'tried', 'effects', 'sponsors'] as const
export type GateId = (typeof gateIds)[number]

/**
 * Gates that may be waived for a while. Never the checks, every language at once (Welsh Language Standards), the regard for people (Equality Act
 * 2010, section 149) or the two who answer for it.
 */
export const waivableGates: readonly GateId[] = ['scenarios', 'tried']

/** Why a gate stands as it does: a code whose words are in `words/`, with what they name. */
export type Because = {
  readonly code: BecauseCode
  readonly count?: number
  readonly text?: string
  /** Of a waiver: who gave it, and the last day it counts. */
  readonly name?: string
  readonly until?: string
}
export type BecauseCode =
  | 'clean'
  | 'faults'
  | 'other-nation'
  | 'walked'
  | 'differ'
  | 'none-written'
  | 'complete'
  | 'languages-lacking'
  | 'tried'
  | 'untried'
  | 'no-past-cases'
  | 'first-release'
  | 'regarded'
  | 'stated'
  | 'unregarded'
  | 'approved'
  | 'named'
  | 'not-named'
  | 'not-approved'
  | 'operator'
  | 'waived'

export type Gate = {
  readonly id: GateId
  readonly state: 'passed' | 'failed' | 'not-needed' | 'waived'
  readonly because: Because
}

/** One gate set aside: why, by whom, and the last day it counts, `YYYY-MM-DD`. Public. */
export type Waiver = {
  readonly gate: GateId
  readonly reason: string
  /** The name of whoever gave it, for the public record. */
  readonly name: string
  readonly until: string
  /** ISO instant. */
  readonly at: string
}

/** What whoever wants to release can show. */
export type Evidence = {
  /** Tried on past cases: which trial, over how many cases. None means there were no past cases. */
  readonly tried?: { readonly trial: string; readonly cases: number } | undefined
  /** The regard had for the effects on people, by the ids of those who recorded it. */
  readonly regard?: { readonly by: readonly string[]; readonly at: string } | undefined
  /** Ids of the two who approved exactly this. */
  readonly approvals?: { readonly member: string; readonly director: string } | undefined
  /** True for whoever runs the machine and publishes from a folder: it needs clean checks and two names, and the public record says so. */
  readonly isOperator?: boolean | undefined
}

/** Everything the gates look at. `today` is `YYYY-MM-DD`. */
export type Examined = {
  readonly definition: Definition
  readonly faults: readonly Fault[]
  readonly scenarios: readonly Pick<ScenarioResult, 'scenario' | 'ok'>[]
  readonly nation: Nation
  readonly languages: readonly Language[]
  readonly isSponsored: boolean
  readonly isFirst: boolean
  readonly evidence: Evidence
  readonly waivers: readonly Waiver[]
  readonly today: string
}

/** Every gate, in order, as it stands for this definition at this council today. */
export function judgeGates(examined: Examined): readonly Gate[] {
  const judges = {
    checks: judgeChecks,
    scenarios: judgeScenarios,
    words: judgeWords,
    tried: judgeTried,
    effects: judgeEffects,
    sponsors: judgeSponsors,
  }
  return gateIds.map((id) => waivedWhereAllowed({ id, ...judges[id](examined) }, examined))
}

/** True when nothing stands in the way of a release. */
export function areOpen(gates: readonly Gate[]): boolean {
  return gates.every(({ state }) => state !== 'failed')
}

/** The waivers that count today. */
export function inForce(waivers: readonly Waiver[], today: string): readonly Waiver[] {
  return waivers.filter(({ until }) => until >= today)
}

type Judgement = Omit<Gate, 'id'>

function waivedWhereAllowed(gate: Gate, { waivers, today }: Examined): Gate {
  if (gate.state !== 'failed' || !waivableGates.includes(gate.id)) return gate
  const waiver = inForce(waivers, today).findLast((one) => one.gate === gate.id)
  if (!waiver) return gate
  const { reason: text, name, until } = waiver
  return { ...gate, state: 'waived', because: { code: 'waived', text, name, until } }
}

function judgeChecks({ definition, faults, nation }: Examined): Judgement {
  const [first] = faults
  if (first) return failed({ code: 'faults', count: faults.length, text: first.message })
  if (!definition.service.applies.includes(nation)) return failed({ code: 'other-nation', text: definition.service.applies.join(', ') })
  return passed({ code: 'clean' })
}

function judgeScenarios({ scenarios }: Examined): Judgement {
  const differing = scenarios.filter(({ ok }) => !ok)
  const text = differing.map(({ scenario }) => scenario).join(', ')
  if (differing.length > 0) return failed({ code: 'differ', count: differing.length, text })
  return scenarios.length > 0 ? passed({ code: 'walked', count: scenarios.length }) : notNeeded({ code: 'none-written' })
}

function judgeWords({ definition, languages }: Examined): Judgement {
  const lacking = languages.filter((language) => !definition.service.languages.includes(language))
  return lacking.length > 0 ? failed({ code: 'languages-lacking', text: lacking.join(', ') }) : passed({ code: 'complete' })
}

function judgeTried({ evidence: { tried, isOperator }, isFirst }: Examined): Judgement {
  if (isFirst) return notNeeded({ code: 'first-release' })
  if (tried) return tried.cases > 0 ? passed({ code: 'tried', count: tried.cases }) : notNeeded({ code: 'no-past-cases' })
  return isOperator === true ? notNeeded({ code: 'operator' }) : failed({ code: 'untried' })
}

function judgeEffects({ definition, evidence: { regard, isOperator } }: Examined): Judgement {
  if (regard) return passed({ code: 'regarded', count: regard.by.length })
  if (isOperator !== true) return failed({ code: 'unregarded' })
  const { length } = definition.service.effects
  return length > 0 ? passed({ code: 'stated', count: length }) : notNeeded({ code: 'operator' })
}

function judgeSponsors({ isSponsored, evidence: { approvals, isOperator } }: Examined): Judgement {
  if (!isSponsored) return failed({ code: 'not-named' })
  if (approvals && approvals.member !== approvals.director) return passed({ code: 'approved' })
  return isOperator === true ? passed({ code: 'named' }) : failed({ code: 'not-approved' })
}

function passed(because: Because): Judgement {
  return { state: 'passed', because }
}

function failed(because: Because): Judgement {
  return { state: 'failed', because }
}

function notNeeded(because: Because): Judgement {
  return { state: 'not-needed', because }
}

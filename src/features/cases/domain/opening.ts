/** The single place where a submission becomes the first fact of its case. */
import type { Nation } from '#core/value/bank-holidays.ts'
import type { NewFact, Personal } from '#store/fact.ts'
import { type Case, opened } from './case.ts'
import { clocksAfter } from './clock.ts'
import { longestClass } from './retention.ts'
import type { CaseEvent } from './fact.ts'
import type { Submission } from './submission.ts'

/** What the first fact needs besides the submission. `messages` are the ids of those that go out with it. */
export type FirstFact = {
  readonly reference: string
  readonly nation: Nation
  readonly personal: readonly Personal[]
  readonly messages: readonly string[]
}

/** The fact `submitted`, and the case it makes. */
export function submitted(submission: Submission, { reference, nation, personal, messages }: FirstFact): { fact: NewFact; current: Case } {
  const { prepared, lang, person, evaluation, at, by, channel, helper, today } = submission
  const { id: service, casework, coverage } = prepared.definition.service
  const data: Extract<CaseEvent, { kind: 'submitted' }>['data'] = {
    service,
    version: prepared.version,
    reference,
    lang,
    person,
    team: casework.team,
    retention: longestClass(prepared),
    proposed: evaluation.outcome,
    fee: evaluation.fee,
    origin: submission.origin,
    clocks: clocksAfter(casework.clocks, [], { moment: 'submitted', today, nation, isWaiting: false }),
    ...(submission.madeUp && { madeUp: true as const }),
    ...(coverage && { counts: coverage.address }),
    ...(messages.length > 0 && { messages: [...messages] }),
  }
  const event = { kind: 'submitted', at, by, channel, ...(helper !== undefined && { helper }), data } as const
  return { fact: { ...event, personal }, current: opened(submission.caseId, { ...event, seq: 1, personal: [] }) }
}

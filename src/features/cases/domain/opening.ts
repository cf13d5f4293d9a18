/** The single place where a submission becomes the first fact of its case. */
import type { Nation } from '#core/value/bank-holidays.ts'
import type { NewFact, Personal } from '#store/fact.ts'
import { type Case, opened } from './case.ts'
import { clocksAfter } from './clock.ts'
import { longestClass } from './retention.ts'
import { type GivenTask, tasksGiven } from './task.ts'
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
    ...(submission.renews && { renews: submission.renews }),
    ...(messages.length > 0 && { messages: [...messages] }),
    ...(casework.tasks && withTasks(submission, nation)),
  }
  const event = { kind: 'submitted', at, by, channel, ...(helper !== undefined && { helper }), data } as const
  return { fact: { ...event, personal }, current: opened(submission.caseId, { ...event, seq: 1, personal: [] }) }
}

/** The tasks that a submission gives. */
function withTasks({ prepared, evaluation, today }: Submission, nation: Nation): { tasks?: GivenTask[] } {
  const { casework } = prepared.definition.service
  const isApplicable = (task: string) => {
    const when = prepared.program.tasks.get(task)
    return when === undefined || when.evaluate(evaluation.known) === true
  }
  const tasks = tasksGiven({ casework, moment: 'submitted', today, nation, already: [], isApplicable })
  return tasks.length > 0 ? { tasks: [...tasks] } : {}
}

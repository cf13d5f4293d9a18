/** The single place where other features learn what somebody may read of a case: all that was said, to make an example person of it, or which answers they may not read. */
import type { Answers } from '#core/definition/answers.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Actor } from '#http/actor.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { parseReference, sealedOf, showReference } from '../domain/index.ts'
import { mayReadAnswer } from '../policy.ts'
import { openCaseFor } from './act.ts'
import { idByReference } from './file.ts'

/** What was said, with the version it was said to, on which day (`YYYY-MM-DD`). */
export type SaidInCase = { readonly caseId: string; readonly prepared: Prepared; readonly answers: Answers; readonly today: string }

/** Undefined where there is no such case, the actor may not read every answer of it, or some of it has been erased. */
export async function answersForStaff(council: Council, actor: Actor, reference: string): Promise<SaidInCase | undefined> {
  const parsed = parseReference(reference)
  const caseId = parsed === undefined ? undefined : await idByReference(council, parsed)
  const opened = caseId === undefined ? undefined : await openCaseFor(council, actor, caseId)
  if (caseId === undefined || opened === undefined) return undefined
  const { prepared, current, facts } = opened
  const { answers, isErased } = sealedOf(facts)
  const asked = Object.keys(answers).flatMap((id) => prepared.questions.get(id)?.question ?? [])
  if (isErased || !asked.every((question) => mayReadAnswer(actor, prepared, question))) return undefined
  return { caseId, prepared, answers, today: dayInLondon(new Date(current.openedAt)) }
}

/** A case that somebody may read, by its reference; `hidden` are the questions whose answers they may not. */
export type Reading = { readonly reference: string; readonly hidden: ReadonlySet<string> }

/** Undefined where there is no such case, or the actor may not read it. */
export async function readingOf(council: Council, actor: Actor, caseId: string): Promise<Reading | undefined> {
  const opened = await openCaseFor(council, actor, caseId)
  if (opened === undefined) return undefined
  const { prepared, current } = opened
  const hidden = [...prepared.questions].filter(([, { question }]) => !mayReadAnswer(actor, prepared, question)).map(([id]) => id)
  return { reference: showReference(current.reference), hidden: new Set(hidden) }
}

/** The single place where equality answers are taken in, apart from everything else. */
import { randomUUID } from 'node:crypto'
import { type Answer, type Question, readAnswer } from '#core/definition/index.ts'
import type { Council } from '#http/council.ts'
import type { Ctx } from '#http/route.ts'
import type { Draft } from '../domain/index.ts'
import { addEqualityAnswers, equalityCounts, markEqualityDone } from '../store/index.ts'
import { fieldsFrom } from './answer.ts'
import type { Journey } from './journey.ts'

/** The equality questions of a service, from all pages of their block. */
export function equalityQuestions({ prepared }: Pick<Journey, 'prepared'>): readonly Question[] {
  return prepared.definition.equality?.block.pages.flatMap(({ questions }) => questions) ?? []
}

/**
 * Keeps what was answered; nothing when nothing was. Two transactions, and an id that does not tell the time, so that neither the row
 * nor the moment it was written leads from the answers to the draft.
 */
export async function takeEqualityAnswers(ctx: Ctx, journey: Journey, draft: Draft): Promise<void> {
  const answers: Record<string, Answer> = {}
  for (const question of equalityQuestions(journey)) {
    const { answer } = readAnswer(question, fieldsFrom(ctx))
    if (answer !== undefined) answers[question.id] = answer
  }
  const { store } = ctx.council
  await store.transaction((tx) => markEqualityDone(tx, draft.id))
  if (Object.keys(answers).length === 0) return
  const row = { id: randomUUID(), service: draft.service, version: journey.prepared.version, month: `${ctx.today.slice(0, 7)}-01`, answers }
  await store.transaction((tx) => addEqualityAnswers(tx, row))
}

/** How many gave each answer to an equality question in each month: numbers that nobody is shown before they are joined into bounds and rounded. */
export function equalityCountsOf(
  { store }: Pick<Council, 'store'>,
  asked: Parameters<typeof equalityCounts>[1],
): ReturnType<typeof equalityCounts> {
  return store.transaction((tx) => equalityCounts(tx, asked))
}

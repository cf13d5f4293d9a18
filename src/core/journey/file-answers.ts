/** The single place that reads answers as files and the API give them: `question id: value`, money "12.50", dates 2026-11-23, groups as lists. */
import type { Answer, Answers } from '#core/definition/answers.ts'
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { kindFor } from '#core/definition/questions/index.ts'

/** Reads the value of each question. Unknown ids and values of the wrong type are faults; `page` is empty for an id that no page asks. */
export function readFileAnswers(
  prepared: Prepared,
  given: unknown,
): { readonly answers: Answers; readonly faults: readonly AnswerFault[] } {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { answers: {}, faults: given === undefined || given === null ? [] : [{ page: '', question: '', code: 'not-answers' }] }
  }
  const answers: Record<string, Answer> = {}
  const faults: AnswerFault[] = []
  for (const [id, value] of Object.entries(given)) {
    const asked = prepared.questions.get(id)
    if (asked === undefined) {
      faults.push({ page: '', question: id, code: 'unknown-question' })
      continue
    }
    const { answer, flaws } = kindFor(asked.question).fromFile(asked.question, value)
    if (answer !== undefined) answers[id] = answer
    faults.push(...flaws.map((flaw) => ({ page: asked.page, question: id, ...flaw })))
  }
  return { answers, faults }
}

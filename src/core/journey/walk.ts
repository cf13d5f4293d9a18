/** The single place where answers become a path: which pages count, which answers, what is at fault and what comes next. */
import type { Answers } from '#core/definition/answers.ts'
import type { AnswerFault } from '#core/definition/fault.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared, PreparedPage } from '#core/definition/prepare.ts'
import type { Known } from '#core/definition/words.ts'

/** One page that counts. `questions` are those of its questions that are asked; a complete page has no fault. */
export type WalkedPage = {
  readonly page: PreparedPage
  readonly questions: readonly Question[]
  readonly complete: boolean
  readonly faults: readonly AnswerFault[]
}

/** A journey as far as the answers show it. */
export type Walk = {
  /** Pages known to count, in order. */
  readonly pages: readonly WalkedPage[]
  /** Answers that count. Those on a branch left behind are not among them. */
  readonly relevant: Answers
  readonly faults: readonly AnswerFault[]
  /** The id of the exit reached: “Not accepted here”. Pages after it are not walked. */
  readonly exit?: string
  /** The first page that is not complete. */
  readonly next?: string
  /** Every page is complete and no exit was reached: the answers can be submitted. */
  readonly done: boolean
  /** What the answers make known, for words and conditions. */
  readonly known: Known
}

/** Walks answers from the first page. `today` is `YYYY-MM-DD`. Pure, total and linear in the number of pages. */
export function walk(prepared: Prepared, answers: Answers, today: string): Walk {
  const pages = prepared.pages.map((page) => ({ page, questions: page.questions, complete: true, faults: [] }))
  return { pages, relevant: answers, faults: [], done: true, known: { find: (name) => (name === 'today' ? today : answers[name]) } }
}

/** Where a person goes from a complete page: the next page that counts, or the check page. */
export function nextAfter(walked: Walk, pageId: string): string {
  const at = walked.pages.findIndex(({ page }) => page.id === pageId)
  return walked.pages[at + 1]?.page.id ?? 'check'
}

/** The single place where what was posted on a page meets the answers given before. Pure. */
import {
  type Address,
  type Answer,
  type AnswerFault,
  type Answers,
  type FormFields,
  type Question,
  readAnswer,
} from '#core/definition/index.ts'
import type { Walk, WalkedPage } from '#core/journey/index.ts'
import { entriesOf } from './group.ts'

/** What a posted page said: answers to what it asks, and what could not be read. */
export type PageReading = { readonly answers: Answers; readonly flaws: readonly AnswerFault[] }

/** A posted page. `addresses` are those the register was asked about, by question id. */
export type Posted = { readonly before: Answers; readonly fields: FormFields; readonly addresses: ReadonlyMap<string, Address> }

/** Reads the questions of a page. The entries of a group were saved one by one before: going on from its list confirms them. */
export function readPage(page: WalkedPage, { before, fields, addresses }: Posted): PageReading {
  const answers: Record<string, Answer> = {}
  const flaws: AnswerFault[] = []
  for (const question of page.questions) {
    const picked = question.kind === 'group' ? entriesOf(before, question) : addresses.get(question.id)
    const reading = picked ? { answer: picked, flaws: [] } : readAnswer(question, fields)
    if (reading.answer !== undefined) answers[question.id] = reading.answer
    flaws.push(...reading.flaws.map((flaw) => ({ ...flaw, page: page.page.id, question: question.id })))
  }
  return { answers, flaws }
}

/** The answers with those to `questions` replaced by what a page said. Answers of other pages, also of those left behind, stay. */
export function withAnswers(before: Answers, questions: readonly Question[], said: Answers): Answers {
  const asked = new Set(questions.map(({ id }) => id))
  return { ...Object.fromEntries(Object.entries(before).filter(([id]) => !asked.has(id))), ...said }
}

/** Everything wrong with a posted page: what could not be read, then what is missing or does not fit. */
export function faultsOf(pageId: string, reading: PageReading, after: Walk): readonly AnswerFault[] {
  const unread = new Set(reading.flaws.map(({ question }) => question))
  const walked = after.pages.find(({ page }) => page.id === pageId)?.faults ?? []
  return [...reading.flaws, ...walked.filter(({ question }) => !unread.has(question))]
}

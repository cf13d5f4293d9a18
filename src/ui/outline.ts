/** The single place for a service laid out from first question to last, as paper and phone need it: numbered, conditions in words. */
import type { Question } from '#core/definition/model/question.ts'
import type { QuestionText } from '#core/definition/words.ts'
import { filled, type Words } from './words/index.ts'

/** Where to go after an answer: "If No, go to question 15". Without `to`, to the end. */
export interface Direction {
  readonly answer: string
  readonly to?: string | undefined
}

export interface OutlineQuestion {
  /** As printed before the question, such as `12` or, in a group, `12a`. */
  readonly number: string
  readonly question: Question
  readonly text: QuestionText
  /** The condition in words, where the question is not for everyone: "you rent your home". */
  readonly onlyIf?: string | undefined
  readonly directions?: readonly Direction[] | undefined
  /** For a group: the questions asked of each. */
  readonly members?: readonly OutlineQuestion[] | undefined
}

export interface OutlinePage {
  readonly id: string
  readonly title?: string | undefined
  /** Markdown. */
  readonly body?: string | undefined
  readonly onlyIf?: string | undefined
  /** Where those go on whom `onlyIf` does not cover: the number of a question; without it, to the end. */
  readonly otherwiseTo?: string | undefined
  readonly questions: readonly OutlineQuestion[]
}

export interface OutlineSection {
  readonly title: string
  readonly pages: readonly OutlinePage[]
}

/** "go to question 12", or to the end. */
export function goTo(number: string | undefined, words: Words): string {
  return number === undefined ? words.goToEnd : filled(words.goTo, { number })
}

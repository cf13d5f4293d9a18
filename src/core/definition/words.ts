/** The single place where the words of a service are read, with names filled in and plural forms chosen. */
import type { Values } from '#core/expression/index.ts'
import type { Answer } from './answers.ts'
import type { AnswerFault } from './fault.ts'
import type { Language } from './model/names.ts'
import type { Question } from './model/question.ts'
import type { Prepared } from './prepare.ts'

/** One option of a question as it is shown. */
export type OptionWords = { readonly id: string; readonly label: string; readonly hint?: string }

/** The words of one question, filled in. `short` is the label where no short form is given. */
export type QuestionText = {
  readonly label: string
  readonly short: string
  readonly hint?: string
  /** Markdown. */
  readonly statement?: string
  readonly options: readonly OptionWords[]
  /** For a group: what one of them is called. */
  readonly one?: string
  of(member: string): QuestionText
}

/** The words of a service in one language. Everything called `body`, `start`, `after` or `statement` is Markdown. */
export type Wording = {
  readonly language: Language
  readonly translation: { readonly state: 'source' | 'draft' | 'reviewed'; readonly by?: string; readonly on?: string }
  readonly service: {
    readonly name: string
    readonly summary: string
    readonly search: readonly string[]
    readonly start: string
    readonly needs: readonly string[]
    readonly cost?: string
    readonly after: string
  }
  section(id: string): string
  /** `title` is the label of the page’s only question where the page has no title of its own. */
  page(id: string): { readonly title: string; readonly body?: string }
  question(id: string): QuestionText
  /** The words of a question that an action asks. */
  actionQuestion(action: string, id: string): QuestionText
  exit(id: string): { readonly title: string; readonly body: string }
  outcome(id: string): { readonly label: string; readonly body?: string }
  reason(key: string): string
  action(id: string): { readonly label: string; readonly done: string }
  message(id: string): { readonly subject: string; readonly body: string }
  purpose(id: string): string
  condition(id: string): string
  calculation(id: string): string
  flag(id: string): string
  clock(id: string): string
  benefit(id: string): string
  effect(id: string): string
  /** An answer as it is read on the check page and in the case; lines are joined by `\n`. */
  answer(question: Question, answer: Answer): string
  /** What to do about a fault in an answer: “Enter your full name”. */
  fault(fault: AnswerFault): string
}

/** The words of a prepared service in one of its languages. `known` fills `{name}`; without it, names stay empty. */
export function wordsIn(prepared: Prepared, language: Language, known?: Values): Wording {
  throw new Error(`Not read yet: ${prepared.version} ${language} ${known}`)
}

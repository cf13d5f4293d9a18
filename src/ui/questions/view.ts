/** The single place for what every question view is given and gives back. */
import type { Question } from '#core/definition/model/question.ts'
import type { Html } from '../html.ts'
import type { Language } from '../words/index.ts'

/** One option of a choice, in the words of the page's language. */
export interface OptionWords {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

/** What the person reads of a question, in the language of the page. */
export interface QuestionText {
  readonly label: string
  readonly hint?: string | undefined
  /** The options on offer, in order. For yes-no: `yes` and `no` where the usual words do not answer the question. */
  readonly options?: readonly OptionWords[] | undefined
  /** For a declaration: what is confirmed. */
  readonly statement?: Html | undefined
  /** For a group: what one of them is called. */
  readonly one?: string | undefined
}

/** What was typed, by form field name: exactly as typed, also when it was at fault. A field that may repeat holds a list. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** What a view is given to show a question of the kind `Kind`. */
export interface QuestionProps<Kind extends Question['kind'] = Question['kind']> {
  readonly question: Extract<Question, { kind: Kind }>
  readonly text: QuestionText
  /** Name of the form field; parts of an answer are `<name>-<part>`, such as `date_of_birth-day`. The id of the first field is the name too. */
  readonly name: string
  readonly typed: Typed
  /** What is wrong with the answer, in words. */
  readonly error?: string | undefined
  /** The parts of the answer that are at fault, such as `month`; all of them when not given. */
  readonly wrongParts?: readonly string[] | undefined
  readonly lang: Language
  /** True when the question is the only one on its page: its label is then the page's h1. */
  readonly isPageHeading: boolean
  /** For an address: what the look-up of the typed postcode found. */
  readonly found?: readonly { readonly value: string; readonly text: string }[] | undefined
  /** For a group: what has been added so far. */
  readonly members?: readonly GroupMember[] | undefined
}

/** One member of a group as its list shows it. */
export interface GroupMember {
  readonly title: string
  readonly changeHref: string
  readonly removeHref: string
}

export type View<Kind extends Question['kind']> = (props: QuestionProps<Kind>) => Html

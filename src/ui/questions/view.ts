/** The single place for what every question view is given and gives back, and how form fields are named. */
import type { Question, QuestionKind } from '#core/definition/model/question.ts'
import type { FormFields } from '#core/definition/questions/question.ts'
import type { QuestionText } from '#core/definition/words.ts'
import type { ErrorMessageOptions } from '../components/error-message.ts'
import type { HintOptions } from '../components/hint.ts'
import type { Html } from '../html.ts'
import { type Language, wordsIn } from '../words/index.ts'

/** The question of each kind. */
export type QuestionOf = { readonly [Each in Question as Each['kind']]: Each }

/**
 * What a view is given. A simple answer is the form field `name`; the parts of a compound one are `name-part`:
 * date `day month year` · month `month year` · address `postcode uprn line1 line2 town` (and the button `find`) ·
 * place `description grid postcode` · organisation `name number`. Yes-no posts `yes` or `no`, a declaration `yes`, many-of repeats `name`.
 */
export interface QuestionProps<Kind extends QuestionKind = QuestionKind> {
  readonly question: QuestionOf[Kind] & { readonly kind: Kind }
  readonly text: QuestionText
  readonly name: string
  /** What was typed, by form field: exactly as posted when it was at fault, else what `fields` made of the answer. */
  readonly typed: FormFields
  /** What is wrong with the answer, in words. */
  readonly error?: string | undefined
  /** The parts of the answer that are at fault, such as `month`; all of them when not given. */
  readonly wrongParts?: readonly string[] | undefined
  readonly lang: Language
  /** True when the question is the only one on its page: its label is then the page's h1. */
  readonly isPageHeading: boolean
  /** For an address: what the look-up of the typed postcode found, `value` being the UPRN. Undefined before the look-up. */
  readonly found?: readonly { readonly value: string; readonly text: string }[] | undefined
  /** For a group: what has been added so far, and where one more can be, if it can. */
  readonly members?: readonly GroupMember[] | undefined
  readonly addHref?: string | undefined
}

/** One member of a group as its list shows it. */
export interface GroupMember {
  readonly title: string
  /** What was said about it, a line each. */
  readonly lines?: readonly string[] | undefined
  readonly changeHref: string
  readonly removeHref: string
}

export type View<Kind extends QuestionKind> = (props: QuestionProps<Kind>) => Html

/** Form fields in none of which anything was typed. */
export const nothingTyped: FormFields = { getAll: () => [] }

/** Form fields from the record that a kind's `fields` gives. */
export function typedFrom(fields: Readonly<Record<string, readonly string[]>>): FormFields {
  return Object.keys(fields).length === 0 ? nothingTyped : { getAll: (name) => fields[name] ?? [] }
}

/** What was typed into one field, or ''. */
export function typedIn(props: QuestionProps, part?: string): string {
  return props.typed.getAll(part === undefined ? props.name : `${props.name}-${part}`)[0] ?? ''
}

type Labelling = Pick<QuestionProps, 'question' | 'text' | 'lang' | 'isPageHeading'>

/** The label with "(optional)" where the question is. */
export function labelText({ question, text, lang }: Omit<Labelling, 'isPageHeading'>): string {
  return question.optional ? `${text.label} (${wordsIn(lang).optional})` : text.label
}

/** Label of a question that is one field. */
export function labelOf(props: Labelling): { text: string; classes: string; isPageHeading: boolean } {
  return { text: labelText(props), isPageHeading: props.isPageHeading, classes: `govuk-label--${props.isPageHeading ? 'l' : 's'}` }
}

/** Legend of a question that is several fields. */
export function legendOf(props: Labelling): { text: string; classes: string; isPageHeading: boolean } {
  return {
    text: labelText(props),
    isPageHeading: props.isPageHeading,
    classes: `govuk-fieldset__legend--${props.isPageHeading ? 'l' : 's'}`,
  }
}

/** Hint and error in the form that every component takes. */
export function aroundOf(props: QuestionProps): { hint: HintOptions | undefined; errorMessage: ErrorMessageOptions | undefined } {
  return {
    hint: props.text.hint === undefined ? undefined : { text: props.text.hint },
    errorMessage: props.error === undefined ? undefined : { text: props.error, visuallyHiddenText: wordsIn(props.lang).error },
  }
}

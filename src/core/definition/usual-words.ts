/** The single place for which faults in answers there are usual words for, and what those words may use. */
import type { Question } from './model/question.ts'

/** What a sentence about a fault may use. `name` begins a sentence, `noun` stands inside one and is absent where the question has no short name. */
export type About = {
  readonly kind: Question['kind']
  readonly name: string
  readonly noun?: string
  readonly label: string
  /** For a group: what one of them is called. */
  readonly one?: string
  readonly values: Readonly<Partial<Record<string, string | number>>>
}

/** The usual words of one language. `faults` has one for every code that the kinds of questions give. */
export type AnswerWords = {
  readonly yes: string
  readonly no: string
  readonly confirmed: string
  /** The heading of what the rules propose. */
  readonly outcome: string
  readonly faults: Readonly<Record<FaultCode, (about: About) => string>>
}

export const faultCodes = [
  'missing',
  'not-text',
  'too-long',
  'not-a-number',
  'not-whole',
  'too-small',
  'too-large',
  'not-money',
  'too-many-decimals',
  'date-incomplete',
  'not-a-date',
  'not-a-real-date',
  'year-not-four-digits',
  'too-early',
  'too-late',
  'not-a-month',
  'not-a-real-month',
  'not-a-choice',
  'none-and-others',
  'too-few',
  'too-many',
  'not-an-email',
  'not-a-phone-number',
  'not-an-address',
  'address-incomplete',
  'not-a-postcode',
  'not-a-place',
  'not-a-grid-reference',
  'not-national-insurance',
  'not-nhs',
  'not-company',
  'not-charity',
  'not-vehicle',
  'not-vat',
  'not-an-organisation',
  'organisation-incomplete',
  'not-an-organisation-number',
  'not-a-list',
  'not-an-entry',
  'unknown-question',
  'not-an-answer',
] as const
export type FaultCode = (typeof faultCodes)[number]

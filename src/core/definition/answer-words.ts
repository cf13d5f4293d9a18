/** The single place for how faults in answers are put into words where a pack gives no words of its own. */
import { parseDate } from '#core/value/calendar-date.ts'
import { formatDate } from '#core/value/date-words.ts'
import { english } from './answer-words.en.ts'
import { welsh } from './answer-words.cy.ts'
import type { Flaw } from './fault.ts'
import type { Language } from './model/names.ts'
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

export const answerWords: Readonly<Record<Language, AnswerWords>> = { en: english, cy: welsh }

/** How the words of a pack name a code: `too_long`. */
export function faultKey(code: string): string {
  return code.replaceAll('-', '_')
}

/** The usual words for a flaw. A code of no kind, such as the id of a condition whose words are missing, reads as an answer to give again. */
export function wordFlaw(flaw: Flaw, language: Language, about: Omit<About, 'values'>): string {
  const values = Object.fromEntries(Object.entries(flaw.values ?? {}).map(([key, value]) => [key, readable(value, language)]))
  const code = faultCodes.find((known) => known === flaw.code) ?? 'not-an-answer'
  return answerWords[language].faults[code]({ ...about, values })
}

function readable(value: string | number, language: Language): string | number {
  return typeof value === 'string' && parseDate(value) !== undefined ? formatDate(value, language) : value
}

/** The single place for how faults in answers are put into words where a pack gives no words of its own. */
import { parseDate } from '#core/value/calendar-date.ts'
import { formatDate } from '#core/value/date-words.ts'
import { english } from './answer-words.en.ts'
import { welsh } from './answer-words.cy.ts'
import type { Flaw } from './fault.ts'
import type { Language } from './model/names.ts'
import { type About, type AnswerWords, faultCodes } from './usual-words.ts'

/** The usual words of each language. */
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

/** The single place to ask for the words of services in a language. */
import type { Language } from '#core/definition/index.ts'
import { checksCy } from './checks-cy.ts'
import { checksEn, type ChecksWords } from './checks-en.ts'
import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

export type { ChecksWords, Words }

const all: Readonly<Record<Language, Words>> = { en, cy }
const checks: Readonly<Record<Language, ChecksWords>> = { en: checksEn, cy: checksCy }

export function wordsFor(lang: Language): Words {
  return all[lang]
}

/** The words of what is certain of a service and what is worth a look. */
export function checksWordsFor(lang: Language): ChecksWords {
  return checks[lang]
}

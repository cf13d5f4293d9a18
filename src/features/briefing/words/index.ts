/** The single place to ask for the words of briefings, in one language or in both. */
import type { Bilingual, Language } from '#http/language.ts'
import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

export type { Words }

const all: Readonly<Record<Language, Words>> = { en, cy }

export function wordsFor(lang: Language): Words {
  return all[lang]
}

/** The same sentence in both languages, for what is kept in the words of its day. */
export function both(sentence: (say: Words, lang: Language) => string): Bilingual {
  return { en: sentence(en, 'en'), cy: sentence(cy, 'cy') }
}

/** The single place to ask for the words of the tour in a language. */
import type { Language } from '#http/language.ts'
import { cy } from './cy.ts'
import { type Cast, en, type Words } from './en.ts'

export type { Cast, Words }

const all: Readonly<Record<Language, Words>> = { en, cy }

export function wordsFor(lang: Language): Words {
  return all[lang]
}

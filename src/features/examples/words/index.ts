/** The single place to ask for the words of example people in a language. */
import type { Language } from '#core/definition/index.ts'
import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

export type { Words }

const all: Readonly<Record<Language, Words>> = { en, cy }

export function wordsFor(lang: Language): Words {
  return all[lang]
}

/** The single place to ask for the words that `ui` itself says, in the language of the page. */
import type { Language } from '#core/definition/model/names.ts'
import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

const languages: Readonly<Record<Language, Words>> = { en, cy }

export function wordsIn(language: Language): Words {
  return languages[language]
}

export type { Language, Words }

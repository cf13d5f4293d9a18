/** The single place to ask for the words of trying versions in a language. */
import type { Language } from '#core/definition/index.ts'
import { cy } from './cy.ts'
import { deskCy } from './desk-cy.ts'
import { deskEn, type DeskWords } from './desk-en.ts'
import { en, type Words } from './en.ts'

export type { DeskWords, Words }

const all: Readonly<Record<Language, Words>> = { en, cy }

const desks: Readonly<Record<Language, DeskWords>> = { en: deskEn, cy: deskCy }

export function wordsFor(lang: Language): Words {
  return all[lang]
}

/** The words of the pages of officers. */
export function deskWordsFor(lang: Language): DeskWords {
  return desks[lang]
}

/** The single place to ask for the words of suggested changes in a language. */
import type { Language } from '#core/definition/index.ts'
import { cy } from './cy.ts'
import { deskCy } from './desk-cy.ts'
import { deskEn, type DeskWords } from './desk-en.ts'
import { editCy } from './edit-cy.ts'
import { editEn, type EditWords } from './edit-en.ts'
import { en, type Words } from './en.ts'
import { mailCy } from './mail-cy.ts'
import { type MailWords, mailEn } from './mail-en.ts'

export type { DeskWords, EditWords, MailWords, Words }

const all: Readonly<Record<Language, Words>> = { en, cy }
const mails: Readonly<Record<Language, MailWords>> = { en: mailEn, cy: mailCy }

const desks: Readonly<Record<Language, DeskWords>> = { en: deskEn, cy: deskCy }
const edits: Readonly<Record<Language, EditWords>> = { en: editEn, cy: editCy }

export function wordsFor(lang: Language): Words {
  return all[lang]
}

/** The words of emails. */
export function mailFor(lang: Language): MailWords {
  return mails[lang]
}

/** The words of working out an exact change. */
export function editWordsFor(lang: Language): EditWords {
  return edits[lang]
}

/** The words of the pages of staff, and of the two who decide. */
export function deskWordsFor(lang: Language): DeskWords {
  return desks[lang]
}

/** The single place to ask for the words of suggested changes in a language. */
import type { Language } from '#core/definition/index.ts'
import { cy } from './cy.ts'
import { editCy } from './edit-cy.ts'
import { editEn, type EditWords } from './edit-en.ts'
import { en, type Words } from './en.ts'
import { mailCy } from './mail-cy.ts'
import { type MailWords, mailEn } from './mail-en.ts'

export type { EditWords, MailWords, Words }

const all: Readonly<Record<Language, Words>> = { en, cy }
const mails: Readonly<Record<Language, MailWords>> = { en: mailEn, cy: mailCy }

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

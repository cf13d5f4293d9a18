/** The single place to ask for the words that `ui` itself says, in the language of the page. */
import type { Language } from '#core/definition/model/names.ts'
import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

const languages: Readonly<Record<Language, Words>> = { en, cy }

export function wordsIn(language: Language): Words {
  return languages[language]
}

export type { Language, Words }

/** Words with their `%{name}` filled in. A name without a value stays as it is. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/%\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The single place to ask for the words of cases, with names filled in. */
import type { Language } from '#core/definition/model/names.ts'
import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

const languages: Readonly<Record<Language, Words>> = { en, cy }

export type WordKey = keyof Words

/** Says words in one language; `{name}` is replaced from `values`. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string>>) => string

export function sayIn(lang: Language): Say {
  const words = languages[lang]
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

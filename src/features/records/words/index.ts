/** The single place to ask for the words of records, with names filled in. */
import type { Language } from '#core/definition/index.ts'
import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

const languages: Readonly<Record<Language, Words>> = { en, cy }

/** Says words in one language; `{name}` is replaced from `values`. */
export type Say = (key: keyof Words, values?: Readonly<Record<string, string | number>>) => string

export function sayIn(lang: Language): Say {
  const words = languages[lang]
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The words of a code that a published service uses, such as a lawful basis; the code itself where there are none. */
export function codeIn(lang: Language, code: string): string {
  const words: Readonly<Record<string, string>> = languages[lang]
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

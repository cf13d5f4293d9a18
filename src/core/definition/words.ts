/** The single place where the words of a service are read, with names filled in and plural forms chosen. */
import type { Values } from '#core/expression/index.ts'
import type { Language } from './model/names.ts'
import type { Prepared } from './prepare.ts'
import { Speaker } from './speaker.ts'
import type { Wording } from './wording.ts'

export type { OptionText, QuestionText, TableText, Wording } from './wording.ts'

/**
 * The words of a prepared service in one of its languages. `known` fills `{name}`: what a walk or an evaluation knows, and names of the
 * caller’s own, which go into Markdown unescaped. A service published has all words; for one that has not, ids stand in.
 */
export function wordsIn(prepared: Prepared, language: Language, known: Values = prepared.program.constants): Wording {
  const { definition } = prepared
  const [source] = prepared.languages
  const words = definition.words[language] ?? (source === undefined ? undefined : definition.words[source])
  if (words === undefined) throw new Error(`The definition has no words: ${definition.service.id}.`)
  return new Speaker({ prepared, words, values: known, pages: prepared.pages }).wording()
}

/** The words of the optional equality questions. */
export function equalityWordsIn(prepared: Prepared, language: Language): Pick<Wording, 'page' | 'question' | 'answer' | 'fault'> {
  const { equality } = prepared.definition
  const words = equality?.words[language]
  if (equality === undefined || words === undefined)
    throw new Error(`The service asks no equality questions: ${prepared.definition.service.id}.`)
  return new Speaker({ prepared, words, values: {}, pages: equality.block.pages }).wording()
}

/** The single place that tells which words of a question say the same to everybody, and keeps those: they are filled in once. */
import type { Question } from './model/question.ts'
import type { QuestionWords } from './model/words.ts'
import type { QuestionText } from './wording.ts'

/** A changed definition may ask another question in the same words. */
type Fixed = { readonly question: Question; readonly text: QuestionText }

const fixed = new WeakMap<QuestionWords, Fixed>()

/** The text of a question in these words, made anew only where names are filled in: the same object means the same text. */
export function fixedText(question: Question | undefined, words: QuestionWords | undefined, make: () => QuestionText): QuestionText {
  if (words === undefined || question === undefined) return make()
  const known = fixed.get(words)
  if (known?.question === question) return known.text
  const text = make()
  if (question.kind !== 'group' && isSaidToAll(words)) fixed.set(words, { question, text })
  return text
}

function isSaidToAll({ label, hint, statement, options = {} }: QuestionWords): boolean {
  const hints = Object.values(options).map((option) => (typeof option === 'string' ? undefined : option.hint))
  return [label, hint, statement, ...hints].every((text) => text === undefined || (typeof text === 'string' && !text.includes('{')))
}

/** A part of a question that has none. */
export function partOfNone(id: string): QuestionText {
  return { label: id, short: id, options: [], of: partOfNone }
}

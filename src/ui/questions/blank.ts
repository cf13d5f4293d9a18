/** The single place that keeps how questions look before anything was typed: the same to everybody who reads the same words, so they are drawn once. */
import type { QuestionText } from '#core/definition/words.ts'
import { type Html, inOnePiece } from '../html.ts'
import { nothingTyped, type QuestionProps } from './view.ts'

type Look = Pick<QuestionProps, 'question' | 'name' | 'lang' | 'isPageHeading'>
type Blank = Look & { readonly markup: Html }

const blanks = new WeakMap<QuestionText, Blank>()

/** True where nothing was typed, found, added or wrong. */
export function isBlank({ typed, error, wrongParts, found, members, addHref }: QuestionProps): boolean {
  return typed === nothingTyped && [error, wrongParts, found, members, addHref].every((one) => one === undefined)
}

/** The question as it was drawn before in these words, if it looked as it does now; else as `draw` gives it. */
export function keptBlank({ text, question, name, lang, isPageHeading }: QuestionProps, draw: () => Html): Html {
  const known = blanks.get(text)
  if (known?.question === question && known.name === name && known.lang === lang && known.isPageHeading === isPageHeading)
    return known.markup
  const markup = inOnePiece(draw())
  blanks.set(text, { question, name, lang, isPageHeading, markup })
  return markup
}

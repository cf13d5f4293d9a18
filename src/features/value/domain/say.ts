/** The single place where figures are put into words, for pages and for whoever quotes them. Pure. */
import type { Language } from '#core/definition/index.ts'
import { formatMoney } from '#core/value/money.ts'
import { type Words, wordsFor } from '../words/index.ts'
import type { PublishedFigure, Shown, Unit } from './published.ts'
import type { Compared } from './release.ts'

/** A number in its unit: pence as pounds, shares as whole per cent. */
export function sayNumber(value: number, unit: Unit | 'minutes', words: Words): string {
  if (unit === 'pence') return formatMoney(Math.round(value))
  if (unit === 'days') return words.days(value)
  if (unit === 'minutes') return words.minutes(Number(value.toFixed(1)))
  return unit === 'share' ? words.percent(value) : words.number(unit === 'count' ? value : Number(value.toFixed(1)))
}

/** A figure, or why there is none. */
export function sayShown(figure: Shown, unit: Unit, words: Words): string {
  if (figure.state === 'shown') return sayNumber(figure.value, unit, words)
  if (figure.state === 'few') return words.few
  return unit === 'pence' ? words.noCosts : words.none
}

/** The size of a difference, without its sign; shares in percentage points. */
export function sayDifference(by: number, unit: Compared['unit'], words: Words): string {
  if (unit === 'share') return words.points(words.number(Number((Math.abs(by) * 100).toFixed(0))))
  if (unit === 'number') return String(Number(Math.abs(by).toFixed(2)))
  return sayNumber(Math.abs(by), unit, words)
}

/** “Time taken: 5 days”. */
export function sayFigure({ id, unit, figure }: PublishedFigure, lang: Language): { readonly name: string; readonly value: string } {
  const words = wordsFor(lang)
  return { name: words.figures[id].name, value: sayShown(figure, unit, words) }
}

/** The single place that says what a cell of a table of rules tests, in words instead of signs. Pure. */
import type { Language } from '#core/definition/index.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney, parseMoney } from '#core/value/money.ts'
import { wordsFor } from '../words/index.ts'

/** `optionLabel` gives the words of an option of what the column tests, where it has some. */
export type CellSpeech = { readonly lang: Language; readonly optionLabel: (id: string) => string | undefined }

/** `<= 480.00` as “£480.00 or less”; the cell’s own text where it says nothing known. The signs are those of `core/decision/cell.ts`. */
export function cellWords(cell: string | number | boolean, speech: CellSpeech): string {
  const text = String(cell).trim()
  const words = wordsFor(speech.lang).aboutCells
  if (text === '-') return words.anything
  const inside = /^not\s*\((.*)\)$/s.exec(text)?.[1]
  return inside === undefined ? testsWords(text, speech) : words.not(testsWords(inside, speech))
}

/** A value as it stands in a table: an amount of money, a date, an option, or yes and no. */
export function literalWords(text: string, { lang, optionLabel }: CellSpeech): string {
  const words = wordsFor(lang).aboutCells
  if (text === 'true' || text === 'yes') return words.yes
  if (text === 'false' || text === 'no') return words.no
  const pence = /\.\d\d$/.test(text) ? parseMoney(text) : undefined
  if (pence !== undefined) return formatMoney(pence)
  const date = parseDate(text)
  return date === undefined ? (optionLabel(text) ?? text) : formatDate(date, lang)
}

function testsWords(text: string, speech: CellSpeech): string {
  const tests = text.split(/,(?![^[(]*\.\.[^\])]*$)/).map((test) => testWords(test.trim(), speech))
  return tests.join(wordsFor(speech.lang).aboutCells.or)
}

function testWords(test: string, speech: CellSpeech): string {
  const words = wordsFor(speech.lang).aboutCells
  const [, opens, from, to, closes] = /^([[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([[\])])$/s.exec(test) ?? []
  if (from !== undefined && to !== undefined) {
    const [least, most] = [literalWords(from, speech), literalWords(to, speech)]
    if (opens === '[' && closes === ']') return words.between(least, most)
    return words.and(opens === '[' ? words.atLeast(least) : words.over(least), closes === ']' ? words.atMost(most) : words.under(most))
  }
  const [, sign, compared] = /^(<=|>=|<|>|!=|=)\s*(.+)$/s.exec(test) ?? []
  if (sign === undefined || compared === undefined) return literalWords(test, speech)
  const said = literalWords(compared, speech)
  const bySign: Readonly<Record<string, string>> = {
    '<': words.under(said),
    '<=': words.atMost(said),
    '>': words.over(said),
    '>=': words.atLeast(said),
    '!=': words.not(said),
  }
  return bySign[sign] ?? said
}

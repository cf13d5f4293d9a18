/** The single place where a past case becomes a row of typed columns. */
import { type GroupEntry, isEntries } from '#core/definition/answers.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { dayNumber } from '#core/value/calendar-date.ts'
import type { PastCase } from '../past-case.ts'
import { BIT_WORDS, BITS, type ColumnsBuilder, type Family, familyOf, MOST_ENTRIES } from './columns.ts'

/** What a column holds: dates as `YYYY-MM-DD`; of arrays one for each entry. */
export type Cell = number | boolean | string | null
export type TypedCase = {
  /** False where something of the case has no column: the rules themselves are tried on it. */
  readonly fits: boolean
  /** By slot; those not named are null. */
  readonly cells: Readonly<Record<string, Cell | readonly Cell[]>>
  /** Words of bits, as decimal digits: questions with an answer of a kind that is not remembered, and those left empty. */
  readonly given: readonly string[]
  readonly left: readonly string[]
  readonly channel: number
  readonly area: number | null
}

/** What a smallint holds. */
const MOST_CODES = 32_767

/** The row of a case whose answers are of a version. Widens the columns where that is needed. */
export function typedCase(builder: ColumnsBuilder, prepared: Prepared, past: PastCase): TypedCase {
  const row = new Row(builder)
  const answered = new Set<string>()
  for (const { questions } of prepared.pages) {
    for (const question of questions) {
      const answer = Object.hasOwn(past.answers, question.id) ? past.answers[question.id] : undefined
      if (answer === undefined) continue
      answered.add(question.id)
      if (question.kind === 'group' && isEntries(answer)) row.putGroup(question, answer)
      else row.putOne(question.id, question.kind, answer)
    }
  }
  if (Object.keys(past.answers).some((id) => !answered.has(id))) row.fits = false
  builder.count(dayNumber(past.today), answered)
  const [given, left] = [row.words(past.given), row.words(past.left)]
  const channel = builder.codes.of(past.channel)
  const area = past.area === undefined ? null : builder.codes.of(past.area)
  return { fits: row.fits, cells: row.cells, given, left, channel, area }
}

class Row {
  fits = true
  readonly cells: Record<string, Cell | readonly Cell[]> = {}
  readonly #builder: ColumnsBuilder

  constructor(builder: ColumnsBuilder) {
    this.#builder = builder
  }

  putOne(path: string, kind: Question['kind'], answer: unknown): void {
    const family = familyOf(kind)
    const column = family && this.#builder.columnOf(path, family, { isInGroup: false, hasGaps: this.#builder.hasCases })
    if (family === undefined || column === undefined) this.fits = false
    else this.#put(column.slot, this.#cell(path, family, answer))
  }

  putGroup(question: Extract<Question, { kind: 'group' }>, entries: readonly GroupEntry[]): void {
    const count = this.#builder.columnOf(question.id, 'group', { isInGroup: false, hasGaps: this.#builder.hasCases })
    if (count === undefined || entries.length > MOST_ENTRIES) {
      this.fits = false
      return
    }
    const hadEntries = count.most > 0
    this.#builder.widen(question.id, entries.length)
    this.cells[count.slot] = entries.length
    for (const { id, kind } of question.of) {
      const family = familyOf(kind)
      const path = `${question.id}.${id}`
      if (family === undefined || entries.every((entry) => !Object.hasOwn(entry, id))) {
        if (entries.length > 0) this.#builder.gap(path)
        continue
      }
      const column = this.#builder.columnOf(path, family, { isInGroup: true, hasGaps: hadEntries })
      if (column === undefined) this.fits = false
      else
        this.#put(
          column.slot,
          entries.map((entry) => (Object.hasOwn(entry, id) ? this.#cell(path, family, entry[id]) : this.#gap(path))),
        )
    }
  }

  words(paths: readonly string[]): readonly string[] {
    const words = Array.from({ length: BIT_WORDS }, () => 0n)
    for (const path of paths) {
      const bit = this.#builder.bitOf(path)
      const word = bit === undefined ? undefined : Math.floor(bit / BITS)
      if (bit === undefined || word === undefined) this.fits = false
      else words[word] = (words[word] ?? 0n) | (1n << BigInt(bit % BITS))
    }
    return words.map(String)
  }

  #put(slot: string, cell: Cell | readonly Cell[]): void {
    this.cells[slot] = cell
    const [letters, number] = [slot.replace(/\d+$/, ''), slot.replace(/^[a-z]+/, '')]
    // The digits of a date stand beside it: ages are read from them without a calendar.
    if (letters === 'd') this.cells[`e${number}`] = digitsOf(cell)
    if (letters === 'ad' && isList(cell)) this.cells[`ae${number}`] = cell.map(digitsOf)
  }

  #gap(path: string): null {
    this.#builder.gap(path)
    return null
  }

  #cell(path: string, family: Family, answer: unknown): Cell {
    const builder = this.#builder
    switch (family) {
      case 'number':
        return typeof answer === 'number' ? this.#widened(path, answer, answer) : this.#odd(path)
      case 'date':
        return typeof answer === 'string' ? this.#widened(path, dayNumber(answer), answer) : this.#odd(path)
      case 'month':
        return typeof answer === 'string' ? this.#widened(path, dayNumber(`${answer}-01`), `${answer}-01`) : this.#odd(path)
      case 'yes-no':
        builder.see(path, String(answer))
        return answer === true
      case 'choice':
        builder.see(path, String(answer))
        return this.#code(String(answer))
      case 'choices':
        return this.#mask(path, isList(answer) ? answer : [])
      case 'group':
        return this.#odd(path)
    }
  }

  #code(option: string): number {
    const code = this.#builder.codes.of(option)
    if (code > MOST_CODES) this.fits = false
    return Math.min(code, MOST_CODES)
  }

  #widened(path: string, value: number, cell: Cell): Cell {
    this.#builder.widen(path, value)
    return cell
  }

  #odd(path: string): null {
    this.fits = false
    return this.#gap(path)
  }

  /** Digits of a number with a bit for each option chosen: it may be beyond what a number holds exactly. */
  #mask(path: string, options: readonly unknown[]): Cell {
    const places = options.map((option) => this.#builder.see(path, String(option)))
    if (places.some((place) => place >= BITS)) this.fits = false
    return String(places.reduce((mask, place) => mask | (1n << BigInt(place % BITS)), 0n))
  }
}

function digitsOf(cell: Cell | readonly Cell[]): Cell {
  return typeof cell === 'string' ? Number(cell.replaceAll('-', '')) : null
}

function isList(value: unknown): value is readonly Cell[] {
  return Array.isArray(value)
}

/** The single place where the seconds, errors and leavings of a year that never was are reckoned, to go with its made-up cases. Pure, and repeatable. */
import type { Prepared, Question } from '#core/definition/index.ts'
import type { PageCell } from './event.ts'

/** Seconds an answer of each kind takes about; typing takes longer than choosing. */
const seconds: Readonly<Record<Question['kind'], number>> = {
  'yes-no': 7,
  'one-of': 11,
  'many-of': 16,
  declaration: 9,
  number: 9,
  money: 24,
  date: 16,
  month: 12,
  text: 14,
  'long-text': 65,
  email: 15,
  phone: 13,
  address: 34,
  place: 40,
  identifier: 31,
  organisation: 26,
  group: 55,
}

/** Of a thousand who come to a page, how many go no further: more where figures have to be looked up. */
const leaving: Readonly<Partial<Record<Question['kind'], number>>> = {
  money: 38,
  identifier: 46,
  'long-text': 24,
  group: 29,
  date: 9,
  address: 14,
}
/** Of a thousand answers, how many are at fault the first time. */
const erring: Readonly<Partial<Record<Question['kind'], number>>> = {
  money: 44,
  date: 71,
  identifier: 88,
  email: 35,
  phone: 28,
  group: 31,
  address: 22,
}

export type MadeUpMonth = { readonly month: string; readonly sent: number }

/** Page by page for each month with its cases. `dice` gives numbers from 0 to 1. */
export function madeUpPages(prepared: Prepared, months: readonly MadeUpMonth[]): readonly PageCell[] {
  const ends = new Set(prepared.program.exits.map(({ asks }) => pageOf(prepared, asks.at(-1))))
  return months.flatMap(({ month, sent }) =>
    prepared.pages.flatMap(({ id: page, questions }) => {
      const each = questions.reduce((sum, { kind }) => sum + seconds[kind], 4)
      const stopped = Math.round((sent * Math.max(...questions.map(({ kind }) => leaving[kind] ?? 5))) / 1000)
      const exited = ends.has(page) ? Math.round(sent * 0.07) : 0
      const empty = {
        month,
        version: prepared.version,
        page,
        question: '',
        answered: 0,
        seconds: 0,
        squares: 0,
        stopped: 0,
        errors: 0,
        exited: 0,
      }
      // Times spread about as far as three fifths of their mean.
      const squares = Math.round(sent * each ** 2 * 1.36)
      const whole: PageCell = { ...empty, answered: sent, seconds: sent * each, squares, stopped, exited }
      const wrong = questions.map(
        ({ id, kind }): PageCell => ({ ...empty, question: id, errors: Math.round((sent * (erring[kind] ?? 6)) / 1000) }),
      )
      return sent === 0 ? [] : [whole, ...wrong.filter(({ errors }) => errors > 0)]
    }),
  )
}

function pageOf({ questions }: Prepared, question: string | undefined): string | undefined {
  return question === undefined ? undefined : questions.get(question)?.page
}

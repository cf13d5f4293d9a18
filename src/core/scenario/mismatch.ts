/** The single place for what an example person did not get as expected: as data, and as the sentence programs have always been given. */
import { plainMoney } from '#core/value/money.ts'

type Text = string | null
type Texts = readonly string[]
/** A fault by its question and code. */
type FaultName = { readonly question: string; readonly code: string }

type Sides<Value> = { readonly expected: Value; readonly came: Value }

/**
 * Something expected beside what came. Pages, exits and outcomes by their ids, a fee as `120.00`, reasons in the words of one language; a calculation by its id, with
 * `expected` and `came` as it would give them (money in pence).
 */
export type Mismatch =
  | ({ readonly what: 'pages' } & Sides<Texts>)
  | ({ readonly what: 'faults' } & Sides<readonly FaultName[]>)
  | ({ readonly what: 'exit' | 'outcome' | 'fee' } & Sides<Text>)
  | ({ readonly what: 'reason-count' } & Sides<number>)
  | ({ readonly what: 'reason'; readonly place: number; readonly language: string } & Sides<Text>)
  | ({ readonly what: 'value'; readonly id: string; readonly isMoney: boolean } & Sides<unknown>)
  | { readonly what: 'no-such-value'; readonly id: string }
  | { readonly what: 'not-a-day'; readonly today: string }

/** The sentence in which programs read it: `fee: expected 1.00, came 120.00`. */
export function sentenceOf(mismatch: Mismatch): string {
  switch (mismatch.what) {
    case 'pages':
      return sides('pages', listed(mismatch.expected), listed(mismatch.came))
    case 'faults':
      return sides('faults', listed(mismatch.expected.map(spelled)), listed(mismatch.came.map(spelled)))
    case 'exit':
    case 'outcome':
    case 'fee':
      return sides(mismatch.what, mismatch.expected ?? 'none', mismatch.came ?? 'none')
    case 'reason-count':
      return sides('number of reasons', String(mismatch.expected), String(mismatch.came))
    case 'reason':
      return sides(`reason ${mismatch.place} (${mismatch.language})`, mismatch.expected ?? 'none', mismatch.came ?? 'none')
    case 'value':
      return sides(mismatch.id, figure(mismatch.expected, mismatch), figure(mismatch.came, mismatch))
    case 'no-such-value':
      return `${mismatch.id} is not a calculation of the service.`
    case 'not-a-day':
      return `“${mismatch.today}” is not a day.`
  }
}

function sides(what: string, expected: string, came: string): string {
  return `${what}: expected ${expected}, came ${came}`
}

/** A value as a scenario writes it: 48000 pence is `480.00`. */
export function figure(value: unknown, { isMoney }: { readonly isMoney: boolean }): string {
  if (value === null || value === undefined) return 'none'
  if (isMoney && typeof value === 'number') return plainMoney(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function spelled({ question, code }: FaultName): string {
  return `${question} ${code}`
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join(', ')
}

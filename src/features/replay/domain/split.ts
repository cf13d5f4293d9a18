/** The single place for what a trial can be split by, and for which part a case is in. Pure. */
import type { Moved, PastCase, SplitBy, Trial } from '#core/replay/index.ts'

/** The figures of one part of a split; `part` is empty where nobody knows. */
export type Part = Pick<Trial, 'cases' | 'changed' | 'matrix' | 'asked' | 'person' | 'values'> & {
  readonly part: string
  readonly cantTell: number
  readonly fee: Moved
}
export type Split = { readonly by: SplitBy; readonly parts: readonly Part[] }

/** The figures of a part, from a trial of its cases alone. */
export function partFrom(part: string, { cases, changed, matrix, cantTell, fee, values, asked, person }: Trial): Part {
  return { part, cases, changed, cantTell: cantTell.count, matrix, fee, values, asked, person }
}

/** The splits that words such as `area`, `channel`, `month` or the id of a question name; undefined for a word that is no name. */
export function splitNamed(word: string): SplitBy | undefined {
  if (word === 'area' || word === 'channel' || word === 'month') return word
  return /^[a-z][a-z0-9_]*$/.test(word) ? `answer ${word}` : undefined
}

/** The word that names a split. */
export function wordOf(split: SplitBy): string {
  return split.startsWith('answer ') ? split.slice('answer '.length) : split
}

/** In which part of a split a case is; empty where nobody knows. */
export function partOf(split: SplitBy, past: PastCase): string {
  switch (split) {
    case 'area':
      return past.area ?? ''
    case 'channel':
      return past.channel
    case 'month':
      return past.today.slice(0, 7)
    default:
      return saidBy(past.answers[split.slice('answer '.length)])
  }
}

function saidBy(answer: unknown): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
}

/** The single place for what a trial can be split by, and for which part a case is in. Pure. */
import type { Prepared } from '#core/definition/index.ts'
import {
  type Bands,
  type Cut,
  isReadable,
  type Moved,
  namesOfBands,
  partsOf,
  type PastCase,
  type SplitBy,
  type Tally,
  type Trial,
} from '#core/replay/index.ts'

/** The figures of one part of a split; `part` is empty where nobody knows. */
export type Part = Pick<Trial, 'cases' | 'changed' | 'matrix' | 'asked' | 'person' | 'values'> & {
  readonly part: string
  readonly cantTell: number
  readonly fee: Moved
}
/** Parts in the order of their bands, or the largest first. `overlaps`: a case that chose several options is counted in each of their parts. */
export type Split = { readonly by: SplitBy; readonly bands?: Bands; readonly overlaps?: true; readonly parts: readonly Part[] }

/** The figures of a part, from a trial of its cases alone. */
export function partFrom(part: string, { cases, changed, matrix, cantTell, fee, values, asked, person }: Trial): Part {
  return { part, cases, changed, cantTell: cantTell.count, matrix, fee, values, asked, person }
}

/** What trials of a version can be split by: where cases came from and when, and each answer that is remembered; of groups how many entries they have. */
export function splitsOf({ questions }: Pick<Prepared, 'questions'>): readonly SplitBy[] {
  const told = [...questions.values()].filter(({ question: { kind } }) => isReadable(kind) || kind === 'group')
  return ['area', 'channel', 'month', ...told.map(({ question: { id } }): SplitBy => `answer ${id}`)]
}

/** Figures are made public by so many splits at most: each has a group for every case. */
export const MOST_PUBLIC_SPLITS = 4

/** The word that names a split. */
export function wordOf(split: SplitBy): string {
  return split.startsWith('answer ') ? split.slice('answer '.length) : split
}

/** The figures of a split, of so many cases together. */
export function splitFrom({ by, bands }: Cut, tallies: ReadonlyMap<string, Tally>, cases: number): Split {
  const parts = [...tallies].map(([part, tally]) => partFrom(part, tally.read()))
  const counted = parts.reduce((sum, part) => sum + part.cases, 0)
  const order = bands === undefined ? [] : namesOfBands(bands)
  const place = ({ part }: Part) => (order.includes(part) ? order.indexOf(part) : order.length)
  return {
    by,
    ...(bands === undefined ? {} : { bands }),
    ...(counted > cases ? { overlaps: true } : {}),
    parts: parts.sort((a, b) => place(a) - place(b) || b.cases - a.cases || (a.part < b.part ? -1 : 1)),
  }
}

/** In which part of a split a case is where it cannot be in several; empty where nobody knows. */
export function partOf(by: SplitBy, past: PastCase): string {
  return partsOf({ by }, past)[0] ?? ''
}

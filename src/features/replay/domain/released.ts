/**
 * The single place for what anybody may see of a trial: each case in one cell, counted in groups, and the tables that follow. None under ten and none that leaves
 * fewer than ten (Handbook on Statistical Disclosure Control, second edition, chapter 5, on unsafe cells and on differencing tables; Office for National
 * Statistics, SRS output checking guidance, on the threshold of ten). What is hidden cannot be worked out from sums, because sums are of the same groups. Pure.
 */
import { CANT_TELL, type Difference, type SplitBy, type Way, wayOf } from '#core/replay/index.ts'
import { z } from 'zod'
import { Equality } from './equality.ts'
import type { Counted, Level } from './groups.ts'

const ways = { more: z.int(), less: z.int(), same: z.int(), other: z.int() }
const By = z.custom<SplitBy>((value) => typeof value === 'string' && /^(area|channel|month|answer [a-z][a-z0-9_]*)$/.test(value))

/** Figures made public: every number is 0 or a multiple of 5 from 10 on, and so is what it lacks to `cases`. */
export const Released = z.object({
  /** The days between which the cases were opened, both included. */
  since: z.string(),
  until: z.string(),
  cases: z.int(),
  /** Cases whose answers have been deleted since, rounded in the same way. */
  removed: z.int(),
  madeUp: z.enum(['none', 'some', 'all']),
  changed: z.int(),
  matrix: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
  /** Of `changed` and of all others, those whose ways are each too few to be told apart: in no row of the matrix, and `other` in the tables. */
  otherwise: z.object({ changed: z.int(), same: z.int() }),
  cantTell: z.object({
    count: z.int(),
    questions: z.array(z.object({ question: z.string(), because: z.enum(['not-asked', 'not-kept', 'not-accepted']), count: z.int() })),
  }),
  fee: z.object(ways),
  values: z.record(z.string(), z.object(ways)),
  asked: z.object({ more: z.int(), fewer: z.int(), same: z.int(), unknown: z.int() }),
  /** Each adds up for itself and is rounded for itself. `part` is null for those that are each too few to be named, and empty where nobody knows. */
  splits: z.array(
    z.object({
      by: By,
      parts: z.array(z.object({ part: z.string().nullable(), cases: z.int(), changed: z.int(), cantTell: z.int() })),
    }),
  ),
  equality: z.array(Equality),
})
export type Released = z.infer<typeof Released>
export type ReleasedSplit = Released['splits'][number]

const Because = z.enum(['not-asked', 'not-kept', 'not-accepted'])
const Moves = z.enum(['more', 'less', 'same', 'other'])
const Asked = z.enum(['more', 'fewer', 'same', 'unknown'])
const Cell = z.union([
  z.object({ question: z.string(), because: Because }),
  z.object({ from: z.string(), to: z.string(), fee: Moves, asked: Asked, values: z.record(z.string(), Moves) }),
])
type Cell = z.infer<typeof Cell>
type Told = Extract<Cell, { from: string }>

/** What becomes of a case, as coarsely as it can be said. */
export const states = ['changed', 'same', 'cant-tell'] as const
export type State = (typeof states)[number]

/** Cells that are each too few to be told apart. */
const OTHER = 'other'

export function stateOf(difference: Difference): State {
  return difference.state === 'cant-tell' ? 'cant-tell' : difference.isChanged ? 'changed' : 'same'
}

/** In which cell of all the tables together a case is, as a text. Of several answers it lacks, the first counts. */
export function cellOf(difference: Difference): string {
  return JSON.stringify(cellFor(difference))
}

function cellFor(difference: Difference): Cell {
  if (difference.state === 'cant-tell') {
    const [lack] = difference.lacks.toSorted((a, b) => (a.question < b.question ? -1 : 1))
    return { question: lack?.question ?? CANT_TELL, because: lack?.because ?? 'not-kept' }
  }
  const { from, to } = difference
  const ids = [...new Set([...Object.keys(from.values), ...Object.keys(to.values)])].sort()
  const moves = ids.map((id) => [id, wayOf(from.values[id] ?? null, to.values[id] ?? null)] as const)
  const asked =
    from.asked === null || to.asked === null ? 'unknown' : (['fewer', 'same', 'more'] as const)[Math.sign(to.asked - from.asked) + 1]
  return {
    from: from.outcome,
    to: to.outcome,
    fee: wayOf(from.fee, to.fee),
    asked: asked ?? 'same',
    values: Object.fromEntries(moves.filter(([, way]) => way !== 'same')),
  }
}

type ByCase<Text extends string = string> = ReadonlyMap<string, Text>

/** How the cases of all tables are told apart: by what becomes of them, then by their cells. */
export function tableLevels(stateByCase: ByCase<State>, cells: ByCase): readonly [Level, Level] {
  return [{ cells: stateByCase }, { cells, other: OTHER }]
}

/** How the cases of a split are told apart: by their parts, then by what becomes of them. */
export function splitLevels(parts: ByCase, stateByCase: ByCase<State>): readonly [Level, Level] {
  const named = new Map([...parts].map(([id, part]) => [id, JSON.stringify(part)]))
  return [{ cells: named, other: 'null' }, { cells: stateByCase }]
}

/** The tables, from what each cell counts. `shown` are the calculations that have a table of their own. */
export function tablesFrom(
  counts: readonly Counted[],
  about: Omit<Released, 'cases' | 'changed' | 'matrix' | 'otherwise' | 'cantTell' | 'fee' | 'values' | 'asked'> & {
    readonly shown: readonly string[]
  },
): Released {
  const { shown, ...said } = about
  const cells = counts.flatMap(({ names: [, text = OTHER], count }) =>
    text === OTHER ? [] : [{ cell: Cell.parse(JSON.parse(text)), count }],
  )
  const told = cells.flatMap(({ cell, count }) => ('from' in cell ? [{ cell, count }] : []))
  const lacking = cells.flatMap(({ cell, count }) => ('from' in cell ? [] : [{ ...cell, count }]))
  const of = (state: State, isOther = false) =>
    sumOf(counts.filter(({ names: [name, cell] }) => name === state && (!isOther || cell === OTHER)))
  const otherwise = { changed: of('changed', true), same: of('same', true) }
  const others = otherwise.changed + otherwise.same
  const moves = (wayIn: (cell: Told) => Way) => {
    const sums = { more: 0, less: 0, same: 0, other: others }
    for (const { cell, count } of told) sums[wayIn(cell)] += count
    return sums
  }
  const asked = { more: 0, fewer: 0, same: 0, unknown: others }
  for (const { cell, count } of told) asked[cell.asked] += count
  return {
    cases: sumOf(counts),
    ...said,
    changed: of('changed'),
    matrix: matrixOf(told.map(({ cell, count }) => ({ from: cell.from, to: cell.to, count }))),
    otherwise,
    cantTell: { count: of('cant-tell'), questions: lacking.toSorted(byCount) },
    fee: moves(({ fee }) => fee),
    values: Object.fromEntries(shown.map((id) => [id, moves(({ values }) => values[id] ?? 'same')])),
    asked,
  }
}

/** The parts of a split, the largest first. */
export function splitPartsFrom(counts: readonly Counted[]): ReleasedSplit['parts'] {
  const parts = Map.groupBy(counts, ({ names: [part = 'null'] }) => part)
  return [...parts]
    .map(([part, own]) => {
      const of = (state: State) => sumOf(own.filter(({ names: [, name] }) => name === state))
      return { part: z.string().nullable().parse(JSON.parse(part)), cases: sumOf(own), changed: of('changed'), cantTell: of('cant-tell') }
    })
    .sort((a, b) => Number(a.part === null) - Number(b.part === null) || b.cases - a.cases || ((a.part ?? '') < (b.part ?? '') ? -1 : 1))
}

function matrixOf(cells: readonly { readonly from: string; readonly to: string; readonly count: number }[]): Released['matrix'] {
  const sums = new Map<string, { from: string; to: string; count: number }>()
  for (const { from, to, count } of cells) {
    const key = `${from} ${to}`
    sums.set(key, { from, to, count: (sums.get(key)?.count ?? 0) + count })
  }
  return [...sums.values()].sort(byCount)
}

function sumOf(cells: readonly { readonly count: number }[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0)
}

function byCount(a: { readonly count: number }, b: { readonly count: number }): number {
  return b.count - a.count || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
}

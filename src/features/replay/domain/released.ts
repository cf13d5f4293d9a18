/** The single place for what anybody may see of a trial: each case in one cell, counted in groups, and the tables that follow. Pure. */
import { CANT_TELL, type Difference, type Way, wayOf } from '#core/replay/index.ts'
import { z } from 'zod'

const ways = { more: z.int(), less: z.int(), same: z.int(), other: z.int() }

/** Figures made public: every number is 0 or a multiple of 5 from 10 on, and so is what it lacks to `cases`. */
export const Released = z.object({
  cases: z.int(),
  /** Cases whose answers have been deleted since, rounded in the same way. */
  removed: z.int(),
  madeUp: z.enum(['none', 'some', 'all']),
  changed: z.int(),
  matrix: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
  cantTell: z.object({
    count: z.int(),
    questions: z.array(z.object({ question: z.string(), because: z.enum(['not-asked', 'not-kept', 'not-accepted']), count: z.int() })),
  }),
  fee: z.object(ways),
  values: z.record(z.string(), z.object(ways)),
  asked: z.object({ more: z.int(), fewer: z.int(), same: z.int(), unknown: z.int() }),
})
export type Released = z.infer<typeof Released>

const Because = z.enum(['not-asked', 'not-kept', 'not-accepted'])
const Moves = z.enum(['more', 'less', 'same', 'other'])
const Asked = z.enum(['more', 'fewer', 'same', 'unknown'])
const Cell = z.union([
  z.object({ question: z.string(), because: Because }),
  z.object({ from: z.string(), to: z.string(), fee: Moves, asked: Asked, values: z.record(z.string(), Moves) }),
])
type Cell = z.infer<typeof Cell>

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

/** The tables, from what each cell counts. `shown` are the calculations that have a table of their own. */
export function tablesFrom(
  counts: ReadonlyMap<string, number>,
  about: Pick<Released, 'removed' | 'madeUp'> & { readonly shown: readonly string[] },
): Released {
  const { shown, ...said } = about
  const cells = [...counts].map(([text, count]) => ({ cell: Cell.parse(JSON.parse(text)), count }))
  const told = cells.flatMap(({ cell, count }) => ('from' in cell ? [{ cell, count }] : []))
  const lacking = cells.flatMap(({ cell, count }) => ('from' in cell ? [] : [{ ...cell, count }]))
  const moves = (wayIn: (cell: (typeof told)[number]['cell']) => Way) => {
    const sums = { more: 0, less: 0, same: 0, other: 0 }
    for (const { cell, count } of told) sums[wayIn(cell)] += count
    return sums
  }
  const asked = { more: 0, fewer: 0, same: 0, unknown: 0 }
  for (const { cell, count } of told) asked[cell.asked] += count
  const isChanged = ({ from, to, fee, values }: (typeof told)[number]['cell']) =>
    from !== to || fee !== 'same' || Object.keys(values).length > 0
  return {
    cases: sumOf(cells),
    ...said,
    changed: sumOf(told.filter(({ cell }) => isChanged(cell))),
    matrix: matrixOf(told.map(({ cell, count }) => ({ from: cell.from, to: cell.to, count }))),
    cantTell: { count: sumOf(lacking), questions: lacking.toSorted(byCount) },
    fee: moves(({ fee }) => fee),
    values: Object.fromEntries(shown.map((id) => [id, moves(({ values }) => values[id] ?? 'same')])),
    asked,
  }
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

/** A number that stands alone, such as how many cases have been deleted: rounded down, none under ten. */
export function roundedDown(count: number): number {
  return count < 10 ? 0 : Math.floor(count / 5) * 5
}

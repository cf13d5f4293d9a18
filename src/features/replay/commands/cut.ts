/** The single place where splits get the bands that numbers and dates fall in, from what the past cases answered. */
import { type Banded, bandsFrom, type Columns, type Cut, type SplitBy } from '#core/replay/index.ts'
import type { CouncilStore } from '#store/store.ts'
import { spreadOf, type Window } from '../store/index.ts'
import { type Watch, whileWanted } from './watch.ts'

type Column = Columns['columns'][string]

const BANDED: Partial<Record<Column['family'], Banded>> = { number: 'number', group: 'number', date: 'date', month: 'month' }

/** What is to be cut up, and where the answers of its cases lie. */
export type Cutting = { readonly splits: readonly SplitBy[]; readonly columns: Columns; readonly window: Window; readonly cases: number }

/** Undefined where the trial was called off meanwhile. */
export async function cutsFor(store: CouncilStore, watch: Watch, cutting: Cutting): Promise<readonly Cut[] | undefined> {
  const cuts: Cut[] = []
  for (const by of cutting.splits) {
    const cut = await cutBy(store, watch, { by, ...cutting })
    if (cut === undefined) return undefined
    cuts.push(cut)
  }
  return cuts
}

async function cutBy(
  store: CouncilStore,
  watch: Watch,
  { by, columns, window, cases }: Cutting & { readonly by: SplitBy },
): Promise<Cut | undefined> {
  const path = by.slice('answer '.length)
  const column = by.startsWith('answer ') && Object.hasOwn(columns.columns, path) ? columns.columns[path] : undefined
  const of = column && BANDED[column.family]
  if (column === undefined || of === undefined) return { by }
  const found = await whileWanted(store, watch, async (tx) => ({ spread: await spreadOf(tx, column, { ...window, cases }) }))
  if (found === undefined) return undefined
  return found.spread === undefined ? { by } : { by, bands: bandsFrom(of, found.spread) }
}

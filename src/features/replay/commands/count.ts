/** The single place where two versions are tried inside the database, and by the rules themselves where SQL cannot say them or columns do not hold a case. */
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  CANT_TELL,
  type CellRow,
  type CountedRow,
  type Cut,
  isChanged,
  MOST_EXAMPLES,
  partsOf,
  type SplitBy,
  Tally,
  type TrialQuery,
  trialQuery,
} from '#core/replay/index.ts'
import { canonical } from '#store/json.ts'
import type { CouncilStore } from '#store/store.ts'
import { spansOf, type Ways } from '../domain/index.ts'
import { columnsOf, type Counted, countCells, countTyped, findInCells, type Window } from '../store/index.ts'
import { cutsFor } from './cut.ts'
import { goThrough, type Sides } from './read.ts'
import { type Watch, whileWanted } from './watch.ts'

/** What is tried on what, and what the figures are split by besides. */
export type Asking = { readonly sides: Sides; readonly window: Window; readonly splits: readonly SplitBy[] }

/** Figures of all, and of each part of each split as it was cut. `population` is the digest of the cases. */
export type Counting = {
  readonly whole: Tally
  readonly cuts: readonly Cut[]
  readonly splits: ReadonlyMap<SplitBy, ReadonlyMap<string, Tally>>
  readonly population: string
  readonly ways: Ways
}

/** Rows looked at before others have their turn. */
const STEP = 500
/** Cases counted by one statement, after which it shows how far it is. */
const CHUNK = 1_000_000
/** Cells with fewer cases are looked for among all, others among the first cases. */
const RARE = 1000
const FIRST = 50_000

/** Whether SQL can try it. */
export async function isSaidInSql(store: CouncilStore, { sides, window }: Pick<Asking, 'sides' | 'window'>): Promise<boolean> {
  return !('refusals' in trialQuery(sides, await store.transaction((tx) => columnsOf(tx, window.service))))
}

/** Tries it; undefined where it was called off. */
export async function count(store: CouncilStore, asking: Asking, watch: Watch): Promise<Counting | undefined> {
  const counted = await whileWanted(store, watch, (tx) => countTyped(tx, asking.window))
  if (counted === undefined) return undefined
  const { sides, window, splits } = asking
  const columns = await store.transaction((tx) => columnsOf(tx, window.service))
  const cuts = await cutsFor(store, watch, { splits, columns, window, cases: counted.cases })
  if (cuts === undefined) return undefined
  const query = trialQuery(sides, columns, cuts)
  const counter = new Counter(store, { sides, window, cuts }, watch)
  const isWhole = 'refusals' in query ? await counter.byRules(false) : await counter.bySql(query, counted)
  return isWhole ? counter.read(counted, 'refusals' in query ? query.refusals : []) : undefined
}

/** What is asked, its splits cut. */
type Cutout = Pick<Asking, 'sides' | 'window'> & { readonly cuts: readonly Cut[] }

class Counter {
  readonly #store: CouncilStore
  readonly #asking: Cutout
  readonly #watch: Watch
  readonly #whole: Tally
  readonly #splits: Map<SplitBy, Map<string, Tally>>
  /** Cells of which examples are shown, by what they show. */
  readonly #shown = new Map<string, { readonly from: string; readonly to: string; readonly keys: Set<string>; count: number }>()
  #done = 0
  #byRules = 0

  constructor(store: CouncilStore, asking: Cutout, watch: Watch) {
    this.#store = store
    this.#asking = asking
    this.#watch = watch
    this.#whole = new Tally(asking.sides)
    this.#splits = new Map(asking.cuts.map(({ by }) => [by, new Map()]))
  }

  read({ cases, marks }: Counted, reasons: readonly string[]): Counting {
    const population = createHash('sha256')
      .update(canonical([cases, ...marks.map(String)]))
      .digest('hex')
    const ways = { bySql: cases - this.#byRules, byRules: this.#byRules, reasons: [...reasons] }
    return { whole: this.#whole, cuts: this.#asking.cuts, splits: this.#splits, population, ways }
  }

  /** False where it was called off. */
  async bySql(query: TrialQuery, { cases, odd }: Counted): Promise<boolean> {
    for (const window of spansOf(this.#asking.window, Math.ceil(cases / CHUNK))) {
      if (await this.#watch.isCalledOff()) return false
      const rows = await whileWanted(this.#store, this.#watch, (tx) => countCells(tx, query, window))
      if (rows === undefined) return false
      await this.#take(query, rows)
      await this.#watch.onBatch(this.#done)
    }
    return (await this.#findExamples(query, cases)) && (odd === 0 || (await this.byRules(true)))
  }

  /** Case by case, those only that columns do not hold or all. */
  async byRules(onlyOdd: boolean): Promise<boolean> {
    const { window, sides, cuts } = this.#asking
    const before = this.#done
    const listener = {
      onCase: ({ difference, past }: Parameters<Parameters<typeof goThrough>[2]['onCase']>[0]) => {
        this.#byRules += 1
        this.#whole.add(difference)
        for (const cut of cuts) for (const part of partsOf(cut, past)) this.#tallyOf(cut.by, part).add(difference)
      },
      onBatch: async (done: number) => {
        this.#done = before + done
        await this.#watch.onBatch(this.#done)
        return !(await this.#watch.isCalledOff())
      },
    }
    return goThrough(this.#store, { window, sides, onlyOdd }, listener)
  }

  async #take(query: TrialQuery, rows: readonly CellRow[]): Promise<void> {
    for (const [at, row] of rows.entries()) {
      const cell = query.read(row)
      if (cell.split === undefined) this.#takeCell(cell, row.key)
      else for (const part of cell.parts) this.#tallyOf(cell.split, part).addCell(cell)
      if (at % STEP === STEP - 1) await nextTurn()
    }
  }

  #tallyOf(split: SplitBy, part: string): Tally {
    const tallies = this.#splits.get(split)
    const tally = tallies?.get(part) ?? new Tally(this.#asking.sides)
    tallies?.set(part, tally)
    return tally
  }

  #takeCell(cell: CountedRow, key: string): void {
    this.#whole.addCell(cell)
    this.#done += cell.count
    if ('told' in cell && !isChanged(cell)) return
    const ends = 'told' in cell ? { from: cell.told.from, to: cell.told.to } : { from: CANT_TELL, to: CANT_TELL }
    const place = JSON.stringify(ends)
    const shown = this.#shown.get(place) ?? { ...ends, keys: new Set<string>(), count: 0 }
    shown.keys.add(key)
    shown.count += cell.count
    this.#shown.set(place, shown)
  }

  /** The same as going through all of them would find: the first of each sort by their ids. False where it was called off. */
  async #findExamples(query: TrialQuery, cases: number): Promise<boolean> {
    const all = [...this.#shown.values()]
    const rare = all.filter(({ count }) => count < RARE || cases <= FIRST)
    if ((await this.#lookFor(query, rare, undefined)) === undefined) return false
    let pending = all.filter((one) => !rare.includes(one))
    for (let first = FIRST; pending.length > 0; first *= 4) {
      const found = await this.#lookFor(query, pending, first >= cases ? undefined : first)
      if (found === undefined) return false
      pending = first >= cases ? [] : pending.filter((one) => (found.get(one) ?? 0) < MOST_EXAMPLES)
    }
    return true
  }

  async #lookFor(query: TrialQuery, wanted: readonly Shown[], first: number | undefined): Promise<ReadonlyMap<Shown, number> | undefined> {
    const found = new Map<Shown, number>()
    if (wanted.length === 0) return found
    const keys = wanted.flatMap((one) => [...one.keys])
    const population = { ...this.#asking.window, ...(first === undefined ? {} : { first }) }
    const rows = await whileWanted(this.#store, this.#watch, (tx) => findInCells(tx, query, { population, keys }))
    if (rows === undefined) return undefined
    for (const { key, case_id: id } of rows) {
      const shown = wanted.find((one) => one.keys.has(key))
      if (shown === undefined) continue
      found.set(shown, (found.get(shown) ?? 0) + 1)
      this.#whole.addExample(shown.from, shown.to, id)
    }
    return found
  }
}

type Shown = { readonly from: string; readonly to: string; readonly keys: ReadonlySet<string>; readonly count: number }

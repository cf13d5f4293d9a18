/** The single place that goes through past cases with two versions, in small steps, so that everybody else is served meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Definition, prepare } from '#core/definition/index.ts'
import { compare, type Difference, type PastCase, sidesOf } from '#core/replay/index.ts'
import type { CouncilStore } from '#store/store.ts'
import { answersFrom } from '../domain/answers.ts'
import { type Place, type ReadRow, readPast, type Window } from '../store/index.ts'

const BATCH = 2000
/** Cases compared before others have their turn: some five milliseconds. */
const STEP = 100

/** Both versions ready to be compared. */
export type Sides = ReturnType<typeof sidesOf>

export function sidesFrom(from: Definition, to: Definition): Sides {
  return sidesOf(prepare(from), prepare(to))
}

/** What is heard on the way: each case with its difference, and after each batch how many there were; false ends it. */
export type Listener = {
  readonly onCase: (one: { readonly difference: Difference; readonly past: PastCase }) => void
  readonly onBatch?: (done: number) => Promise<boolean>
}

/** Which cases are gone through; `onlyOdd`, those that columns do not hold. */
export type Going = { readonly window: Window; readonly sides: Sides; readonly onlyOdd?: boolean }

/** Compares every past case of a window once, by the rules themselves. Answers false where it was ended before the last. */
export async function goThrough(store: CouncilStore, { window, sides, onlyOdd = false }: Going, listener: Listener): Promise<boolean> {
  let done = 0
  for (let after: Place | undefined; ; ) {
    const rows = await store.transaction((tx) => readPast(tx, window, { after, most: BATCH, onlyOdd }))
    for (const [index, row] of rows.entries()) {
      const past = pastCaseFrom(row)
      listener.onCase({ difference: compare(sides, past), past })
      if (index % STEP === STEP - 1) await nextTurn()
    }
    done += rows.length
    if ((await listener.onBatch?.(done)) === false) return false
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) return true
    after = { opened: last.opened, caseId: last.case_id }
  }
}

export function pastCaseFrom(row: ReadRow): PastCase {
  return {
    id: row.case_id,
    today: row.opened,
    channel: row.channel,
    answers: answersFrom(row.answers),
    given: row.given,
    left: row.left_empty,
    ...(row.area === null ? {} : { area: row.area }),
    ...(row.made_up ? { madeUp: true } : {}),
  }
}

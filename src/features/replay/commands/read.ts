/** The single place that goes through past cases with two versions, in small steps, so that everybody else is served meanwhile. */
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Definition, prepare } from '#core/definition/index.ts'
import { compare, type Difference, type PastCase, sidesOf } from '#core/replay/index.ts'
import type { CouncilStore } from '#store/store.ts'
import { answersFrom } from '../domain/answers.ts'
import { type Place, type ReadRow, readPast, spelledOut, type Window } from '../store/index.ts'

const BATCH = 2000
/** Cases compared before others have their turn: some five milliseconds. */
const STEP = 100

/** Both versions ready to be compared. */
export type Sides = ReturnType<typeof sidesOf>

export function sidesFrom(from: Definition, to: Definition): Sides {
  return sidesOf(prepare(from), prepare(to))
}

/** What is heard on the way: each difference, and after each batch how many cases there were. */
export type Listener = { readonly onDifference: (difference: Difference) => void; readonly onBatch?: (done: number) => Promise<void> }

/** Compares every past case of a window once. Answers the SHA-256 of the cases, which is the same as long as they are. */
export async function goThrough(
  store: CouncilStore,
  { window, sides }: { readonly window: Window; readonly sides: Sides },
  listener: Listener,
): Promise<string> {
  const digest = createHash('sha256')
  let done = 0
  for (let after: Place | undefined; ; ) {
    const rows = await store.transaction((tx) => readPast(tx, window, { after, most: BATCH }))
    for (const [index, row] of rows.entries()) {
      digest.update(spelledOut(row)).update('\n')
      listener.onDifference(compare(sides, pastCaseFrom(row)))
      if (index % STEP === STEP - 1) await nextTurn()
    }
    done += rows.length
    await listener.onBatch?.(done)
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) return digest.digest('hex')
    after = { opened: last.opened, caseId: last.case_id }
  }
}

/** A past case as a row remembers it. */
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

/** The single place where work on a trial hears that nobody wants it any more, also in the middle of a statement. */
import { setTimeout as later } from 'node:timers/promises'
import type { Db } from '#store/db.ts'
import { sqlStateOf } from '#store/failure.ts'
import type { CouncilStore } from '#store/store.ts'
import { backendOf, endStatement } from '../store/index.ts'

/** What is heard on the way. `isCalledOff` ends it, and is asked while a connection is held: it waits for no other of the same pool. */
export type Watch = { readonly onBatch: (done: number) => Promise<void>; readonly isCalledOff: () => Promise<boolean> }

/** Milliseconds between two questions whether a statement is still wanted. */
const LOOK = 250
const CANCELLED = '57014'

/** What a transaction of one long statement answers; undefined where the trial was called off before it had ended. Nothing it wrote would be kept then. */
export async function whileWanted<Answer>(
  store: CouncilStore,
  watch: Watch,
  work: (tx: Db) => Promise<Answer>,
): Promise<Answer | undefined> {
  let isEnded = false
  try {
    return await store.transaction(async (tx) => {
      const backend = await backendOf(tx)
      const answered = new AbortController()
      let ending: Promise<unknown> = Promise.resolve()
      void lookAfter(answered.signal, async () => {
        if (!(await watch.isCalledOff()) || answered.signal.aborted) return false
        isEnded = true
        ending = store.ask(endStatement, backend)
        await ending
        return true
      })
      try {
        return await work(tx)
      } finally {
        answered.abort()
        // Only what was sent: it would end the next statement of this connection.
        await ending.catch(() => undefined)
      }
    })
  } catch (error) {
    if (isEnded && sqlStateOf(error) === CANCELLED) return undefined
    throw error
  }
}

/** Looks from time to time until it is aborted or has nothing left to look for. */
async function lookAfter(signal: AbortSignal, look: () => Promise<boolean>): Promise<void> {
  for (let isDone = false; !isDone && !signal.aborted; ) {
    await later(LOOK, undefined, { signal }).catch(() => undefined)
    // Where that cannot be asked, the statement itself will say why.
    if (!signal.aborted) isDone = await look().catch(() => false)
  }
}

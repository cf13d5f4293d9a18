/** The single place where something is done to a suggested change: load, decide, save, and let everybody know whom it concerns. */
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import type { NewFact } from '#store/fact.ts'
import { StaleStream } from '#store/log.ts'
import type { Proposal } from '../domain/index.ts'
import { addFacts, addTelling, findProposal } from '../store/index.ts'
import type { News } from './news.ts'
import { tellAuthor } from './tell.ts'

/** What is to be written, and who is told: the author only, or whoever backs it too. Nobody where there is no news. */
export type Step = { readonly facts: readonly NewFact[]; readonly news?: News; readonly toBackers?: boolean }

export type Saved<Why extends string> = { readonly done: Proposal } | { readonly refused: Why | 'no-such' | 'stale' }

const mostTries = 3

/** Decides on what stands there and writes it; decided again when somebody was faster. `work` has no effect outside `tx`. */
export async function saveStep<Why extends string>(
  council: Council,
  id: string,
  work: (proposal: Proposal, tx: Db) => Promise<Step | { readonly refused: Why }> | Step | { readonly refused: Why },
): Promise<Saved<Why>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await council.store.transaction((tx) => saveOnce(council, tx, { id, work }))
    } catch (error) {
      if (!(error instanceof StaleStream)) throw error
      if (tries === mostTries) return { refused: 'stale' }
    }
  }
}

type Work<Why extends string> = { readonly id: string; readonly work: Parameters<typeof saveStep<Why>>[2] }

async function saveOnce<Why extends string>(council: Council, tx: Db, { id, work }: Work<Why>): Promise<Saved<Why>> {
  const proposal = await findProposal(council.store, tx, id)
  if (!proposal) return { refused: 'no-such' }
  const step = await work(proposal, tx)
  if ('refused' in step) return step
  if (step.facts.length === 0) return { done: proposal }
  const done = await addFacts(council.store, tx, { id, seq: proposal.seq, facts: step.facts })
  const { news } = step
  if (news) await tellAuthor(council, tx, { proposal: done, news })
  if (news && step.toBackers) await addTelling(tx, { proposal: id, news, seq: done.seq })
  return { done }
}

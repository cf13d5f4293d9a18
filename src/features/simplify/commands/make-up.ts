/** The single place where a demonstration’s made-up year is given times on its pages, so that what could go shows what it would. */
import { prepare } from '#core/definition/index.ts'
import { samplePast } from '#features/replay/index.ts'
import { listServices } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { madeUpPages } from '../domain/index.ts'
import { applyPages, countedFact, countsStreamOf } from '../store/index.ts'
import { studyNow } from './study.ts'

/** `by` is the id of the manager it is entered by. */
export type MakingUp = { readonly today: string; readonly at: string; readonly by: string }

const mostCases = 100_000

/** Does so for every service whose cases are made up and of which nothing has been measured yet, and looks each through. */
export async function makeUpPages(council: Council, { today, at, by }: MakingUp): Promise<void> {
  const { store } = council
  for (const { service, definition } of await listServices(council)) {
    const { past } = await samplePast(council, { service, today, most: mostCases })
    const made = past.filter(({ madeUp }) => madeUp === true)
    const months = [...Map.groupBy(made, (one) => one.today.slice(0, 7))].map(([month, all]) => ({ month, sent: all.length }))
    await store.transaction(async (tx) => {
      const stream = countsStreamOf(service)
      if (made.length === 0 || (await store.log.factsOf(tx, stream)).length > 0) return
      const fact = countedFact(madeUpPages(prepare(definition), months), { at, by, isMadeUp: true })
      await applyPages(tx, await store.log.append(tx, { stream, expectedSeq: 0, facts: [fact] }))
    })
    await studyNow(council, { service, at })
  }
}

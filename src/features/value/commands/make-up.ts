/** The single place where a demonstration’s made-up year is given forms, ratings and costs, so that its pages show what they would. */
import { addMonths } from '#core/value/calendar-date.ts'
import { listServices } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import { madeUpCosts, madeUpForms, madeUpMinutes, madeUpRatings } from '../domain/index.ts'
import { applyCounts, casesProjection, cellsOf, countsStreamOf, streamOf } from '../store/index.ts'
import { wordsFor } from '../words/index.ts'

/** `by` is the id of the manager it is entered by. */
export type MakingUp = { readonly today: string; readonly at: string; readonly by: string }

/** Does so for every service of which nothing has been entered or counted yet, once its cases are there. */
export async function makeUpValue(council: Council, making: MakingUp): Promise<void> {
  await catchUp(council.store, casesProjection)
  for (const { service } of await listServices(council)) await makeUpService(council, service, making)
}

async function makeUpService({ store, settings }: Council, service: string, { today, at, by }: MakingUp): Promise<void> {
  const from = (addMonths(today, -13) ?? today).slice(0, 7)
  const words = wordsFor(settings.languages[0] ?? 'en')
  const entry = { from: `${from}-01`, source: words.madeUpSource, labels: words.madeUpCosts }
  await store.transaction(async (tx) => {
    const [entered, counted] = await Promise.all([store.log.factsOf(tx, streamOf(service)), store.log.factsOf(tx, countsStreamOf(service))])
    const cells = await cellsOf(tx, { services: [service], from, to: today.slice(0, 7) })
    const cases = cells.reduce((sum, { measure, isMadeUp, count }) => sum + (isMadeUp && measure === 'finished' ? count : 0), 0)
    if (entered.length + counted.length > 0 || cases === 0) return
    const made = { at, by }
    const assumptions = [
      ...madeUpCosts(cases, entry).map((data) => ({ ...made, kind: 'cost-set', data: { ...data, madeUp: true } })),
      ...madeUpMinutes(entry).map((data) => ({ ...made, kind: 'minutes-set', data: { ...data, madeUp: true } })),
    ]
    const counts = [
      { ...made, kind: 'journeys-counted', data: { cells: [...madeUpForms(cells)], madeUp: true } },
      { ...made, kind: 'ratings-counted', data: { cells: [...madeUpRatings(cells)], madeUp: true } },
    ]
    await store.log.append(tx, { stream: streamOf(service), expectedSeq: 0, facts: assumptions })
    await applyCounts(tx, await store.log.append(tx, { stream: countsStreamOf(service), expectedSeq: 0, facts: counts }))
  })
}

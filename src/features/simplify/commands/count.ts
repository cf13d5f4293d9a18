/** The single place where what was measured of pages on days that are over is taken into the log. */
import { type PageCount, takePageCounts } from '#features/journeys/index.ts'
import type { Council } from '#http/council.ts'
import type { PageCell } from '../domain/index.ts'
import { applyPages, countedFact, countsStreamOf } from '../store/index.ts'

/** Writes what was counted, as nobody in particular. */
const itself = 'folkmoot'

/** One entry a day and service; what was counted leaves the place where it waited in the same transaction. Answers how many services. */
export async function countPages({ store }: Pick<Council, 'store'>, { at, today }: { at: string; today: string }): Promise<number> {
  return await store.transaction(async (tx) => {
    const services = Map.groupBy(await takePageCounts(tx, today), ({ service }) => service)
    if (services.size === 0) return 0
    const appends = [...services].map(([service, counts]) => ({
      stream: countsStreamOf(service),
      facts: [countedFact(counts.map(cellOf), { at, by: itself })],
    }))
    const written = await store.log.appendEach(tx, appends)
    await applyPages(tx, written.flat())
    return services.size
  })
}

function cellOf({ month, version, page, question, answered, seconds, squares, stopped, errors, exited }: PageCount): PageCell {
  return { month, version, page, question, answered, seconds, squares, stopped, errors, exited }
}

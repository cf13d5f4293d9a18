/** The single place where the journeys of days that are over are counted into the log. */
import { takeJourneyCounts } from '#features/journeys/index.ts'
import type { Council } from '#http/council.ts'
import { applyCounts, countsStreamOf } from '../store/index.ts'
import { itself } from './rate.ts'

/** Writes one entry a day and service; what was counted leaves the place where it waited in the same transaction. Answers how many services. */
export async function countJourneys({ store }: Pick<Council, 'store'>, { at, today }: { at: string; today: string }): Promise<number> {
  return await store.transaction(async (tx) => {
    const services = Map.groupBy(await takeJourneyCounts(tx, today), ({ service }) => service)
    if (services.size === 0) return 0
    const appends = [...services].map(([service, counts]) => ({
      stream: countsStreamOf(service),
      facts: [
        {
          kind: 'journeys-counted',
          at,
          by: itself,
          data: {
            cells: counts.map(({ month, version, channel, begun, sent, exited }) => ({ month, version, channel, begun, sent, exited })),
          },
        },
      ],
    }))
    const written = await store.log.appendEach(tx, appends)
    await applyCounts(tx, written.flat())
    return services.size
  })
}

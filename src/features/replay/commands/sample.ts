/** The single place where other features get past cases to think with: those of the last twelve months, or a sample that is the same as long as they are. */
import type { PastCase } from '#core/replay/index.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import { lastYear } from '../domain/index.ts'
import { countPast, pastCaseProjection, sampleOf } from '../store/index.ts'
import { pastCaseFrom } from './read.ts'

/** `cases` with answers there were, of which `past` are some or all; `removed` are those whose answers have been deleted. */
export type Sample = { readonly past: readonly PastCase[]; readonly cases: number; readonly removed: number }

/** At most so many cases of a service, opened in the twelve months up to `today` (`YYYY-MM-DD`). */
export async function samplePast(
  { store }: Pick<Council, 'store'>,
  { service, today, most }: { readonly service: string; readonly today: string; readonly most: number },
): Promise<Sample> {
  await catchUp(store, pastCaseProjection)
  const window = { service, ...lastYear(today) }
  return await store.transaction(async (tx) => ({
    ...(await countPast(tx, window)),
    past: (await sampleOf(tx, window, most)).map(pastCaseFrom),
  }))
}

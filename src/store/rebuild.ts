/** The single place that makes projections again from the log. */

import { CompiledQuery } from 'kysely'
import { councilDb } from './council-db.ts'
import { type Db, openPool } from './db.ts'
import { followAnew } from './follow.ts'
import type { Log } from './log.ts'
import type { Projection } from './projection.ts'
import type { Store } from './store.ts'

/** `onProgress` hears the projection's name and how many streams went into it so far. */
export type RebuildOptions = {
  readonly store: Store
  readonly council: string
  readonly projections: readonly Projection[]
  readonly onProgress?: (projection: string, streams: number) => void
}

const BATCH = 500

/**
 * Clears and refills each projection in one transaction: readers see the old rows until it commits. Writers of facts wait, except for rows that follow the log.
 * Answers how many streams went into each.
 */
export async function rebuild({
  store,
  council,
  projections,
  onProgress = () => undefined,
}: RebuildOptions): Promise<ReadonlyMap<string, number>> {
  const pool = openPool({ ...store.server.migrator, max: 1 })
  const db = councilDb(pool, council)
  const counts = new Map<string, number>()
  try {
    for (const projection of projections) {
      const refilled = await db.transaction().execute(async (tx) => {
        if (projection.follows) return followAnew(tx, { log: store.council(council).log, projection, onProgress })
        await tx.executeQuery(CompiledQuery.raw('lock table log.fact in share row exclusive mode'))
        await projection.clear(tx)
        return refill(tx, { log: store.council(council).log, projection, onProgress })
      })
      counts.set(projection.name, refilled)
    }
  } finally {
    await pool.end()
  }
  return counts
}

type Refill = { readonly log: Log; readonly projection: Projection; readonly onProgress: (projection: string, streams: number) => void }

async function refill(tx: Db, { log, projection, onProgress }: Refill): Promise<number> {
  const text = `select stream from log.fact where council_id = folkmoot.council() and seq = 1 and stream > $1 and starts_with(stream, $2)
    order by stream limit ${BATCH}`
  let count = 0
  for (let after = ''; ; ) {
    const { rows } = await tx.executeQuery<{ stream: string }>(CompiledQuery.raw(text, [after, projection.streams]))
    const streams = rows.map(({ stream }) => stream)
    const last = streams.at(-1)
    if (last === undefined) return count
    await projection.apply(tx, [...(await log.factsOfEach(tx, streams)).values()].flat())
    count += streams.length
    onProgress(projection.name, count)
    after = last
  }
}

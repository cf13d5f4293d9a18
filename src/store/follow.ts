/** The single place where rows follow the log: made from facts that other features wrote, a little later, each fact once. */

import { CompiledQuery } from 'kysely'
import type { Db } from './db.ts'
import type { Log } from './log.ts'
import type { Projection } from './projection.ts'
import type { CouncilStore } from './store.ts'

const MOST_AT_ONCE = 1000
/** Transactions that may pass without a fact for a follower before it writes down that it has looked. */
const PASSED_OVER = 1000

/** Where a follower stands: all that `seen` shows has been applied, and of what `target` shows besides, everything up to a place. */
type Cursor = { readonly seen: string; readonly target: string; readonly stream: string; readonly seq: number; readonly passed: number }

/** How many facts were applied, how many streams began with them, and whether there are no more. */
type Advance = { readonly facts: number; readonly streams: number; readonly isDone: boolean }

/**
 * Applies the facts that a following projection has not had, in batches, each in one transaction with the note of how far it went. What can be seen now and could
 * not be seen before is new, so a fact that was written early and committed late is not passed over. Two at once take turns. Answers how many facts there were.
 */
export async function catchUp(store: CouncilStore, projection: Projection): Promise<number> {
  for (let count = 0; ; ) {
    const { facts, isDone } = await store.transaction((tx) => advance(tx, store.log, projection))
    count += facts
    if (isDone) return count
  }
}

/** Throws a following projection's rows away and makes them again, in the transaction given. Answers how many streams went into it. */
export async function followAnew(
  tx: Db,
  { log, projection, onProgress }: { log: Log; projection: Projection; onProgress: (projection: string, streams: number) => void },
): Promise<number> {
  await waitForFollower(tx, projection)
  const text = 'delete from log.follower where council_id = folkmoot.council() and projection = $1'
  await tx.executeQuery(CompiledQuery.raw(text, [projection.name]))
  for (let count = 0; ; ) {
    const { streams, isDone } = await advance(tx, log, projection)
    count += streams
    onProgress(projection.name, count)
    if (isDone) return count
  }
}

/** Holds a follower still until the transaction ends: whoever erases would else miss rows that are just being made from what is erased. */
export async function waitForFollower(tx: Db, { name }: Projection): Promise<void> {
  const text = `select pg_advisory_xact_lock(hashtextextended('follow/' || folkmoot.council() || '/' || $1, 0))`
  await tx.executeQuery(CompiledQuery.raw(text, [name]))
}

async function advance(tx: Db, log: Log, projection: Projection): Promise<Advance> {
  await waitForFollower(tx, projection)
  const cursor = (await findCursor(tx, projection)) ?? (await begin(tx, projection))
  const facts = await log.factsBetween(tx, { ...cursor, streams: projection.streams, most: MOST_AT_ONCE })
  if (facts.length > 0) await projection.apply(tx, facts)
  const last = facts.length === MOST_AT_ONCE ? facts.at(-1) : undefined
  if (last !== undefined) await move(tx, projection, { ...cursor, stream: last.stream, seq: last.seq })
  else if (facts.length > 0 || cursor.stream !== '' || cursor.passed > PASSED_OVER) await arrive(tx, projection, cursor)
  return { facts: facts.length, streams: facts.filter(({ seq }) => seq === 1).length, isDone: last === undefined }
}

async function findCursor(tx: Db, { name }: Projection): Promise<Cursor | undefined> {
  const text = `select seen::text, stream, seq, coalesce(target, pg_current_snapshot())::text as target,
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint - pg_snapshot_xmin(seen)::text::bigint as passed
    from log.follower where council_id = folkmoot.council() and projection = $1`
  return (await tx.executeQuery<Cursor>(CompiledQuery.raw(text, [name]))).rows[0]
}

/** A follower that was never here, or whose place did not come along with a backup, starts with no rows. */
async function begin(tx: Db, projection: Projection): Promise<Cursor> {
  await projection.clear(tx)
  const text = 'insert into log.follower (council_id, projection) values (folkmoot.council(), $1)'
  await tx.executeQuery(CompiledQuery.raw(text, [projection.name]))
  const cursor = await findCursor(tx, projection)
  if (cursor === undefined) throw new Error(`the place of ${projection.name} was not kept`)
  return cursor
}

async function move(tx: Db, { name }: Projection, { target, stream, seq }: Cursor): Promise<void> {
  const text = `update log.follower set target = $2::pg_snapshot, stream = $3, seq = $4 where council_id = folkmoot.council() and projection = $1`
  await tx.executeQuery(CompiledQuery.raw(text, [name, target, stream, seq]))
}

async function arrive(tx: Db, { name }: Projection, { target }: Cursor): Promise<void> {
  const text = `update log.follower set seen = $2::pg_snapshot, target = null, stream = '', seq = 0
    where council_id = folkmoot.council() and projection = $1`
  await tx.executeQuery(CompiledQuery.raw(text, [name, target]))
}

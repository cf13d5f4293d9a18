/** The single place for changing a council's own key, and for going on without one that was lost. */

import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { KeyRow } from './data-keys.ts'
import type { Db } from './db.ts'
import { eraseKeys, findKeysNotUnder } from './erasure.ts'
import { LOOK_AGAIN_MS, type MasterKeys } from './keys.ts'
import type { CouncilStore } from './store.ts'

/**
 * `isResumed`: go on with a rotation that was stopped, instead of making another new key. `isExposed`: others may have read the old one, so that it vouches for
 * none that comes after. `isAlone`: no other process works with these keys now, so that none is waited for.
 */
export type RotationOptions = {
  readonly keys: MasterKeys
  readonly isResumed?: boolean
  readonly isExposed?: boolean
  readonly isAlone?: boolean
  readonly resealers?: readonly Reseal[]
  readonly onProgress?: (wrapped: number) => void
}

/** Seals a batch of a feature's rows anew that the council's `Sealer` sealed with a former key; answers how many there were. */
export type Reseal = (tx: Db) => Promise<number>

const BATCH = 1000
/** Long enough for a running server to notice the new key, and to save what it had sealed with the old one just before. */
const SETTLE_MS = LOOK_AGAIN_MS + 2500

/**
 * Makes a new key, wraps everything with it, then forgets the old ones. Nothing stops meanwhile: until the end both open. Answers how many keys and
 * sealed values were done anew. Other processes notice the new key by themselves when they read the same file; nothing is wrapped anew before they have.
 */
export async function rotateKeys(
  council: CouncilStore,
  { keys, isResumed = false, isExposed = false, isAlone = false, resealers = [], onProgress = () => undefined }: RotationOptions,
): Promise<number> {
  if (!isResumed) keys.rotate(council.councilId, { isExposed })
  if (!isAlone) await pause(SETTLE_MS)
  const { current } = keys.refresh(council.councilId)
  let wrapped = 0
  for (let count = BATCH; count === BATCH; ) {
    count = await council.transaction((tx) => rewrapBatch(council, tx, current))
    wrapped += count
    onProgress(wrapped)
  }
  for (const reseal of resealers) wrapped += await resealAll(council, reseal)
  keys.retire(council.councilId)
  return wrapped
}

/** Batch after batch until none is left. */
export async function resealAll(council: CouncilStore, reseal: Reseal): Promise<number> {
  let sealed = 0
  for (let count = 1; count > 0; sealed += count) count = await council.transaction(reseal)
  return sealed
}

async function rewrapBatch(council: CouncilStore, tx: Db, current: string): Promise<number> {
  const text = `select stream, person, retention, id, wrapped, master from log.key
    where council_id = folkmoot.council() and master <> $1 order by stream, person, retention limit ${BATCH} for update`
  const { rows } = await tx.executeQuery<KeyRow>(CompiledQuery.raw(text, [current]))
  const anew = rows.map((row) => council.dataKeys.rewrapped(row))
  const update = `update log.key k set wrapped = n.wrapped, master = $1 from unnest($2::uuid[], $3::bytea[]) as n(id, wrapped)
    where k.council_id = folkmoot.council() and k.id = n.id`
  const ids = rows.map(({ id }) => id)
  await tx.executeQuery(CompiledQuery.raw(update, [current, ids, anew]))
  return rows.length
}

/** How many keys of persons none of the council's keys opens, those under a legal hold included. */
export async function countLostKeys(council: CouncilStore, masters: MasterKeys): Promise<number> {
  const known = masters.has(council.councilId) ? [...masters.refresh(council.councilId).wrapping.keys()] : []
  const text = 'select count(*)::int as lost from log.key where council_id = folkmoot.council() and master <> all($1::text[])'
  const { rows } = await council.transaction((tx) => tx.executeQuery<{ lost: number }>(CompiledQuery.raw(text, [known])))
  return rows[0]?.lost ?? 0
}

/**
 * After the loss of a council's keys without a copy: makes new ones, and erases every key that only the lost ones could open, so that those values read as erased and
 * everything else works again. Answers how many were given up. Keys under a legal hold stay, and with them the error at reading.
 */
export async function giveUpLostKeys(council: CouncilStore, masters: MasterKeys, { by, at }: { by: string; at: string }): Promise<number> {
  if (!masters.has(council.councilId)) masters.create(council.councilId)
  const known = [...masters.refresh(council.councilId).wrapping.keys()]
  let given = 0
  for (;;) {
    const keys = await council.transaction((tx) => findKeysNotUnder(tx, known))
    const { erased } = await eraseKeys(council, masters, { keys, by, at, reason: 'the key of the council was lost', projections: [] })
    given += erased.length
    if (erased.length === 0) return given
  }
}

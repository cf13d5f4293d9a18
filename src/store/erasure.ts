/** The single place for erasing, holding and collecting personal values in the log: primitives, driven by whoever knows the law. */

import { CompiledQuery } from 'kysely'
import type { KeyPlace } from './data-keys.ts'
import type { Db } from './db.ts'
import type { Fact } from './fact.ts'
import { waitForFollower } from './follow.ts'
import type { MasterKeys } from './keys.ts'
import type { Projection } from './projection.ts'
import type { CouncilStore } from './store.ts'
import { newId } from './uuid.ts'

/** A key of a person that exists; `isHeld` says that a legal hold keeps it from being erased. */
export type KeptKey = KeyPlace & { readonly id: string /** ISO instant. */; readonly createdAt: string; readonly isHeld: boolean }

/** Which keys; every member given must fit. */
export type KeyFilter = {
  readonly person?: string
  readonly stream?: string
  readonly retention?: string
  /** In streams that began before this ISO instant. */
  readonly before?: string
  /** Only keys after this id, in the order of ids: to look through more than are answered at once. */
  readonly after?: string
}

/** Who erases what and why; `forget` are the projections that hold values in the clear. `also` runs in the same transaction, told what was erased, such as to add a fact. */
export type Erasure = {
  readonly keys: readonly KeptKey[]
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly projections: readonly Projection[]
  readonly also?: (tx: Db, erased: readonly KeptKey[]) => Promise<void>
}

const MOST_AT_ONCE = 5000
const HELD = `exists (select from log.hold h where h.council_id = k.council_id and h.lifted_at is null
  and (h.stream is null or h.stream = k.stream) and (h.person is null or h.person = k.person))`

/** Keys that fit, in the order of their ids and so about the oldest first, at most 5,000: ask again after the last. */
export async function findKeys(tx: Db, { person, stream, retention, before, after }: KeyFilter): Promise<readonly KeptKey[]> {
  const text = `select k.id, k.stream, k.person, k.retention, k.created_at as "createdAt", ${HELD} as "isHeld" from log.key k
    where k.council_id = folkmoot.council() and ($1::text is null or k.person = $1) and ($2::text is null or k.stream = $2)
      and ($3::text is null or k.retention = $3) and ($4::timestamptz is null
        or exists (select from log.fact f where f.council_id = k.council_id and f.stream = k.stream and f.seq = 1 and f.at < $4)) and ($5::uuid is null or k.id > $5)
    order by k.id limit ${MOST_AT_ONCE}`
  const values = [person ?? null, stream ?? null, retention ?? null, before ?? null, after ?? null]
  return (await tx.executeQuery<KeptKey>(CompiledQuery.raw(text, values))).rows
}

/** Keys that exist although they were erased: a backup brought them back. */
export async function findErasedKeys(tx: Db, erased: ReadonlySet<string>): Promise<readonly KeptKey[]> {
  const text = `select k.id, k.stream, k.person, k.retention, k.created_at as "createdAt", ${HELD} as "isHeld" from log.key k
    where k.council_id = folkmoot.council() and k.id = any($1::uuid[])`
  return (await tx.executeQuery<KeptKey>(CompiledQuery.raw(text, [[...erased]]))).rows
}

/** Keys wrapped by none of these keys of the council, at most 5,000, those under a hold left out. */
export async function findKeysNotUnder(tx: Db, masters: readonly string[]): Promise<readonly KeptKey[]> {
  const text = `select k.id, k.stream, k.person, k.retention, k.created_at as "createdAt", false as "isHeld" from log.key k
    where k.council_id = folkmoot.council() and k.master <> all($1::text[]) and not ${HELD} limit ${MOST_AT_ONCE}`
  return (await tx.executeQuery<KeptKey>(CompiledQuery.raw(text, [masters]))).rows
}

/**
 * Erases keys, and with them every value sealed under them, in the log, in its backups and in the projections. Held keys are left and
 * answered. The chain of facts is untouched and still verifies.
 */
export async function eraseKeys(
  council: CouncilStore,
  masters: MasterKeys,
  erasure: Erasure,
): Promise<{ erased: readonly KeptKey[]; held: readonly KeptKey[] }> {
  const erased = await council.transaction(async (tx) => {
    const gone = new Set(await deleteUnheld(tx, erasure))
    const keys = erasure.keys.filter(({ id }) => gone.has(id))
    const streams = [...new Set(keys.map(({ stream }) => stream))]
    for (const projection of erasure.projections) {
      const own = streams.filter((stream) => stream.startsWith(projection.streams))
      if (own.length === 0) continue
      if (projection.follows) await waitForFollower(tx, projection)
      await projection.forget(tx, [...(await council.log.factsOfEach(tx, own)).values()].flat())
    }
    await erasure.also?.(tx, keys)
    return keys
  })
  await rememberErasures(council, masters)
  return { erased, held: erasure.keys.filter((key) => !erased.includes(key)) }
}

async function deleteUnheld(tx: Db, { keys, by, at, reason }: Erasure): Promise<readonly string[]> {
  const text = `with gone as (delete from log.key k where k.council_id = folkmoot.council() and k.id = any($1::uuid[]) and not ${HELD}
      returning k.council_id, k.id, k.stream, k.retention)
    insert into log.erasure (council_id, key_id, stream, retention, erased_at, erased_by, reason)
    select council_id, id, stream, retention, $2, $3, $4 from gone returning key_id as id`
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(text, [keys.map(({ id }) => id), at, by, reason]))
  return rows.map(({ id }) => id)
}

/** Writes down outside the database what was erased in it, so that no backup brings it back; also mends a journal that missed some. */
export async function rememberErasures(council: CouncilStore, masters: MasterKeys): Promise<void> {
  const known = masters.erasedKeys(council.councilId)
  const { rows } = await council.transaction((tx) =>
    tx.executeQuery<{ id: string }>(CompiledQuery.raw('select key_id as id from log.erasure where council_id = folkmoot.council()')),
  )
  const missing = rows.map(({ id }) => id).filter((id) => !known.has(id))
  if (missing.length > 0) masters.rememberErased(council.councilId, missing)
}

/** A hold on a stream, a person, both together, or (neither) everything of the council. */
export type Hold = {
  readonly id: string
  readonly stream: string | null
  readonly person: string | null
  readonly reason: string
  readonly placedBy: string
  readonly placedAt: string
}

/** Who places or lifts a hold, when (ISO instant) and why. */
export type HoldRequest = {
  readonly stream?: string
  readonly person?: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** From now on nothing this covers can be erased. Answers the hold's id. */
export async function placeHold(tx: Db, { stream, person, reason, by, at }: HoldRequest): Promise<string> {
  const id = newId()
  const text = `insert into log.hold (council_id, id, stream, person, reason, placed_by, placed_at) values (folkmoot.council(), $1, $2, $3, $4, $5, $6)`
  await tx.executeQuery(CompiledQuery.raw(text, [id, stream ?? null, person ?? null, reason, by, at]))
  return id
}

/** Ends a hold; false when there is none of that id in force. */
export async function liftHold(tx: Db, id: string, { by, at }: { by: string; at: string }): Promise<boolean> {
  const text = `update log.hold set lifted_by = $2, lifted_at = $3 where council_id = folkmoot.council() and id = $1 and lifted_at is null`
  const { numAffectedRows } = await tx.executeQuery(CompiledQuery.raw(text, [id, by, at]))
  return numAffectedRows === 1n
}

/** Holds in force, oldest first. */
export async function holdsInForce(tx: Db): Promise<readonly Hold[]> {
  const text = `select id, stream, person, reason, placed_by as "placedBy", placed_at as "placedAt" from log.hold
    where council_id = folkmoot.council() and lifted_at is null order by placed_at, id`
  return (await tx.executeQuery<Hold>(CompiledQuery.raw(text))).rows
}

/** Everything the log holds about one person: the facts of every stream with a key of theirs, other people's values left out. */
export async function factsAbout(council: CouncilStore, tx: Db, person: string): Promise<readonly Fact[]> {
  const text = 'select distinct stream from log.key where council_id = folkmoot.council() and person = $1'
  const { rows } = await tx.executeQuery<{ stream: string }>(CompiledQuery.raw(text, [person]))
  const facts = await council.log.factsOfEach(
    tx,
    rows.map(({ stream }) => stream),
  )
  return [...facts.values()].flat().map((fact) => ({ ...fact, personal: fact.personal.filter((value) => value.person === person) }))
}

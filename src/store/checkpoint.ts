/** The single place for checkpoints: signed statements of where every stream of a council stood, so that cutting off shows. */

import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Db } from './db.ts'
import { canonical } from './json.ts'
import { type MasterKeys, signed } from './keys.ts'
import type { CouncilStore } from './store.ts'

/** Where one stream stood. */
export type StreamHead = { readonly stream: string; readonly seq: number; readonly hash: Buffer }

/** One signed statement; `heads` counts the streams that moved since the one before. */
export type Checkpoint = {
  readonly number: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly heads: number
  readonly digest: Buffer
  readonly signer: string
  readonly signature: Buffer
}

/** What stands before the first checkpoint. */
export const NO_CHECKPOINT: Buffer = Buffer.alloc(32)

const BATCH = 5000

/**
 * Signs where the streams stand that moved since the last checkpoint, in work that grows with those only, and leaves a witness beside the
 * keys, so that a database set back in time shows. Answers undefined when nothing moved.
 */
export async function takeCheckpoint(council: CouncilStore, keys: MasterKeys, at: string): Promise<Checkpoint | undefined> {
  const taken = await council.transaction(async (tx) => {
    const id = council.councilId
    await tx.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(hashtextextended('checkpoint/' || $1, 0))`, [id]))
    const last = await findLastCheckpoint(tx, id)
    const number = (last?.number ?? 0) + 1
    const { heads, upto } = await recordHeads(tx, { council: id, number, from: last?.upto ?? 0 })
    if (heads === 0) return undefined
    const digest = checkpointDigest({ council: id, number, at, heads }, last?.digest ?? NO_CHECKPOINT, await headsDigest(tx, id, number))
    const own = keys.of(id)
    const checkpoint = { number, at, heads, digest, signer: own.signer, signature: signed(own, digest) }
    const text = `insert into log.checkpoint (council_id, number, at, upto, heads, digest, signer, signature) values ($1, $2, $3, $4, $5, $6, $7, $8)`
    await tx.executeQuery(CompiledQuery.raw(text, [id, number, at, upto, heads, digest, own.signer, checkpoint.signature]))
    return checkpoint
  })
  if (taken !== undefined) keys.leaveWitness(council.councilId, { number: taken.number, digest: taken.digest.toString('hex') })
  return taken
}

/** SHA-256 of what a checkpoint says, chained to the one before. */
export function checkpointDigest(
  said: { council: string; number: number; at: string; heads: number },
  previous: Buffer,
  headsHash: Buffer,
): Buffer {
  const { council, number, at, heads } = said
  const words = ['folkmoot-checkpoint-1', council, number, at, heads, previous.toString('hex'), headsHash.toString('hex')]
  return createHash('sha256').update(canonical(words)).digest()
}

/** SHA-256 over the heads of one checkpoint, in the order of their streams. */
export async function headsDigest(tx: Db, council: string, number: number): Promise<Buffer> {
  const digest = createHash('sha256')
  const text = `select stream, seq, hash from log.checkpoint_head where council_id = $1 and number = $2 and stream > $3 order by stream limit ${BATCH}`
  for (let after = ''; ; ) {
    const { rows } = await tx.executeQuery<StreamHead>(CompiledQuery.raw(text, [council, number, after]))
    for (const { stream, seq, hash } of rows) digest.update(canonical([stream, seq, hash.toString('hex')]))
    const last = rows.at(-1)
    if (last === undefined) return digest.digest()
    after = last.stream
  }
}

type LastCheckpoint = { number: number; digest: Buffer; upto: number }

async function findLastCheckpoint(tx: Db, council: string): Promise<LastCheckpoint | undefined> {
  const text = 'select number, digest, upto from log.checkpoint where council_id = $1 order by number desc limit 1'
  const { rows } = await tx.executeQuery<LastCheckpoint>(CompiledQuery.raw(text, [council]))
  return rows[0]
}

/**
 * Everything that can be seen is signed. What was written by a transaction still running cannot be seen yet, so the next checkpoint begins with the
 * oldest of those, and leaves out what has been signed already.
 */
async function recordHeads(tx: Db, { council, number, from }: { council: string; number: number; from: number }) {
  const horizon = await tx.executeQuery<{ upto: number }>(
    CompiledQuery.raw('select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as upto'),
  )
  const upto = horizon.rows[0]?.upto ?? from
  const text = `insert into log.checkpoint_head (council_id, number, stream, seq, hash)
    select council_id, $2::int, stream, seq, hash from
      (select distinct on (stream) council_id, stream, seq, hash from log.fact where council_id = $1 and written >= $3 order by stream, seq desc) as moved
    where not exists (select from log.checkpoint_head h where h.council_id = $1 and h.stream = moved.stream and h.seq = moved.seq)`
  const { numAffectedRows } = await tx.executeQuery(CompiledQuery.raw(text, [council, number, from]))
  return { heads: Number(numAffectedRows ?? 0n), upto }
}

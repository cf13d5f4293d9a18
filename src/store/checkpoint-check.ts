/** The single place that holds signed checkpoints against the log. */

import { verify } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { type Checkpoint, checkpointDigest, headsDigest, NO_CHECKPOINT } from './checkpoint.ts'
import type { Db } from './db.ts'
import type { MasterKeys } from './keys.ts'
import type { Finding } from './finding.ts'

/** Checks every checkpoint's own chain and signature, every head against the facts, and the last one against the witness outside the database. */
export async function checkpointFindings(tx: Db, council: string, keys: MasterKeys): Promise<{ checkpoints: number; findings: Finding[] }> {
  const checkpoints = await checkpointsOf(tx, council)
  const findings: Finding[] = []
  let previous = NO_CHECKPOINT
  for (const [place, checkpoint] of checkpoints.entries()) {
    const { number, digest } = checkpoint
    if (number !== (checkpoints[place - 1]?.number ?? 0) + 1) findings.push(checkpointMissing(number - 1))
    const expected = checkpointDigest({ council, ...checkpoint }, previous, await headsDigest(tx, council, number))
    if (!expected.equals(digest)) findings.push(checkpointChanged(number))
    else findings.push(...signatureFindings(checkpoint, council, keys))
    previous = digest
  }
  findings.push(...witnessFindings(checkpoints.at(-1), council, keys), ...(await headFindings(tx, council)))
  return { checkpoints: checkpoints.length, findings }
}

async function checkpointsOf(tx: Db, council: string): Promise<readonly Checkpoint[]> {
  const text = 'select number, at, heads, digest, signer, signature from log.checkpoint where council_id = $1 order by number'
  return (await tx.executeQuery<Checkpoint>(CompiledQuery.raw(text, [council]))).rows
}

function signatureFindings({ number, digest, signer, signature }: Checkpoint, council: string, keys: MasterKeys): Finding[] {
  const key = keys.has(council) ? keys.of(council).signers.get(signer) : undefined
  if (key === undefined) {
    return [
      {
        kind: 'unknown-signer',
        checkpoint: number,
        message: `Checkpoint ${number} was signed with a key that is not among the council's keys.`,
      },
    ]
  }
  return verify(null, digest, key, signature) ? [] : [checkpointChanged(number)]
}

/** The witness beside the keys remembers the last checkpoint: a database set back in time has an older one. */
function witnessFindings(last: Checkpoint | undefined, council: string, keys: MasterKeys): Finding[] {
  const witness = keys.findWitness(council)
  if (witness === undefined) return []
  if ((last?.number ?? 0) < witness.number) return [checkpointMissing(witness.number)]
  return last?.number === witness.number && last.digest.toString('hex') !== witness.digest ? [checkpointChanged(witness.number)] : []
}

type LostHead = { stream: string; seq: number; found: Buffer | null; last: number | null }

/** Heads that were signed and are no longer in the log as they were. */
async function headFindings(tx: Db, council: string): Promise<Finding[]> {
  const text = `select h.stream, h.seq, f.hash as found, (select max(seq) from log.fact l where l.council_id = $1 and l.stream = h.stream) as last
    from log.checkpoint_head h left join log.fact f on f.council_id = h.council_id and f.stream = h.stream and f.seq = h.seq
    where h.council_id = $1 and f.hash is distinct from h.hash order by h.stream, h.seq`
  const { rows } = await tx.executeQuery<LostHead>(CompiledQuery.raw(text, [council]))
  return [...Map.groupBy(rows, ({ stream }) => stream).values()].flatMap(streamFindings)
}

function streamFindings(heads: readonly LostHead[]): Finding[] {
  const last = heads.at(-1)
  if (last === undefined) return []
  const { stream } = last
  if (last.last === null) return [{ kind: 'missing-stream', stream, message: `All of ${stream} is missing; it had ${last.seq} facts.` }]
  const end = last.last
  const findings: Finding[] = heads
    .filter(({ found }) => found !== null)
    .map(({ seq }) => ({ kind: 'changed', stream, seq, message: `Fact ${seq} of ${stream}, or one before it, is not what was signed.` }))
  const lost = Array.from({ length: Math.max(0, last.seq - end) }, (_, place) => end + 1 + place)
  return [
    ...findings,
    ...lost.map((seq): Finding => ({ kind: 'cut-off', stream, seq, message: `Fact ${seq} was cut off the end of ${stream}.` })),
  ]
}

function checkpointMissing(number: number): Finding {
  return {
    kind: 'checkpoint-missing',
    checkpoint: number,
    message: `Checkpoint ${number} is missing: the database was set back, or it was removed.`,
  }
}

function checkpointChanged(number: number): Finding {
  return { kind: 'checkpoint-changed', checkpoint: number, message: `Checkpoint ${number}, or the list of streams it signed, was changed.` }
}

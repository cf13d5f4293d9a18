/** The single place that checks a council's log: every fact against its chain, and every checkpoint against the facts. */

import { CompiledQuery } from 'kysely'
import { checkpointFindings } from './checkpoint-check.ts'
import type { Finding } from './finding.ts'
import { hashOf, NOTHING_BEFORE, type StoredFact } from './chain.ts'
import type { Db } from './db.ts'
import type { MasterKeys } from './keys.ts'
import type { CouncilStore } from './store.ts'

/** How much was looked at, and what was wrong with it. */
export type Verification = {
  readonly facts: number
  readonly streams: number
  readonly checkpoints: number
  readonly findings: readonly Finding[]
}

/** `onProgress` hears the number of facts looked at so far. */
export type VerifyOptions = { readonly keys: MasterKeys; readonly onProgress?: (facts: number) => void }

type Row = StoredFact & { readonly hash: Buffer }

const BATCH = 2000

/** Checks the whole log of one council. An empty list of findings says that nothing was changed, removed, moved or cut off up to the last checkpoint. */
export function verifyLog(council: CouncilStore, { keys, onProgress = () => undefined }: VerifyOptions): Promise<Verification> {
  return council.transaction(async (tx) => {
    const findings: Finding[] = []
    let [facts, streams] = [0, 0]
    for await (const stream of streamsOf(tx, council.councilId)) {
      streams += 1
      facts += stream.length
      findings.push(...chainFindings(stream))
      if (facts % BATCH < stream.length) onProgress(facts)
    }
    const checked = await checkpointFindings(tx, council.councilId, keys)
    const named = new Set(findings.map(({ stream, seq }) => `${stream}\n${seq}`))
    findings.push(...checked.findings.filter(({ stream, seq }) => stream === undefined || !named.has(`${stream}\n${seq}`)))
    return { facts, streams, checkpoints: checked.checkpoints, findings }
  })
}

/** Whole streams, one after the other, read in batches. */
async function* streamsOf(tx: Db, council: string): AsyncGenerator<Row[]> {
  const text = `select council_id as council, stream, seq, id, kind, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, by,
      channel, helper, data::text as data, personal::text as personal, hash
    from log.fact where council_id = $1 and (stream, seq) > ($2, $3) order by stream, seq limit ${BATCH}`
  let current: Row[] = []
  for (let after: [string, number] = ['', 0]; ; ) {
    const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(text, [council, ...after]))
    for (const row of rows) {
      if (current[0] !== undefined && current[0].stream !== row.stream) {
        yield current
        current = []
      }
      current.push(row)
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = [last.stream, last.seq]
  }
  if (current.length > 0) yield current
}

/** What is wrong inside one stream, seen from its facts alone. */
function chainFindings(stream: readonly Row[]): Finding[] {
  const findings: Finding[] = []
  let [previous, expected]: [Buffer | undefined, number] = [NOTHING_BEFORE, 1]
  for (const fact of stream) {
    for (; expected < fact.seq; expected += 1) {
      findings.push(finding('missing', fact.stream, expected))
      previous = undefined
    }
    if (previous !== undefined && !hashOf(fact, previous).equals(fact.hash))
      findings.push(finding(wasMoved(fact, stream) ? 'reordered' : 'changed', fact.stream, fact.seq))
    previous = fact.hash
    expected = fact.seq + 1
  }
  return findings
}

/** True when the fact is whole, but belongs at another place of its stream: its hash is right for another seq behind another fact. */
function wasMoved(fact: Row, stream: readonly Row[]): boolean {
  const before = [NOTHING_BEFORE, ...stream.map(({ hash }) => hash)]
  const last = stream.at(-1)?.seq ?? 0
  for (let seq = 1; seq <= last + 1 && last <= LONGEST_SEARCHED; seq += 1) {
    if (before.some((hash) => hashOf({ ...fact, seq }, hash).equals(fact.hash))) return true
  }
  return false
}

/** Trying every place costs the square of the length; in longer streams a moved fact is called changed. */
const LONGEST_SEARCHED = 200

const sentences = {
  changed: (stream: string, seq: number) => `Fact ${seq} of ${stream} is not what was written.`,
  missing: (stream: string, seq: number) => `Fact ${seq} of ${stream} is missing.`,
  reordered: (stream: string, seq: number) => `What stands as fact ${seq} of ${stream} belongs at another place.`,
} as const

function finding(kind: keyof typeof sentences, stream: string, seq: number): Finding {
  return { kind, stream, seq, message: sentences[kind](stream, seq) }
}

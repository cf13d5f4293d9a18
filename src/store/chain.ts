/** The single place for the hash that chains the facts of one stream over exactly what is stored. */

import { hash } from 'node:crypto'
import { canonical } from './json.ts'

/** A fact as it lies in the table; `at` in microseconds (`2026-11-23T05:54:44.123000Z`), `data` and `personal` as their exact text. */
export type StoredFact = {
  readonly council: string
  readonly stream: string
  readonly seq: number
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly by: string
  readonly channel: string | null
  readonly helper: string | null
  readonly data: string
  readonly personal: string
}

/** What stands before the first fact of a stream. */
export const NOTHING_BEFORE: Buffer = Buffer.alloc(32)

/** SHA-256 of the canonical text of every stored column (ciphertext included) and the hash before. */
export function hashOf(fact: StoredFact, previous: Buffer): Buffer {
  const { council, stream, seq, id, kind, at, by, channel, helper, data, personal } = fact
  const columns = ['folkmoot-fact-1', council, stream, seq, id, kind, at, by, channel, helper, data, personal, previous.toString('hex')]
  return hash('sha256', canonical(columns), 'buffer')
}

/** An ISO instant with milliseconds in the spelling that is hashed. */
export function microseconds(at: string): string {
  return `${at.slice(0, -1)}000Z`
}

/** The single place where facts are written and read: an append-only log keyed by council, stream and seq. */

import type { Db } from './db.ts'
import type { Fact, NewFact } from './fact.ts'

export type { Channel, Fact, NewFact, OpenedPersonal, Personal } from './fact.ts'
export { hasErasedValues, personalValues } from './fact.ts'

/** Facts to add to the end of one stream. */
export type Append = {
  /** Such as `case/<id>`; the part before the slash belongs to one feature. */
  readonly stream: string
  readonly facts: readonly NewFact[]
  /** The seq of the last fact the writer knows (0: the stream is new). When somebody was faster, `StaleStream` is thrown. */
  readonly expectedSeq?: number
}

/** Another writer added to the stream first: load it again and decide again. */
export class StaleStream extends Error {
  readonly stream: string
  constructor(stream: string) {
    super(`somebody else has added to ${stream} in the meantime`)
    this.name = 'StaleStream'
    this.stream = stream
  }
}

/** The log of one council. Each function takes the transaction first. */
export type Log = {
  /** Adds facts to one stream; @throws StaleStream */
  append(tx: Db, append: Append): Promise<readonly Fact[]>
  /** Adds to many streams with one set of statements, each stream named once; @throws StaleStream */
  appendEach(tx: Db, appends: readonly Append[]): Promise<readonly (readonly Fact[])[]>
  /** What happened in one stream, oldest first; empty when nothing did. */
  factsOf(tx: Db, stream: string): Promise<readonly Fact[]>
  /** What happened in many streams, with one query. A stream without facts is left out. */
  factsOfEach(tx: Db, streams: readonly string[]): Promise<ReadonlyMap<string, readonly Fact[]>>
}

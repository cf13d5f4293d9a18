/** The single place where the whole database is opened, once per process, and handed out council by council. */

import type { Db } from './db.ts'
import type { Gathered } from './gather.ts'
import type { Grouped } from './group.ts'
import type { JobRequest } from './job.ts'
import type { Log } from './log.ts'

/** The whole database. Nothing is read or written except through a `CouncilStore`. */
export type Store = {
  /** A handle bound to one council. */
  council(councilId: string): CouncilStore
  /** Which councils this database knows; a council is made known when it is first opened. */
  readonly councils: Councils
  /** True when the database answers. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

export type Councils = {
  /** Ids, in alphabetical order. */
  list(): Promise<readonly string[]>
  /** Makes a council known, and its key if there is none; to be called for every council at start. */
  register(councilId: string): Promise<void>
}

/** Bound to one council: no other council's rows can be reached through it. */
export type CouncilStore = {
  readonly councilId: string
  readonly log: Log
  /** Runs `work` in one transaction under row-level security; commits when it resolves, undoes everything when it throws. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** A gathered read; undefined when no row answers the key. */
  ask<Key, Row>(query: Gathered<Key, Row>, key: Key): Promise<Row | undefined>
  /** A grouped commit; resolves after the commit. */
  tell<Item, Result>(command: Grouped<Item, Result>, item: Item): Promise<Result>
  /** Asks for a job in the same transaction. */
  enqueue(tx: Db, request: JobRequest): Promise<void>
}

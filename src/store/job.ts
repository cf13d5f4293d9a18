/** The single place for what work that happens later looks like to a feature. */

import type { Db } from './db.ts'
import type { Json } from './json.ts'
import type { CouncilStore } from './store.ts'

/** What a job may use. Everything it writes through `tx` commits together with its own completion, so it happens once. */
export type JobContext = {
  readonly council: CouncilStore
  readonly tx: Db
  /** ISO instant, UTC. */
  readonly now: string
}

/** Work that happens later, for one council. Effects outside the database go through an outbox of their feature, each with a key that makes repeating it harmless. */
export type Job = {
  /** Unique in the program, such as `messages-deliver`. */
  readonly name: string
  /** When set, runs on this schedule for every council, with body null (five fields, UTC). */
  readonly cron?: string
  readonly run: (context: JobContext, body: Json) => Promise<void>
}

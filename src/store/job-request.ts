/** The single place for how a job is asked for. */

import type { Json } from './json.ts'

/** A job to be run once the transaction it was asked in has committed. */
export type JobRequest = {
  readonly name: string
  readonly body: Json
  /** Not before this instant (ISO, UTC). */
  readonly after?: string
  /** A second request with the same key is dropped while the first waits. */
  readonly key?: string
}

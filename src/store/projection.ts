/** The single place for what a projection is: rows made from facts, so that they can be made again. */

import type { Db } from './db.ts'
import type { Fact } from './fact.ts'

/** Rows of one feature for one council that can be thrown away and made again from the log. */
export type Projection = {
  /** Such as `cases.queue`. */
  readonly name: string
  /** Only facts of streams that begin so are given to `apply`, such as `case/`. */
  readonly streams: string
  /** True of rows made from facts of another feature, which writes nothing here: they are caught up a little later (`catchUp`). */
  readonly follows?: true
  /** Deletes this council's rows. */
  readonly clear: (tx: Db) => Promise<void>
  /**
   * Adds the facts of whole streams, in order; many streams at a time. A following projection is given each fact once, those of a stream in order, but not
   * all of a stream together.
   */
  readonly apply: (tx: Db, facts: readonly Fact[]) => Promise<void>
  /**
   * Takes values whose keys were erased out of the rows of these whole streams, whose facts are given as they now read. Of a following projection, facts not yet
   * applied may be among them: only rows that are there change.
   */
  readonly forget: (tx: Db, facts: readonly Fact[]) => Promise<void>
}

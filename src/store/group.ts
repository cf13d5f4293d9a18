/** The single place for grouped commits: what arrives together is written by one set of statements and acknowledged by one commit. */

import type { Db } from './db.ts'
import type { Log } from './log.ts'

/** What a grouped write may use. Everything goes through `tx`: it is one transaction for the whole group. */
export type Group = { readonly tx: Db; readonly log: Log }

/**
 * A write that many callers make at once. `write` is given all items of a group and answers one result per item, in their order. When it
 * throws, the transaction is undone and each item is written again alone, so one bad item fails by itself; `write` must therefore
 * have no effect outside `tx`.
 */
export type Grouped<Item, Result> = {
  /** Unique in the program. */
  readonly name: string
  readonly write: (group: Group, items: readonly Item[]) => Promise<readonly Result[]>
}

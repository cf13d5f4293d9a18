/** The single place for grouped commits: what arrives together is written by one set of statements and acknowledged by one commit. */

import type { RawRow, Statement } from './council-db.ts'
import type { Db } from './db.ts'
import { isClash, isUndecided } from './failure.ts'
import type { JobRequest } from './job-request.ts'
import type { Log } from './log.ts'

/** What a grouped write may use. Everything goes through `tx`: it is one transaction for the whole group. */
export type Group = { readonly tx: Db; readonly log: Log; readonly enqueue: (request: JobRequest) => Promise<void> }

/**
 * A write that many callers make at once. `write` is given all items of a group and answers one result per item, in their order. When it
 * throws, the transaction is undone and each item is written again alone, so one bad item fails by itself, and a group that clashed with
 * other work is written again whole; `write` must therefore have no effect outside `tx`.
 */
export type Grouped<Item, Result> = {
  /** Unique in the program. */
  readonly name: string
  readonly write: (group: Group, items: readonly Item[]) => Promise<readonly Result[]>
}

/** A grouped write that is one statement: it leaves together with its commit, in one round trip. */
export type GroupedStatement<Item, Result> = {
  /** Unique in the program: it names the prepared statement. */
  readonly name: string
  readonly sql: string
  /** The items as arrays, one per parameter of `sql`. */
  readonly parameters: (items: readonly Item[]) => readonly (readonly unknown[])[]
  /** One result per item, in their order, from the rows that the statement returned. */
  readonly results: (rows: readonly RawRow[], items: readonly Item[]) => readonly Result[]
}

export type Command<Item, Result> = Grouped<Item, Result> | GroupedStatement<Item, Result>

type Waiting<Item, Result> = {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** How one council's groups are written. */
export type GroupWriter = {
  /** Runs work in one transaction. */
  readonly transact: <T>(work: (group: Group) => Promise<T>) => Promise<T>
  /** Runs one statement as a transaction of its own. */
  readonly run: (statement: Statement) => Promise<readonly RawRow[]>
}

const LARGEST_GROUP = 200
/** Of a group that clashes with other work on the same rows. */
const MOST_TRIES = 4
/** While one group waits for the disk, the next is made ready. */
const GROUPS_AT_ONCE = 2

/** The queue of one command: while some groups commit, the next gathers. */
export class GroupQueue<Item, Result> {
  readonly command: Command<Item, Result>
  readonly #writer: GroupWriter
  #waiting: Waiting<Item, Result>[] = []
  #writing = 0

  constructor(command: Command<Item, Result>, writer: GroupWriter) {
    this.command = command
    this.#writer = writer
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (this.#writing >= GROUPS_AT_ONCE) return
      this.#writing += 1
      // After all input of this turn of the event loop, so that requests read together are written together.
      setImmediate(() => void this.#drain())
    })
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#write(this.#waiting.splice(0, LARGEST_GROUP))
    }
    this.#writing -= 1
  }

  async #write(group: readonly Waiting<Item, Result>[], tries = 1): Promise<void> {
    try {
      const results = await this.#commit(group.map(({ item }) => item))
      results.forEach((result, place) => group[place]?.resolve(result))
    } catch (error) {
      if (isClash(error) && tries < MOST_TRIES) return this.#write(group, tries + 1)
      // After a broken connection nobody knows whether it was committed: writing again could do it twice.
      if (group.length === 1 || isUndecided(error)) for (const { reject } of group) reject(error)
      else for (const one of group) await this.#write([one])
    }
  }

  async #commit(items: readonly Item[]): Promise<readonly Result[]> {
    const { command } = this
    if ('write' in command) return this.#writer.transact(async (group) => this.#each(items, await command.write(group, items)))
    const { name, sql, parameters, results } = command
    return this.#each(items, results(await this.#writer.run({ name, text: sql, values: parameters(items) }), items))
  }

  #each(items: readonly Item[], results: readonly Result[]): readonly Result[] {
    if (results.length === items.length) return results
    throw new Error(`${this.command.name} answered ${results.length} results for ${items.length} items`)
  }
}

/** The queues of one council, one per command. */
export class GroupQueues {
  readonly #writer: GroupWriter
  readonly #queues = new Map<object, unknown>()

  constructor(writer: GroupWriter) {
    this.#writer = writer
  }

  of<Item, Result>(command: Command<Item, Result>): GroupQueue<Item, Result> {
    const found = this.#queues.get(command)
    if (isQueueOf(found, command)) return found
    const made = new GroupQueue(command, this.#writer)
    this.#queues.set(command, made)
    return made
  }
}

function isQueueOf<Item, Result>(queue: unknown, command: Command<Item, Result>): queue is GroupQueue<Item, Result> {
  return queue instanceof GroupQueue && queue.command === command
}

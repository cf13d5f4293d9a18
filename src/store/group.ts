/** The single place for grouped commits: what arrives together is written by one set of statements and acknowledged by one commit. */

import type { Db } from './db.ts'
import { isUndecided } from './failure.ts'
import type { JobRequest } from './job-request.ts'
import type { Log } from './log.ts'

/** What a grouped write may use. Everything goes through `tx`: it is one transaction for the whole group. */
export type Group = { readonly tx: Db; readonly log: Log; readonly enqueue: (request: JobRequest) => Promise<void> }

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

type Waiting<Item, Result> = {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/** Runs work in one transaction of one council. */
type Transact = <T>(work: (group: Group) => Promise<T>) => Promise<T>

const LARGEST_GROUP = 200
/** While one group waits for the disk, the next is made ready. */
const GROUPS_AT_ONCE = 2

/** The queue of one command: while some groups commit, the next gathers. */
export class GroupQueue<Item, Result> {
  readonly command: Grouped<Item, Result>
  readonly #transact: Transact
  #waiting: Waiting<Item, Result>[] = []
  #writing = 0

  constructor(command: Grouped<Item, Result>, transact: Transact) {
    this.command = command
    this.#transact = transact
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

  async #write(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#commit(group.map(({ item }) => item))
      results.forEach((result, place) => group[place]?.resolve(result))
    } catch (error) {
      // After a broken connection nobody knows whether it was committed: writing again could do it twice.
      if (group.length === 1 || isUndecided(error)) for (const { reject } of group) reject(error)
      else for (const one of group) await this.#write([one])
    }
  }

  #commit(items: readonly Item[]): Promise<readonly Result[]> {
    return this.#transact(async (group) => {
      const results = await this.command.write(group, items)
      if (results.length === items.length) return results
      throw new Error(`${this.command.name} answered ${results.length} results for ${items.length} items`)
    })
  }
}

/** The queues of one council, one per command. */
export class GroupQueues {
  readonly #transact: Transact
  readonly #queues = new Map<object, unknown>()

  constructor(transact: Transact) {
    this.#transact = transact
  }

  of<Item, Result>(command: Grouped<Item, Result>): GroupQueue<Item, Result> {
    const found = this.#queues.get(command)
    if (isQueueOf(found, command)) return found
    const made = new GroupQueue(command, this.#transact)
    this.#queues.set(command, made)
    return made
  }
}

function isQueueOf<Item, Result>(queue: unknown, command: Grouped<Item, Result>): queue is GroupQueue<Item, Result> {
  return queue instanceof GroupQueue && queue.command === command
}

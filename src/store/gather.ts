/** The single place for gathered reads: calls made in one tick become one named statement in one pipelined transaction. */

import pg, { type ClientConfig } from 'pg'
import { type RawRow, runAlone, type Statement } from './council-db.ts'
import { forRepeated, types } from './db.ts'
import { explained } from './failure.ts'
import { GatheringSocket } from './socket.ts'

/**
 * A query many callers ask at once, each with a key of their own.
 *
 * `sql` takes one array per parameter and returns, beside what `read` needs, a column `ordinal` that says which key (from 1) a row
 * answers; at most one row per key:
 * `select k.ordinal, v.id, v.definition from unnest($1::text[]) with ordinality as k(id, ordinal) join services.version v on v.id = k.id`
 */
export type Gathered<Key, Row> = {
  /** Unique in the program: it names the prepared statement. */
  readonly name: string
  readonly sql: string
  /** The keys as arrays, one per parameter of `sql`. */
  readonly parameters: (keys: readonly Key[]) => readonly (readonly unknown[])[]
  /** Parses one row; throws when the row is not what the feature's own tables promise. */
  readonly read: (row: Readonly<Record<string, unknown>>) => Row
}

type Waiting<Key, Row> = {
  readonly key: Key
  readonly resolve: (row: Row | undefined) => void
  readonly reject: (error: unknown) => void
}

const MOST_IN_FLIGHT = 2
const LARGEST_BATCH = 500

/** One connection on which statements are sent without waiting for the answers of those before; opened again when it breaks. */
export class Pipeline {
  readonly #config: ClientConfig
  #client: Promise<pg.Client> | undefined

  constructor(config: ClientConfig) {
    this.#config = config
  }

  async run(councilId: string, statement: Statement): Promise<readonly RawRow[]> {
    return runAlone(await this.#open(), councilId, statement)
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    await client?.end().catch(() => undefined)
  }

  #open(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = undefined
      throw error
    })
    return this.#client
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...forRepeated(this.#config), types, pipeline: true, stream: () => new GatheringSocket() })
    const forget = () => {
      this.#client = undefined
    }
    client.on('error', forget)
    client.on('end', forget)
    await client.connect()
    return client
  }
}

/** The queue of one query for one council. */
export class GatherQueue<Key, Row> {
  readonly query: Gathered<Key, Row>
  readonly #councilId: string
  readonly #pipeline: Pipeline
  #waiting: Waiting<Key, Row>[] = []
  #isDue = false
  #inFlight = 0

  constructor(query: Gathered<Key, Row>, { councilId, pipeline }: { councilId: string; pipeline: Pipeline }) {
    this.query = query
    this.#councilId = councilId
    this.#pipeline = pipeline
  }

  ask(key: Key): Promise<Row | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject })
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#isDue || this.#inFlight >= MOST_IN_FLIGHT) return
    this.#isDue = true
    // After all input of this turn of the event loop, so that requests read together are asked together.
    setImmediate(() => {
      this.#isDue = false
      void this.#send(this.#waiting.splice(0, LARGEST_BATCH))
    })
  }

  async #send(batch: readonly Waiting<Key, Row>[]): Promise<void> {
    this.#inFlight += 1
    try {
      const values = this.query.parameters(batch.map(({ key }) => key))
      const rows = await this.#pipeline.run(this.#councilId, { name: this.query.name, text: this.query.sql, values })
      this.#answer(batch, rows)
    } catch (error) {
      for (const { reject } of batch) reject(explained(error))
    }
    this.#inFlight -= 1
    if (this.#waiting.length > 0) this.#schedule()
  }

  #answer(batch: readonly Waiting<Key, Row>[], rows: readonly RawRow[]): void {
    const byOrdinal = new Map(rows.map((row) => [Number(row['ordinal']), row]))
    batch.forEach(({ resolve, reject }, place) => {
      const row = byOrdinal.get(place + 1)
      try {
        resolve(row === undefined ? undefined : this.query.read(row))
      } catch (error) {
        reject(error)
      }
    })
  }
}

/** The queues of one council, one per query. */
export class GatherQueues {
  readonly #place: { readonly councilId: string; readonly pipeline: Pipeline }
  readonly #queues = new Map<object, unknown>()

  constructor(place: { councilId: string; pipeline: Pipeline }) {
    this.#place = place
  }

  of<Key, Row>(query: Gathered<Key, Row>): GatherQueue<Key, Row> {
    const found = this.#queues.get(query)
    if (isQueueOf(found, query)) return found
    const made = new GatherQueue(query, this.#place)
    this.#queues.set(query, made)
    return made
  }
}

function isQueueOf<Key, Row>(queue: unknown, query: Gathered<Key, Row>): queue is GatherQueue<Key, Row> {
  return queue instanceof GatherQueue && queue.query === query
}

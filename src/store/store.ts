/** The single place where the whole database is opened, once per process, and handed out council by council. */

import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { councilDb, type RawRow, runAlone, type Statement } from './council-db.ts'
import { DataKeys } from './data-keys.ts'
import { type Db, forRepeated, openPool } from './db.ts'
import { explained } from './failure.ts'
import { type Gathered, GatherQueues, Pipeline } from './gather.ts'
import { type Command, type Group, GroupQueues } from './group.ts'
import type { JobRequest } from './job-request.ts'
import { openBoss, sendJob } from './job-queue.ts'
import type { MasterKeys } from './keys.ts'
import { Log } from './log.ts'
import type { Projection } from './projection.ts'
import { Sealer, withSealer } from './sealer.ts'
import type { Server } from './server.ts'

/** What a store is opened with: a migrated server, the councils' own keys, all projections, and how many connections it may hold. */
export type StoreConfig = {
  readonly server: Server
  readonly keys: MasterKeys
  /** Of all features: whoever erases lets each of them forget. */
  readonly projections?: readonly Projection[]
  readonly poolSize?: number
}

const POOL_SIZE = 10

/** Opens the database for this process. Nothing is connected until it is needed. */
export function openStore(config: StoreConfig): Promise<Store> {
  return Promise.resolve(new Store(config))
}

/** The whole database. Nothing is read or written except through a `CouncilStore`. */
export class Store {
  readonly server: Server
  readonly keys: MasterKeys
  readonly #pool: pg.Pool
  readonly #groupPool: pg.Pool
  readonly #pipeline: Pipeline
  #sender: Promise<PgBoss> | undefined
  readonly #councils = new Map<string, CouncilStore>()
  readonly #projections: readonly Projection[]

  constructor({ server, keys, projections = [], poolSize = POOL_SIZE }: StoreConfig) {
    this.server = server
    this.keys = keys
    this.#projections = projections
    this.#pool = openPool({ ...server.app, max: poolSize, pipeline: true })
    this.#groupPool = openPool({ ...forRepeated(server.app), max: poolSize, pipeline: true })
    this.#pipeline = new Pipeline(server.app)
  }

  /** A handle bound to one council. @throws TypeError for an id that is none */
  council(councilId: string): CouncilStore {
    const found = this.#councils.get(councilId)
    if (found !== undefined) return found
    const made = new CouncilStore(councilId, {
      pool: this.#pool,
      groupPool: this.#groupPool,
      pipeline: this.#pipeline,
      keys: this.keys,
      projections: this.#projections,
      boss: () => this.#openSender(),
    })
    this.#councils.set(councilId, made)
    return made
  }

  /** Ids of the councils this database knows, in alphabetical order. */
  async councils(): Promise<readonly string[]> {
    const { rows } = await this.#pool.query<{ council_id: string }>('select council_id from folkmoot.council order by council_id')
    return rows.map((row) => row.council_id)
  }

  /**
   * Makes a council known, and its keys if it has none; to be called for every council at start.
   * @throws StoreFailure `council-key-lost` when its values are sealed with keys that are not there
   */
  async register(councilId: string): Promise<void> {
    const council = this.council(councilId)
    if (!this.keys.has(councilId) && !(await council.hasSealedValues())) this.keys.create(councilId)
    this.keys.of(councilId)
    await this.#pool.query('insert into folkmoot.council (council_id) values ($1) on conflict do nothing', [councilId])
  }

  /** True when the database answers. */
  async isReady(): Promise<boolean> {
    return this.#pool.query('select 1').then(
      () => true,
      () => false,
    )
  }

  /** The sending side of the job queue, opened at the first job. */
  #openSender(): Promise<PgBoss> {
    this.#sender ??= openBoss(this.#pool, false).catch((error: unknown) => {
      this.#sender = undefined
      throw error
    })
    return this.#sender
  }

  /** Ends all connections once what runs on them has finished. */
  async close(): Promise<void> {
    const sender = await this.#sender
    await sender?.stop({ graceful: false })
    await Promise.all([this.#pool.end(), this.#groupPool.end(), this.#pipeline.close()])
  }
}

/** What all councils of a process use together. */
type Means = {
  readonly pool: pg.Pool
  /** For groups, whose statements come again and again. */
  readonly groupPool: pg.Pool
  readonly pipeline: Pipeline
  readonly keys: MasterKeys
  readonly projections: readonly Projection[]
  readonly boss: () => Promise<PgBoss>
}

/** Bound to one council: no other council's rows can be reached through it. */
export class CouncilStore {
  readonly councilId: string
  /** The councils' own keys, and what is remembered beside them. */
  readonly keys: MasterKeys
  /** Rows of all features that must forget what is erased. */
  readonly projections: readonly Projection[]
  readonly log: Log
  readonly dataKeys: DataKeys
  readonly sealer: Sealer
  readonly #boss: () => Promise<PgBoss>
  readonly #db: Db
  readonly #groupPool: pg.Pool
  readonly #groupDb: Db
  readonly #reads: GatherQueues
  readonly #writes: GroupQueues

  constructor(councilId: string, { pool, groupPool, pipeline, keys, projections, boss }: Means) {
    this.councilId = councilId
    this.keys = keys
    this.projections = projections
    this.dataKeys = new DataKeys(councilId, keys)
    this.sealer = new Sealer(councilId, keys)
    this.log = new Log(councilId, this.dataKeys)
    this.#boss = boss
    this.#db = councilDb(pool, councilId)
    this.#groupPool = groupPool
    this.#groupDb = councilDb(groupPool, councilId, 'repeated')
    this.#reads = new GatherQueues({ councilId, pipeline })
    this.#writes = new GroupQueues({ transact: (work) => this.#transactGroup(work), run: (statement) => this.#runGroup(statement) })
  }

  /** Runs `work` in one transaction under row-level security; commits when it resolves, undoes everything when it throws. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return this.#transactionOn(this.#db, work)
  }

  /** A gathered read; undefined when no row answers the key. */
  ask<Key, Row>(query: Gathered<Key, Row>, key: Key): Promise<Row | undefined> {
    return this.#reads.of(query).ask(key)
  }

  /** A grouped commit; resolves after the commit. */
  tell<Item, Result>(command: Command<Item, Result>, item: Item): Promise<Result> {
    return this.#writes.of(command).add(item)
  }

  /** Asks for a job in the same transaction. */
  async enqueue(tx: Db, request: JobRequest): Promise<void> {
    await sendJob(await this.#boss(), tx, { council: this.councilId, ...request })
  }

  /** True when the log has keys of persons that only the council's own key can open. */
  async hasSealedValues(): Promise<boolean> {
    return this.transaction(async (tx) => {
      const keys = tx.withTables<{ 'log.key': { council_id: string } }>()
      const found = await keys.selectFrom('log.key').select('council_id').where('council_id', '=', this.councilId).limit(1).execute()
      return found.length > 0
    })
  }

  #transactGroup<T>(work: (group: Group) => Promise<T>): Promise<T> {
    return this.#transactionOn(this.#groupDb, (tx) => work({ tx, log: this.log, enqueue: (request) => this.enqueue(tx, request) }))
  }

  async #runGroup(statement: Statement): Promise<readonly RawRow[]> {
    const client = await this.#groupPool.connect()
    try {
      return await runAlone(client, this.councilId, statement)
    } catch (error) {
      throw explained(error)
    } finally {
      client.release()
    }
  }

  async #transactionOn<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
    try {
      return await db.transaction().execute((tx) => work(withSealer(tx, this.sealer)))
    } catch (error) {
      throw explained(error)
    }
  }
}

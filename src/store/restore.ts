/** The single place that brings a backup back: into an empty database, checked, and disposed of again what had been erased since. */

import pg from 'pg'
import { type BackupHeader, type BackupLine, JOBS_TABLE, readBackup } from './backup-format.ts'
import { types } from './db.ts'
import { eraseKeys, findErasedKeys } from './erasure.ts'
import { StoreFailure } from './failure.ts'
import type { Finding } from './finding.ts'
import { isRecord, type Json, parseJson } from './json.ts'
import type { MasterKeys } from './keys.ts'
import { checksumsOf, migrate } from './migrate.ts'
import type { Migrations } from './migration.ts'
import type { Projection } from './projection.ts'
import type { Server } from './server.ts'
import { type CouncilStore, openStore } from './store.ts'
import { verifyLog } from './verify.ts'

/**
 * `migrations` and `projections`: of all features. `dispose`: disposes of what is past its retention by now. `at`: ISO instant. `onProgress` hears the number
 * of rows brought back so far.
 */
export type RestoreOptions = {
  readonly server: Server
  readonly from: string
  readonly keys: MasterKeys
  readonly at: string
  readonly migrations: readonly Migrations[]
  readonly projections: readonly Projection[]
  readonly dispose?: (council: CouncilStore) => Promise<void>
  readonly onProgress?: (rows: number) => void
}

/** `erasedAgain` keys had been erased after the backup was taken; `checkpointsLost` were signed after it. Findings are what `verify` says. */
export type RestoreResult = {
  readonly rows: number
  readonly councils: readonly string[]
  readonly erasedAgain: number
  readonly checkpointsLost: number
  readonly findings: readonly Finding[]
}

type WaitingJob = { readonly council: string; readonly name: string; readonly body: Json; readonly after: string }
type Loaded = { header: BackupHeader; rows: number; jobs: readonly WaitingJob[] }

/**
 * Restores a backup. Either all of it is brought back or nothing.
 * @throws StoreFailure `database-not-empty`, `backup-of-other-program`, `not-a-backup`, `backup-damaged`
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const { header, rows, jobs } = await load(options)
  await migrate(options.server, options.migrations)
  const store = await openStore({ server: options.server, keys: options.keys, projections: options.projections })
  try {
    for (const { council, ...job } of jobs) await store.council(council).transaction((tx) => store.council(council).enqueue(tx, job))
    const settled: Settled[] = []
    for (const id of header.councils) settled.push(await settle(store.council(id), options))
    const [erasedAgain, checkpointsLost] = [sum(settled.map((one) => one.erasedAgain)), sum(settled.map((one) => one.checkpointsLost))]
    return { rows, councils: header.councils, erasedAgain, checkpointsLost, findings: settled.flatMap(({ findings }) => findings) }
  } finally {
    await store.close()
  }
}

type Settled = Pick<RestoreResult, 'erasedAgain' | 'checkpointsLost' | 'findings'>

async function settle(council: CouncilStore, { keys, at, projections, dispose }: RestoreOptions): Promise<Settled> {
  const witness = keys.findWitness(council.councilId)
  keys.dismissWitness(council.councilId)
  const { findings, checkpoints } = await verifyLog(council, { keys })
  const returned = await council.transaction((tx) => findErasedKeys(tx, keys.erasedKeys(council.councilId)))
  const reason = 'erased before, and brought back by a backup'
  const { erased } = await eraseKeys(council, keys, { keys: returned, by: 'restore', at, reason, projections })
  await dispose?.(council)
  return { erasedAgain: erased.length, checkpointsLost: Math.max(0, (witness?.number ?? 0) - checkpoints), findings }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

async function load(options: RestoreOptions): Promise<Loaded> {
  const lines = readBackup(options.from)
  const first = await lines.next()
  if (first.done === true || !('header' in first.value)) throw new Error('a backup begins with its header')
  const { header } = first.value
  await migrate(options.server, options.migrations, knownMigrations(header, options.migrations))
  const client = new pg.Client({ ...options.server.migrator, types })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    await refuseUsedDatabase(client)
    const loader = new Loader(client, options.onProgress ?? (() => undefined))
    for await (const line of lines) if (!('header' in line)) await loader.take(line)
    await loader.end()
    await client.query('commit')
    return { header, rows: loader.rows, jobs: loader.jobs }
  } finally {
    await client.end()
  }
}

/** The shape the database had: later migrations follow once the rows are in. */
function knownMigrations(header: BackupHeader, migrations: readonly Migrations[]): ReadonlySet<string> {
  const known = checksumsOf(migrations)
  const strange = Object.entries(header.migrations).filter(([name, checksum]) => known.get(name) !== checksum)
  if (strange.length === 0) return new Set(Object.keys(header.migrations))
  throw new StoreFailure({
    code: 'backup-of-other-program',
    message: `The backup was taken with migrations this Folkmoot does not have: ${strange.map(([name]) => name).join(', ')}.`,
    help: 'Restore it with the version that took it, or a later one.',
  })
}

async function refuseUsedDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ council_id: string }>('select council_id from folkmoot.council')
  if (rows.length === 0) return
  throw new StoreFailure({
    code: 'database-not-empty',
    message: `The database already holds ${rows.map((row) => row.council_id).join(', ')}.`,
    help: 'Restore into an empty one: a new FOLKMOOT_DATA, or a new database in DATABASE_URL.',
  })
}

const BATCH_ROWS = 1000

/** Puts the rows of a backup back, many at a time. */
class Loader {
  rows = 0
  readonly jobs: WaitingJob[] = []
  readonly #client: pg.Client
  readonly #onProgress: (rows: number) => void
  #council = ''
  #table = ''
  readonly #quiet = new Set<string>()
  #columns: readonly string[] = []
  #batch: string[] = []

  constructor(client: pg.Client, onProgress: (rows: number) => void) {
    this.#client = client
    this.#onProgress = onProgress
  }

  async take(line: BackupLine): Promise<void> {
    if ('row' in line) return this.#takeRow(line.row)
    await this.flush()
    if ('council' in line) {
      this.#council = line.council
      await this.#client.query('insert into folkmoot.council (council_id) values ($1)', [line.council])
      await this.#client.query(`select set_config('folkmoot.council', $1, true)`, [line.council])
    } else {
      await this.#begin(line.table)
      this.#columns = line.columns
    }
  }

  /** Writes what is left, and lets the tables watch over themselves again. */
  async end(): Promise<void> {
    await this.flush()
    for (const table of this.#quiet) await this.#client.query(`alter table ${table} enable trigger user`)
  }

  /** What triggers once made of the rows is in the backup itself. */
  async #begin(table: string): Promise<void> {
    this.#table = table
    const name = quoted(table)
    if (table === JOBS_TABLE || this.#quiet.has(name)) return
    this.#quiet.add(name)
    await this.#client.query(`alter table ${name} disable trigger user`)
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return
    const columns = this.#columns.map(pg.escapeIdentifier).join(', ')
    const table = quoted(this.#table)
    const text = `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`
    await this.#client.query(text, [`[${this.#batch.join(',')}]`])
    this.rows += this.#batch.length
    this.#batch = []
    this.#onProgress(this.rows)
  }

  async #takeRow(row: string): Promise<void> {
    if (this.#table === JOBS_TABLE) this.#takeJob(row)
    else if (this.#batch.push(row) >= BATCH_ROWS) await this.flush()
  }

  #takeJob(text: string): void {
    const job = parseJson(text)
    if (!isWaitingJob(job)) throw new TypeError('a job in the backup is not one of ours')
    this.jobs.push({ council: this.#council, name: job.name, body: job.body, after: new Date(job.after).toISOString() })
  }
}

function quoted(table: string): string {
  return table.split('.').map(pg.escapeIdentifier).join('.')
}

function isWaitingJob(job: unknown): job is { name: string; body: Json; after: string } {
  return isRecord(job) && typeof job['name'] === 'string' && typeof job['after'] === 'string' && 'body' in job
}

/** The single place that writes a backup: every row of every council as it was at one moment, in one file, without the keys. */

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { FORMAT, JOBS_TABLE, ROW } from './backup-format.ts'
import { QUEUE } from './job-queue.ts'
import { JOBS_SCHEMA } from './jobs-schema.ts'
import type { Server } from './server.ts'
import { type Table, tablesOf } from './tables.ts'

/** `to`: path of the file. `councils`: all of them unless given. `at`: ISO instant. `onProgress` hears the number of rows written so far. */
export type BackupOptions = {
  readonly server: Server
  readonly to: string
  readonly at: string
  readonly councils?: readonly string[]
  readonly onProgress?: (rows: number) => void
}

/** What was written; the digest is over the lines before compression, as the file itself says. */
export type BackupResult = { readonly rows: number; readonly councils: readonly string[]; readonly digest: string }

type Writing = {
  client: pg.Client
  councils: readonly string[]
  at: string
  onProgress: (rows: number) => void
  result: { rows: number; digest: string }
}

const BATCH = 2000

/** Writes the backup; the file appears under its name only once it is whole, and only its owner can read it. The service goes on meanwhile. */
export async function backup({ server, to, at, councils: chosen, onProgress = () => undefined }: BackupOptions): Promise<BackupResult> {
  const client = new pg.Client(server.migrator)
  client.on('error', () => undefined)
  const half = `${to}.${process.pid}`
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const councils = chosen ?? (await councilsOf(client))
    const result = { rows: 0, digest: '' }
    const lines = linesOf({ client, councils, at, onProgress, result })
    await pipeline(Readable.from(lines), createGzip({ level: 4 }), createWriteStream(half, { mode: 0o600 }))
    await syncFile(half)
    await rename(half, to)
    return { ...result, councils }
  } catch (error) {
    await rm(half, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

async function* linesOf(writing: Writing): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let lines = 0
  for await (const line of contentOf(writing)) {
    digest.update(line).update('\n')
    lines += 1
    yield `${line}\n`
  }
  writing.result.digest = digest.digest('hex')
  yield `${JSON.stringify({ digest: writing.result.digest, lines })}\n`
}

async function* contentOf({ client, councils, at, onProgress, result }: Writing): AsyncGenerator<string> {
  yield JSON.stringify({ format: FORMAT, at, councils, migrations: await migrationsOf(client) })
  const tables = await tablesOf(client)
  for (const council of councils) {
    await client.query(`select set_config('folkmoot.council', $1, true)`, [council])
    yield JSON.stringify({ council })
    for (const table of tables) {
      yield JSON.stringify({ table: table.name, columns: table.columns })
      for await (const row of rowsOf(client, rowsQuery(table))) {
        yield `${ROW}${row}}`
        result.rows += 1
      }
      onProgress(result.rows)
    }
    yield JSON.stringify({ table: JOBS_TABLE, columns: [] })
    for await (const row of rowsOf(client, JOBS_QUERY)) yield `${ROW}${row}}`
  }
}

/** A line break inside a row can only stand between two tokens of a JSON column. */
function rowsQuery({ name, columns }: Table): string {
  return `select replace(row_to_json(t)::text, e'\\n', ' ') as row from (select ${columns.map(pg.escapeIdentifier).join(', ')} from ${name}
    where council_id = current_setting('folkmoot.council')) t`
}

/** Work that still waits would be lost with the queue, whose own rows belong to its running. */
const JOBS_QUERY = `select json_build_object('name', data->>'name', 'body', data->'body', 'after', start_after)::text as row from ${JOBS_SCHEMA}.job
  where name = '${QUEUE}' and state in ('created', 'retry', 'active') and data->>'council' = current_setting('folkmoot.council')`

async function* rowsOf(client: pg.Client, query: string): AsyncGenerator<string> {
  await client.query(`declare backup no scroll cursor for ${query}`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${BATCH} from backup`)
    for (const { row } of rows) yield row
    if (rows.length < BATCH) break
  }
  await client.query('close backup')
}

async function councilsOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ council_id: string }>('select council_id from folkmoot.council order by council_id')
  return rows.map((row) => row.council_id)
}

async function migrationsOf(client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from folkmoot.migration order by name')
  return Object.fromEntries(rows.map(({ name, checksum }) => [name, checksum]))
}

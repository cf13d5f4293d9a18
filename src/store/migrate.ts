/** The single place that brings a database to the shape this program needs: forward only, each migration once, never edited. */

import { createHash } from 'node:crypto'
import pg from 'pg'
import { StoreFailure } from './failure.ts'
import { installJobs } from './jobs-schema.ts'
import type { Migrations } from './migration.ts'
import { storeMigrations } from './migrations.ts'
import type { Server } from './server.ts'

const LOCK = 0x666f6c6d

/**
 * Applies what is missing, as the migrator, one transaction each; several of us at once wait for each other. Answers the names applied.
 * `only`: leaves the others for later, to restore an older backup.
 * @throws StoreFailure `migration-edited`, `migration-failed`, `database-is-newer`, `migration-named-twice`
 */
export async function migrate(
  server: Server,
  features: readonly Migrations[] = [],
  only?: ReadonlySet<string>,
): Promise<readonly string[]> {
  const wanted = inOrder([storeMigrations, ...features])
  const client = new pg.Client(server.migrator)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`)
    await client.query(`create schema if not exists folkmoot;
      create table if not exists folkmoot.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const applied = await appliedIn(client)
    refuseChanged(wanted, applied)
    const missing = wanted.filter(([name]) => !applied.has(name) && (only?.has(name) ?? true))
    for (const [name, text] of missing) await apply(client, name, text)
    await installJobs(client)
    return missing.map(([name]) => name)
  } finally {
    await client.end()
  }
}

/** True when every migration has been applied. */
export async function isMigrated(server: Server, features: readonly Migrations[] = []): Promise<boolean> {
  const client = new pg.Client(server.migrator)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const applied = await appliedIn(client)
    return inOrder([storeMigrations, ...features]).every(([name]) => applied.has(name))
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '42P01') return false
    throw error
  } finally {
    await client.end()
  }
}

/** The checksum of every migration by its name, the store's own included. */
export function checksumsOf(features: readonly Migrations[]): ReadonlyMap<string, string> {
  return new Map(inOrder([storeMigrations, ...features]).map(([name, text]) => [name, checksumOf(text)]))
}

function inOrder(all: readonly Migrations[]): [string, string][] {
  const entries = all.flatMap((migrations) => Object.entries(migrations))
  const names = entries.map(([name]) => name)
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) {
    throw new StoreFailure({ code: 'migration-named-twice', message: `Two migrations are called ${twice}.`, help: 'Rename the newer one.' })
  }
  return entries.sort(([one], [other]) => (one < other ? -1 : 1))
}

async function appliedIn(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from folkmoot.migration')
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function refuseChanged(wanted: readonly [string, string][], applied: ReadonlyMap<string, string>): void {
  for (const [name, text] of wanted) {
    const kept = applied.get(name)
    if (kept === undefined || kept === checksumOf(text)) continue
    throw new StoreFailure({
      code: 'migration-edited',
      message: `The migration ${name} was edited after it had been applied.`,
      help: 'Put its text back as it was released and write the change as a new migration.',
    })
  }
  const known = new Set(wanted.map(([name]) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new StoreFailure({
    code: 'database-is-newer',
    message: `The database has been migrated by a newer Folkmoot: ${unknown.join(', ')}.`,
    help: 'Run that version or a later one; migrations only go forward.',
  })
}

async function apply(client: pg.Client, name: string, text: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into folkmoot.migration (name, checksum) values ($1, $2)', [name, checksumOf(text)])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    throw new StoreFailure({
      code: 'migration-failed',
      message: `The migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      help: 'Nothing of it was kept. Earlier migrations stay; mend this one and start again.',
      cause,
    })
  }
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

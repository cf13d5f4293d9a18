/** The single place for past cases in columns of their own types, which PostgreSQL tries rules on. */
import { createHash } from 'node:crypto'
import type { Prepared } from '#core/definition/index.ts'
import { type Columns, ColumnsBuilder, NO_COLUMNS, type PastCase, SLOTS, type TypedCase, typedCase } from '#core/replay/index.ts'
import { type Db, sql } from '#store/db.ts'
import { parseJson } from '#store/json.ts'
import { ColumnsShape } from '../domain/index.ts'
import { bound, replay } from './tables.ts'

/** A case with the version its answers belong to, and what is hashed of it. */
export type Remembered = { readonly service: string; readonly prepared: Prepared; readonly past: PastCase; readonly spelledOut: string }

/** Where the answers of a service lie. Nobody else widens them until the transaction ends. */
async function columnsToWiden(tx: Db, service: string): Promise<Columns> {
  await sql`insert into replay.typed_service (council_id, service, columns) values (${bound}, ${service}, ${JSON.stringify(NO_COLUMNS)})
    on conflict do nothing`.execute(tx)
  const rows = replay(tx)
    .selectFrom('replay.typed_service')
    .select('columns')
    .where('council_id', '=', bound)
    .where('service', '=', service)
  return ColumnsShape.parse(parsed((await rows.forUpdate().executeTakeFirstOrThrow()).columns))
}

/** Where the answers of a service lie, and what is known of all of them. */
export async function columnsOf(tx: Db, service: string): Promise<Columns> {
  const rows = replay(tx)
    .selectFrom('replay.typed_service')
    .select('columns')
    .where('council_id', '=', bound)
    .where('service', '=', service)
  const row = await rows.executeTakeFirst()
  return row === undefined ? NO_COLUMNS : ColumnsShape.parse(parsed(row.columns))
}

function parsed(columns: unknown): unknown {
  return typeof columns === 'string' ? parseJson(columns) : columns
}

/** Puts cases in, in place of what was there of them. */
export async function putTyped(tx: Db, remembered: readonly Remembered[]): Promise<void> {
  for (const [service, own] of Map.groupBy(remembered, (one) => one.service)) {
    const builder = new ColumnsBuilder(await columnsToWiden(tx, service))
    const rows = own.map((one) => rowOf(one, typedCase(builder, one.prepared, one.past)))
    await removeTyped(
      tx,
      own.map(({ past }) => past.id),
    )
    await insertTyped(tx, rows)
    const columns = JSON.stringify(builder.read())
    await replay(tx)
      .updateTable('replay.typed_service')
      .set({ columns })
      .where('council_id', '=', bound)
      .where('service', '=', service)
      .execute()
  }
}

/** Forgets cases. Columns stay as wide as they were. */
export async function removeTyped(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from replay.typed_case where council_id = ${bound} and case_id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** Which of some cases are there. */
export async function typedAmong(tx: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ case_id: string }>`select case_id from replay.typed_case
    where council_id = ${bound} and case_id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Set(rows.map(({ case_id }) => case_id))
}

export async function clearTyped(tx: Db): Promise<void> {
  for (const table of ['replay.typed_case', 'replay.typed_service'] as const)
    await replay(tx).deleteFrom(table).where('council_id', '=', bound).execute()
}

type Row = Readonly<Record<string, unknown>>

function rowOf({ service, past, spelledOut }: Remembered, typed: TypedCase): Row {
  const digest = createHash('sha256').update(spelledOut).digest()
  return {
    service,
    case_id: past.id,
    mark1: digest.readBigInt64BE(0).toString(),
    mark2: digest.readBigInt64BE(8).toString(),
    opened: past.today,
    opened_digits: Number(past.today.replaceAll('-', '')),
    channel: typed.channel,
    area: typed.area,
    made_up: past.madeUp === true,
    fits: typed.fits,
    ...Object.fromEntries(typed.given.map((word, at) => [`g${at + 1}`, word])),
    ...Object.fromEntries(typed.left.map((word, at) => [`l${at + 1}`, word])),
    ...typed.cells,
  }
}

const FIXED: Readonly<Record<string, string>> = {
  ...{ service: 'text', case_id: 'uuid', mark1: 'bigint', mark2: 'bigint', opened: 'date', opened_digits: 'integer' },
  ...{ channel: 'integer', area: 'integer', made_up: 'boolean', fits: 'boolean' },
  ...{ g1: 'bigint', g2: 'bigint', g3: 'bigint', l1: 'bigint', l2: 'bigint', l3: 'bigint' },
}
const SORTS: Readonly<Record<keyof typeof SLOTS | 'e' | 'ae', string>> = {
  ...{ n: 'bigint', c: 'smallint', b: 'boolean', d: 'date', e: 'integer', m: 'bigint', k: 'smallint' },
  ...{ an: 'bigint[]', ac: 'smallint[]', ab: 'boolean[]', ad: 'date[]', ae: 'integer[]', am: 'bigint[]' },
}

async function insertTyped(tx: Db, rows: readonly Row[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = names.map((name) => `${name} ${typeOf(name)}`)
  await sql`insert into replay.typed_case (council_id, ${sql.raw(names.join(', '))})
    select ${bound}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.raw(columns.join(', '))})`.execute(tx)
}

/** @throws RangeError for a name that is none of ours, since it becomes part of a statement */
function typeOf(name: string): string {
  const fixed = Object.hasOwn(FIXED, name) ? FIXED[name] : undefined
  const sort = /^([a-z]{1,2})\d{1,2}$/.exec(name)?.[1]
  const type = fixed ?? Object.entries(SORTS).find(([one]) => one === sort)?.[1]
  if (type === undefined) throw new RangeError(`there is no column ${name}`)
  return type
}

/** The single place for the SQL of counts. */
import { type Db, sql } from '#store/db.ts'
import { type Cell, isChannel, isMeasure, type Measure, type Window } from '../domain/index.ts'
import { bound, type CellRow, value } from './tables.ts'

/** Adds counts to those there are. Those that come to nothing are deleted, as if they had never been. */
export async function addCells(tx: Db, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  const rows = JSON.stringify(cells.map(rowOf))
  await sql`insert into value.cell as c
    select (jsonb_populate_record(null::value.cell, jsonb_build_object('council_id', ${bound}) || r)).* from jsonb_array_elements(${rows}::jsonb) r
    order by r->>'service', r->>'measure', r->>'month', r->>'version', r->>'channel', r->>'made_up', (r->>'bucket')::int
    on conflict (council_id, service, measure, month, version, channel, made_up, bucket) do update set count = c.count + excluded.count`.execute(
    tx,
  )
  if (cells.every(({ count }) => count > 0)) return
  await sql`delete from value.cell c using jsonb_to_recordset(${rows}::jsonb)
      as r(service text, measure text, month text, version text, channel text, made_up boolean, bucket int)
    where c.council_id = ${bound} and c.service = r.service and c.measure = r.measure and c.month = r.month and c.version = r.version
      and c.channel = r.channel and c.made_up = r.made_up and c.bucket = r.bucket and c.count = 0`.execute(tx)
}

/** The counts of services in a stretch of months. */
export async function cellsOf(tx: Db, { services, from, to }: Window & { readonly services: readonly string[] }): Promise<readonly Cell[]> {
  if (services.length === 0) return []
  const rows = await value(tx)
    .selectFrom('value.cell')
    .select(['service', 'month', 'measure', 'version', 'channel', 'made_up', 'bucket', 'count'])
    .where('council_id', '=', bound)
    .where('service', 'in', services)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .execute()
  return rows.flatMap(cellFrom)
}

export async function clearCells(tx: Db, measures: readonly Measure[]): Promise<void> {
  await value(tx).deleteFrom('value.cell').where('council_id', '=', bound).where('measure', 'in', measures).execute()
}

function rowOf({ isMadeUp, ...cell }: Cell): Omit<CellRow, 'council_id'> {
  return { ...cell, made_up: isMadeUp }
}

function cellFrom({ made_up: isMadeUp, measure, channel, ...row }: Omit<CellRow, 'council_id'>): Cell[] {
  return isMeasure(measure) && isChannel(channel) ? [{ ...row, measure, channel, isMadeUp }] : []
}

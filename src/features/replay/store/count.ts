/** The single place where PostgreSQL itself tries two versions on past cases. */
import type { CellRow, Columns, Spread, TrialQuery } from '#core/replay/index.ts'
import { type Db, sql } from '#store/db.ts'
import type { Window } from './past-case.ts'
import { bound } from './tables.ts'

/** A window with, at most, its `latest` cases, or the `first` by their ids. */
export type Population = Window & { readonly latest?: number; readonly first?: number }

/** How many cases there are, and how many of them columns do not hold. `marks` add up what each case is: the same as long as they are. */
export type Counted = { readonly cases: number; readonly odd: number; readonly marks: readonly [bigint, bigint] }

/** One case of a cell. */
export type FoundCase = { readonly key: string; readonly case_id: string }

export async function countTyped(tx: Db, { service, since, until }: Window): Promise<Counted> {
  const { rows } = await sql<{ cases: number; odd: number; mark1: string; mark2: string }>`
    select count(*)::int as cases, count(*) filter (where not fits)::int as odd, coalesce(sum(mark1), 0)::text as mark1, coalesce(sum(mark2), 0)::text as mark2
    from replay.typed_case where council_id = ${bound} and service = ${service} and opened between ${since} and ${until}`.execute(tx)
  const [row] = rows
  return { cases: row?.cases ?? 0, odd: row?.odd ?? 0, marks: [BigInt(row?.mark1 ?? 0), BigInt(row?.mark2 ?? 0)] }
}

/** How many cases columns do not hold, up to `most`. */
export async function countOdd(tx: Db, { service, since, until }: Window, most: number): Promise<number> {
  const { rows } = await sql<{ odd: number }>`select count(*)::int as odd from (select 1 from replay.typed_case
    where council_id = ${bound} and service = ${service} and opened between ${since} and ${until} and not fits limit ${most}) t`.execute(tx)
  return rows[0]?.odd ?? 0
}

/** So many cases show well enough how the answers of all are spread. */
const SPREAD = 100_000

/** How the numbers or days of a column are spread; undefined where there are none. Of many cases some, always the same: picked by what each case is. */
export async function spreadOf(
  tx: Db,
  { slot, family }: Columns['columns'][string],
  { service, since, until, cases }: Window & { readonly cases: number },
): Promise<Spread | undefined> {
  const isDay = family === 'date' || family === 'month'
  const value = isDay ? sql`(${sql.ref(slot)} - date '1970-01-01')::int8` : sql`${sql.ref(slot)}::int8`
  const others = 2 ** Math.max(0, Math.ceil(Math.log2(cases / SPREAD))) - 1
  const { rows } = await sql<{ least: string | null; most: string | null; tenths: readonly string[] | null }>`
    select min(value)::text as least, max(value)::text as most,
      (percentile_disc(array[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) within group (order by value) filter (where mark1 & ${others} = 0))::text[] as tenths
    from (select ${value} as value, mark1 from replay.typed_case
      where council_id = ${bound} and service = ${service} and opened between ${since} and ${until} and fits and ${sql.ref(slot)} is not null) t`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined || row.least === null || row.most === null) return undefined
  return { least: Number(row.least), most: Number(row.most), tenths: (row.tenths ?? []).map(Number) }
}

/** Counts all cells of a trial. */
export async function countCells(tx: Db, query: TrialQuery, population: Population): Promise<readonly CellRow[]> {
  const council = await prepareToCount(tx)
  const { rows } = await sql<CellRow>`${within(council, population)} ${sql.raw(query.count(FROM))}`.execute(tx)
  return rows
}

/** The first cases of some cells, by their ids. */
export async function findInCells(
  tx: Db,
  query: TrialQuery,
  { population, keys }: { readonly population: Population; readonly keys: readonly string[] },
): Promise<readonly FoundCase[]> {
  const council = await prepareToCount(tx)
  const { rows } = await sql<FoundCase>`${within(council, population)} ${sql.raw(query.find(FROM, keys))}`.execute(tx)
  return rows
}

/**
 * Both cores work on a large table. With so many operators, compiling a plan to machine code takes longer than it saves. Answers the council of the transaction: as a
 * value it is compared with each row, where `current_setting` would be asked for each.
 */
async function prepareToCount(tx: Db): Promise<string> {
  const { rows } = await sql<{
    council: string
  }>`select set_config(name, value, true), now.council from (values ('max_parallel_workers_per_gather', '2'), ('parallel_setup_cost', '10'),
    ('min_parallel_table_scan_size', '4MB'), ('min_parallel_index_scan_size', '0'), ('work_mem', '64MB'),
    ('jit', 'off')) as settings(name, value), (select ${bound} as council) as now`.execute(tx)
  return rows[0]?.council ?? ''
}

const FROM = 'cases t'

/** The cases that columns hold. Written out in place of its name, so that it is one scan, as wide as what is read of it. */
function within(council: string, { service, since, until, latest, first }: Population) {
  const cases = sql`select * from replay.typed_case where council_id = ${council} and service = ${service} and opened between ${since} and ${until} and fits`
  const some =
    latest === undefined
      ? first === undefined
        ? sql``
        : sql`order by case_id limit ${first}`
      : sql`order by opened desc, case_id desc limit ${latest}`
  return sql`with cases as not materialized (${cases} ${some})`
}

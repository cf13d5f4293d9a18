/** The single place for the SQL of what is measured of pages: seconds, errors, and where people stopped. Nothing of anybody. */
import { type Db, sql } from '#store/db.ts'
import type { GroupedStatement } from '#store/group.ts'
import type { PageChange } from '../domain/index.ts'
import { bound } from './tables.ts'

/** Counts of one page, or of one question on it, of journeys that began in one month. */
export type PageCount = PageChange & { readonly service: string; readonly version: string }

/** The columns of a change, in the order in which `pageColumns` gives them. */
export const pageChange = 'page, question, month, answered, seconds, squares, stopped, errors, exited'

/** The types of these columns, for `unnest`. */
export const pageArrays = (first: number): string =>
  ['text', 'text', 'text', 'int', 'int', 'int', 'int', 'int', 'int'].map((type, place) => `$${first + place}::${type}[]`).join(', ')

export function pageColumns(changes: readonly PageChange[]): readonly (readonly unknown[])[] {
  const column = <T>(of: (change: PageChange) => T): T[] => changes.map(of)
  return [
    column(({ page }) => page),
    column(({ question }) => question),
    column(({ month }) => month),
    column(({ answered }) => answered),
    column(({ seconds }) => seconds),
    column(({ squares }) => squares),
    column(({ stopped }) => stopped),
    column(({ errors }) => errors),
    column(({ exited }) => exited),
  ]
}

/**
 * The part of a statement that adds the rows of its part `measured` (service_id, version, day, and those of a change), in one of eight slots, so that those who
 * answer the same page at the same moment do not wait for each other.
 */
export const countMeasured = `insert into journeys.page_tally as t
    (council_id, service_id, day, version, slot, ${pageChange})
  select current_setting('folkmoot.council'), service_id, day, version, pg_backend_pid() % 8, page, question, month,
      sum(answered), sum(seconds), sum(squares), sum(stopped), sum(errors), sum(exited)
    from measured group by service_id, day, version, page, question, month order by service_id, day, month, version, page, question
  on conflict (council_id, service_id, day, month, version, page, question, slot) do update set answered = t.answered + excluded.answered,
    seconds = t.seconds + excluded.seconds, squares = t.squares + excluded.squares, stopped = t.stopped + excluded.stopped,
    errors = t.errors + excluded.errors, exited = t.exited + excluded.exited`

/** Errors made on a page that was therefore not saved. */
export type Erred = { readonly service: string; readonly version: string; readonly day: string; readonly changes: readonly PageChange[] }

export const countErrors: GroupedStatement<Erred, void> = {
  name: 'journeys-count-errors',
  sql: `with measured as (select * from unnest($1::text[], $2::text[], $3::date[], ${pageArrays(4)}) as m(service_id, version, day, ${pageChange}))
    ${countMeasured}`,
  parameters: (all) => {
    const each = all.flatMap(({ changes, ...place }) => changes.map((change) => ({ place, change })))
    return [
      each.map(({ place }) => place.service),
      each.map(({ place }) => place.version),
      each.map(({ place }) => place.day),
      ...pageColumns(each.map(({ change }) => change)),
    ]
  },
  results: (_, all) => all.map(() => undefined),
}

const sums = sql`service_id as service, version, month, page, question, sum(answered)::int as answered, sum(seconds)::float8 as seconds,
  sum(squares)::float8 as squares, sum(stopped)::int as stopped, sum(errors)::int as errors, sum(exited)::int as exited`

/** Takes out what was measured before a day. */
export async function takePageCounts(tx: Db, before: string): Promise<readonly PageCount[]> {
  const { rows } =
    await sql<PageCount>`with taken as (delete from journeys.page_tally where council_id = ${bound} and day < ${before}::date returning *)
    select ${sums} from taken group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(tx)
  return rows
}

/** What has been measured of a service and not yet taken out. */
export async function pageCountsOf(tx: Db, service: string): Promise<readonly PageCount[]> {
  const { rows } = await sql<PageCount>`select ${sums} from journeys.page_tally
    where council_id = ${bound} and service_id = ${service} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(tx)
  return rows
}

/** The single place for the SQL of what was measured of pages, made from the log. */
import type { PageFigure } from '#core/simplify/index.ts'
import { type Db, sql } from '#store/db.ts'
import type { Fact } from '#store/fact.ts'
import type { Projection } from '#store/projection.ts'
import { type PageCell, readFact } from '../domain/index.ts'
import { bound, simplify } from './tables.ts'

/** What is said of a service by people: questions they need. */
export function streamOf(service: string): string {
  return `simplify/${service}`
}

/** What is counted of it day by day. */
export function countsStreamOf(service: string): string {
  return `simplify/${service}/pages`
}

/** Written with the facts themselves. Counts, and nothing of anybody: there is nothing to forget. */
export const pagesProjection: Projection = {
  name: 'simplify.page',
  streams: 'simplify/',
  clear: async (tx) => {
    await simplify(tx).deleteFrom('simplify.page').where('council_id', '=', bound).execute()
  },
  apply: applyPages,
  forget: () => Promise.resolve(),
}

export async function applyPages(tx: Db, facts: readonly Fact[]): Promise<void> {
  const rows = facts.flatMap((fact) => {
    const read = readFact(fact)
    const service = fact.stream.split('/')[1] ?? ''
    return read?.kind === 'pages-counted' ? read.data.cells.map((cell) => ({ ...cell, service, made_up: read.data.madeUp === true })) : []
  })
  if (rows.length === 0) return
  await sql`insert into simplify.page as p
      (council_id, service, month, version, page, question, made_up, answered, seconds, squares, stopped, errors, exited)
    select ${bound}, service, month, version, page, question, made_up, sum(answered), sum(seconds), sum(squares), sum(stopped), sum(errors), sum(exited)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(service text, month text, version text, page text, question text, made_up boolean,
        answered bigint, seconds bigint, squares bigint, stopped bigint, errors bigint, exited bigint)
      group by service, month, version, page, question, made_up order by service, month, version, page, question, made_up
    on conflict (council_id, service, month, version, page, question, made_up) do update set answered = p.answered + excluded.answered,
      seconds = p.seconds + excluded.seconds, squares = p.squares + excluded.squares, stopped = p.stopped + excluded.stopped,
      errors = p.errors + excluded.errors, exited = p.exited + excluded.exited`.execute(tx)
}

/** Of a service and all its versions, from a month on (`YYYY-MM`): one row for each month, page and question. */
export async function pageFigures(
  tx: Db,
  { service, from }: { readonly service: string; readonly from: string },
): Promise<readonly PageFigure[]> {
  const { rows } = await sql<PageFigure>`select month, page, question, made_up as "isMadeUp", sum(answered)::float8 as answered,
      sum(seconds)::float8 as seconds, sum(squares)::float8 as squares, sum(stopped)::float8 as stopped, sum(errors)::float8 as errors,
      sum(exited)::float8 as exited
    from simplify.page where council_id = ${bound} and service = ${service} and month >= ${from} group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(
    tx,
  )
  return rows
}

/** A fact that says what was counted. */
export function countedFact(cells: readonly PageCell[], about: { readonly at: string; readonly by: string; readonly isMadeUp?: boolean }) {
  const { at, by, isMadeUp = false } = about
  return { kind: 'pages-counted', at, by, data: { cells: cells.map((cell) => ({ ...cell })), ...(isMadeUp ? { madeUp: true } : {}) } }
}

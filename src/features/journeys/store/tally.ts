/** The single place for the SQL of counts of journeys: how many began, were sent and were turned away, and nothing of anybody. */
import { type Db, sql } from '#store/db.ts'
import type { DraftChannel } from '../domain/index.ts'
import { bound } from './tables.ts'

/** Changes of counts of one sort. `month` is the one the journeys began in, `YYYY-MM`. */
export type JourneyCount = {
  readonly service: string
  readonly month: string
  readonly version: string
  readonly channel: DraftChannel
  readonly begun: number
  readonly sent: number
  readonly exited: number
}

/**
 * The part of a statement that adds the rows of its part `changed` (service_id, day, month, version, channel, begun, sent, exited), in one of eight slots, so that those
 * who begin at the same moment do not wait for each other.
 */
export const countChanged = `insert into journeys.tally as t (council_id, service_id, day, month, version, channel, slot, begun, sent, exited)
  select current_setting('folkmoot.council'), service_id, day, month, version, channel, pg_backend_pid() % 8, sum(begun), sum(sent), sum(exited)
    from changed group by service_id, day, month, version, channel order by service_id, day, month, version, channel
  on conflict (council_id, service_id, day, month, version, channel, slot) do update
    set begun = t.begun + excluded.begun, sent = t.sent + excluded.sent, exited = t.exited + excluded.exited`

/** Takes out what was counted before a day. */
export async function takeJourneyCounts(tx: Db, before: string): Promise<readonly JourneyCount[]> {
  const { rows } =
    await sql<JourneyCount>`with taken as (delete from journeys.tally where council_id = ${bound} and day < ${before}::date returning *)
    select service_id as service, month, version, channel, sum(begun)::int as begun, sum(sent)::int as sent, sum(exited)::int as exited
    from taken group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
  return rows
}

/** What has been counted of these services and not yet taken out. */
export async function journeyCountsOf(tx: Db, services: readonly string[]): Promise<readonly JourneyCount[]> {
  const { rows } = await sql<JourneyCount>`select service_id as service, month, version, channel,
      sum(begun)::int as begun, sum(sent)::int as sent, sum(exited)::int as exited
    from journeys.tally where council_id = ${bound} and service_id = any(${services}::text[]) group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(
    tx,
  )
  return rows
}

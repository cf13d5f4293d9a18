/** The single place that picks some past cases out of many: always the same ones, and every case as likely as another. */
import { type Db, sql } from '#store/db.ts'
import type { ReadRow, Window } from './past-case.ts'
import { bound } from './tables.ts'

/** At most so many of those that still have answers. The last digits of a case's id are dice (RFC 9562, version 7). */
export async function sampleOf(tx: Db, { service, since, until }: Window, most: number): Promise<readonly ReadRow[]> {
  const { rows } = await sql<ReadRow>`select case_id, opened, channel, lang, area, made_up, answers::text as answers, given, left_empty
    from replay.past_case join (
      select case_id from replay.past_case
      where council_id = ${bound} and service = ${service} and opened between ${since} and ${until} and answers is not null
      order by right(case_id::text, 12) limit ${most}
    ) chosen using (case_id)
    where council_id = ${bound} order by opened, case_id`.execute(tx)
  return rows
}

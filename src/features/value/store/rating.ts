/** The single place for the SQL of ratings that wait to be counted together. */
import { type Db, sql } from '#store/db.ts'
import { isChannel, type Rated } from '../domain/index.ts'
import { bound, type RatingRow, value } from './tables.ts'

/** Notes that somebody has rated; false when they had before. `mark` is a digest that says neither who nor what. */
export async function markRated(tx: Db, mark: Buffer): Promise<boolean> {
  const marked = await value(tx)
    .insertInto('value.rated')
    .values({ council_id: bound, mark })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark')
    .execute()
  return marked.length > 0
}

export async function isRated(tx: Db, mark: Buffer): Promise<boolean> {
  const row = await value(tx)
    .selectFrom('value.rated')
    .select('mark')
    .where('council_id', '=', bound)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds a rating to those that wait, and answers how many of the service there then are. Two at once take turns. */
export async function addRating(tx: Db, service: string, rating: Omit<Rated, 'count'>): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('value/' || ${bound} || '/' || ${service}::text, 0))`.execute(tx)
  await value(tx)
    .insertInto('value.rating')
    .values({ council_id: bound, service, ...rating, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['council_id', 'service', 'month', 'version', 'channel', 'moment', 'points'])
        .doUpdateSet({ count: sql<number>`rating.count + 1` }),
    )
    .execute()
  const { rows } = await sql<{ waiting: number }>`select sum(count)::int as waiting from value.rating
    where council_id = ${bound} and service = ${service}`.execute(tx)
  return rows[0]?.waiting ?? 0
}

/** Cases decided in a stretch of days whose people have not been written to, oldest first. Made-up cases have nobody to write to. */
export async function unsurveyed(
  tx: Db,
  { from, before, most }: { from: string; before: string; most: number },
): Promise<readonly string[]> {
  const rows = await value(tx)
    .selectFrom('value.case as c')
    .select('c.case_id')
    .where('c.council_id', '=', bound)
    .where('c.made_up', '=', false)
    .where('c.decided', '>=', from)
    .where('c.decided', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('value.surveyed as s').select('s.case_id').where('s.council_id', '=', bound).whereRef('s.case_id', '=', 'c.case_id'),
        ),
      ),
    )
    .orderBy('c.decided')
    .limit(most)
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** Notes that the person of a case is being written to; false when somebody else was faster. */
export async function markSurveyed(tx: Db, caseId: string): Promise<boolean> {
  const marked = await value(tx)
    .insertInto('value.surveyed')
    .values({ council_id: bound, case_id: caseId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .execute()
  return marked.length > 0
}

/** Takes out all ratings of a service that wait. */
export async function takeRatings(tx: Db, service: string): Promise<readonly Rated[]> {
  const rows = await value(tx)
    .deleteFrom('value.rating')
    .where('council_id', '=', bound)
    .where('service', '=', service)
    .returning(['month', 'version', 'channel', 'moment', 'points', 'count'])
    .execute()
  return rows.flatMap(ratedFrom)
}

function ratedFrom({ channel, moment, ...rest }: Omit<RatingRow, 'council_id' | 'service'>): Rated[] {
  return isChannel(channel) && (moment === 'sent' || moment === 'decided') ? [{ ...rest, channel, moment }] : []
}

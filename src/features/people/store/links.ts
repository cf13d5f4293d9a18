/** The single place for the SQL about sign-in links. */
import { type Db, sql } from '#store/db.ts'
import { linkLimits } from '../domain.ts'
import { bound, people } from './tables.ts'

export interface NewLink {
  /** Hex SHA-256 of the secret in the link. */
  readonly id: string
  /** Hex SHA-256 of the link's id and the code. */
  readonly code: string
  /** The visitor id of the browser it was asked in. */
  readonly browser: string
  readonly email: string
  readonly returnTo: string
  readonly madeAt: string
}

export interface Link {
  readonly id: string
  readonly code: string
  readonly browser: string
  readonly email: string
  readonly returnTo: string
}

/** A new link ends the ones the same browser asked for before. */
export async function addLink(tx: Db, { returnTo, madeAt, ...link }: NewLink): Promise<void> {
  await people(tx)
    .updateTable('people.link')
    .set({ used_at: madeAt })
    .where('council_id', '=', bound)
    .where('browser', '=', link.browser)
    .where('used_at', 'is', null)
    .execute()
  await people(tx)
    .insertInto('people.link')
    .values({ ...link, council_id: bound, return_to: returnTo, made_at: madeAt, tries: 0, used_at: null })
    .execute()
}

/** How many links an address was sent in the hour before `now`. */
export async function countLinksOf(tx: Db, email: string, now: string): Promise<number> {
  const row = await people(tx)
    .selectFrom('people.link')
    .select(sql<number>`count(*)::int`.as('links'))
    .where('council_id', '=', bound)
    .where('email', '=', email)
    .where('made_at', '>', sql<string>`${now}::timestamptz - interval '1 hour'`)
    .executeTakeFirstOrThrow()
  return row.links
}

/** A link that still works at `now`. */
export async function findLink(tx: Db, id: string, now: string): Promise<Link | undefined> {
  return await working(tx, now).where('id', '=', id).executeTakeFirst()
}

/** The link this browser asked for last, for typing its code; counts one try. */
export async function findLinkToTry(tx: Db, browser: string, now: string): Promise<Link | undefined> {
  await people(tx)
    .updateTable('people.link')
    .set({ tries: sql<number>`tries + 1` })
    .where('council_id', '=', bound)
    .where('browser', '=', browser)
    .execute()
  return await working(tx, now).where('browser', '=', browser).where('tries', '<=', linkLimits.tries).executeTakeFirst()
}

/** Uses the link up; `false` when somebody was faster. */
export async function useLink(tx: Db, id: string, now: string): Promise<boolean> {
  const row = await people(tx)
    .updateTable('people.link')
    .set({ used_at: now })
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets what nobody can use any more: links of yesterday, sessions of last month. */
export async function forgetOld(tx: Db, now: string): Promise<void> {
  await sql`delete from people.link where council_id = ${bound} and made_at < ${now}::timestamptz - interval '1 day'`.execute(tx)
  await sql`delete from people.session where council_id = ${bound} and opened_at < ${now}::timestamptz - interval '30 days'`.execute(tx)
}

function working(tx: Db, now: string) {
  return people(tx)
    .selectFrom('people.link')
    .select(['id', 'code', 'browser', 'email', 'return_to as returnTo'])
    .where('council_id', '=', bound)
    .where('used_at', 'is', null)
    .where('made_at', '>', sql<string>`${now}::timestamptz - interval '${sql.raw(String(linkLimits.minutes))} minutes'`)
}

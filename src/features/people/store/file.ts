/** The single place for the SQL that collects and erases what is held about one person. */
import { z } from 'zod'
import { type Db, sql } from '#store/db.ts'
import type { Person } from '../domain.ts'
import { bound, people } from './tables.ts'

export type KeptSession = { readonly how: string; readonly openedAt: string; readonly usedAt: string; readonly endedAt: string | null }
export type KeptLink = { readonly email: string; readonly madeAt: string; readonly usedAt: string | null }

const Use = z.object({ at: z.string(), audit: z.string(), about: z.record(z.string(), z.string()) })
/** An entry of the audit trail: what was done with what. */
export type KeptUse = z.infer<typeof Use>

export async function sessionsOf(tx: Db, id: string): Promise<readonly KeptSession[]> {
  return await people(tx)
    .selectFrom('people.session')
    .select(['how', 'opened_at as openedAt', 'used_at as usedAt', 'ended_at as endedAt'])
    .where('council_id', '=', bound)
    .where('actor_id', '=', id)
    .orderBy('opened_at')
    .execute()
}

export async function linksOf(tx: Db, email: string): Promise<readonly KeptLink[]> {
  return await people(tx)
    .selectFrom('people.link')
    .select(['email', 'made_at as madeAt', 'used_at as usedAt'])
    .where('council_id', '=', bound)
    .where('email', '=', email)
    .orderBy('made_at')
    .execute()
}

export async function usesBy(tx: Db, id: string): Promise<readonly KeptUse[]> {
  const { rows } = await sql`select at, audit, about from people.use
    where council_id = ${bound} and actor_id = ${id} order by at`.execute(tx)
  return z.array(Use).parse(rows)
}

/** What others did with something that has one of these ids or references; who they are is left out. */
export async function usesAbout(tx: Db, ids: readonly string[], but: string): Promise<readonly KeptUse[]> {
  const { rows } = await sql`select at, audit, about from people.use
    where council_id = ${bound} and actor_id <> ${but} and exists (select from jsonb_each_text(about) where value = any(${ids}::text[])) order by at`.execute(
    tx,
  )
  return z.array(Use).parse(rows)
}

/** Sessions go with the person. */
export async function deletePerson(tx: Db, { id, email }: Pick<Person, 'id' | 'email'>): Promise<void> {
  if (email !== null) await people(tx).deleteFrom('people.link').where('council_id', '=', bound).where('email', '=', email).execute()
  await people(tx).deleteFrom('people.actor').where('council_id', '=', bound).where('id', '=', id).execute()
}

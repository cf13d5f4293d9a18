/** The single place for the SQL about people themselves. */
import { z } from 'zod'
import { Language } from '#core/definition/model/names.ts'
import type { Db } from '#store/db.ts'
import { type Person, type PersonDetails, PersonKind } from '../domain.ts'
import { bound, people } from './tables.ts'

const columns = ['id', 'kind', 'name', 'email', 'lang', 'roles', 'teams', 'wards', 'is_active'] as const

const Row = z
  .object({
    id: z.string(),
    kind: PersonKind,
    name: z.string(),
    email: z.string().nullable(),
    lang: Language.nullable(),
    roles: z.array(z.string()),
    teams: z.array(z.string()),
    wards: z.array(z.string()),
    is_active: z.boolean(),
  })
  .transform(({ is_active: isActive, ...person }): Person => ({ ...person, isActive }))

export async function findPerson(tx: Db, id: string): Promise<Person | undefined> {
  const row = await people(tx)
    .selectFrom('people.actor')
    .select(columns)
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && Row.parse(row)
}

/** Those of these ids who are known, in the order of ids. */
export async function findPeople(tx: Db, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return []
  const rows = await people(tx)
    .selectFrom('people.actor')
    .select(columns)
    .where('council_id', '=', bound)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map((row) => Row.parse(row))
}

/** By email address in lower case. */
export async function findPersonByEmail(tx: Db, email: string): Promise<Person | undefined> {
  const row = await people(tx)
    .selectFrom('people.actor')
    .select(columns)
    .where('council_id', '=', bound)
    .where('email', '=', email)
    .executeTakeFirst()
  return row && Row.parse(row)
}

/** By the name of an example person. */
export async function findExample(tx: Db, example: string): Promise<Person | undefined> {
  const row = await people(tx)
    .selectFrom('people.actor')
    .select(columns)
    .where('council_id', '=', bound)
    .where('example', '=', example)
    .executeTakeFirst()
  return row && Row.parse(row)
}

/** Whether the example people have access at all. */
export async function allowExamples(tx: Db, isAllowed: boolean): Promise<void> {
  await people(tx)
    .updateTable('people.actor')
    .set({ is_active: isAllowed })
    .where('council_id', '=', bound)
    .where('example', 'is not', null)
    .where('is_active', '!=', isAllowed)
    .execute()
}

/** By what the council's directory calls them. */
export async function findPersonBySubject(tx: Db, { issuer, subject }: Subject): Promise<Person | undefined> {
  const row = await people(tx)
    .selectFrom('people.actor')
    .select(columns)
    .where('council_id', '=', bound)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && Row.parse(row)
}

/** True for somebody whose address it is and who signs in with this directory. */
export async function isOfDirectory(tx: Db, email: string, issuer: string): Promise<boolean> {
  const row = await people(tx)
    .selectFrom('people.actor')
    .select('id')
    .where('council_id', '=', bound)
    .where('email', '=', email)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return row !== undefined
}

export interface Subject {
  readonly issuer: string
  readonly subject: string
}

/** Everyone who works for the council or with it, by name; at most 1,000. */
export async function staff(tx: Db): Promise<Person[]> {
  const rows = await people(tx)
    .selectFrom('people.actor')
    .select(columns)
    .where('council_id', '=', bound)
    .where('kind', 'in', ['officer', 'councillor', 'partner'])
    .orderBy('name')
    .limit(1000)
    .execute()
  return rows.map((row) => Row.parse(row))
}

export interface NewPerson extends PersonDetails {
  readonly id: string
  readonly lang: Language | null
  readonly example?: string
  readonly subject?: Subject
}

/** Adds someone; `false` when the address, the directory's subject or the example is already known. */
export async function addPerson(tx: Db, { subject, example, ...person }: NewPerson): Promise<boolean> {
  const row = await people(tx)
    .insertInto('people.actor')
    .values({
      ...person,
      council_id: bound,
      example: example ?? null,
      issuer: subject?.issuer ?? null,
      subject: subject?.subject ?? null,
      is_active: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export type PersonChange = Partial<PersonDetails> & { readonly isActive?: boolean; readonly lang?: Language; readonly subject?: Subject }

export async function changePerson(tx: Db, id: string, { isActive, subject, ...details }: PersonChange): Promise<void> {
  await people(tx)
    .updateTable('people.actor')
    .set({ ...details, ...(subject ?? {}), ...(isActive === undefined ? {} : { is_active: isActive }) })
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .execute()
}

/** How many active managers there are besides one person; their rows are locked, so that two cannot step down at once. */
export async function countOtherManagers(tx: Db, id: string): Promise<number> {
  const rows = await people(tx)
    .selectFrom('people.actor')
    .select(['id', 'roles'])
    .where('council_id', '=', bound)
    .where('is_active', '=', true)
    .where('kind', '=', 'officer')
    .forUpdate()
    .execute()
  return rows.filter((row) => row.id !== id && row.roles.includes('manager')).length
}

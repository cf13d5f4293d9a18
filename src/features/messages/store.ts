/** The table of messages, in the schema `messages`. No other file may name it. */
import { z } from 'zod'
import { Language } from '#core/definition/model/names.ts'
import { type Db, sql } from '#store/db.ts'
import { newId } from '#store/uuid.ts'
import { type KeptMessage, keptDays, type Message } from './domain.ts'

type Tables = {
  'messages.message': {
    council_id: string
    id: string
    idempotency: string
    by: string
    recipient: string
    lang: string
    subject: string
    body: string
    about: string | null
    asked_at: string
    tries: number
    next_try_at: string
    failure: string | null
    done_at: string | null
    given_up_at: string | null
  }
}

const messages = (db: Db) => db.withTables<Tables>()
const bound = sql<string>`current_setting('folkmoot.council')`
const columns = ['id', 'idempotency', 'by', 'recipient', 'lang', 'subject', 'body', 'asked_at', 'tries', 'done_at', 'given_up_at'] as const

const Row = z
  .object({
    id: z.string(),
    idempotency: z.string(),
    by: z.enum(['email', 'letter']),
    recipient: z.string(),
    lang: Language,
    subject: z.string(),
    body: z.string(),
    asked_at: z.string(),
    tries: z.number(),
    done_at: z.string().nullable(),
    given_up_at: z.string().nullable(),
  })
  .transform(({ recipient, asked_at, done_at, given_up_at, ...row }): KeptMessage => {
    return { ...row, to: recipient, askedAt: asked_at, doneAt: done_at, givenUpAt: given_up_at }
  })

export async function addMessages(tx: Db, list: readonly Message[]): Promise<void> {
  if (list.length === 0) return
  const rows = list.map((message) => ({ by: 'email', about: null, ...message, id: newId() }))
  await sql`insert into messages.message (council_id, id, idempotency, by, recipient, lang, subject, body, about, asked_at, next_try_at)
    select ${bound}, m.id, m.idempotency, m.by, m."to", m.lang, m.subject, m.body, m.about, now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m(id uuid, idempotency text, by text, "to" text, lang text, subject text, body text, about text)
    on conflict do nothing`.execute(tx)
}

/** The email that has waited longest, locked so that no second worker sends it at the same time. */
export async function findWaitingEmail(tx: Db, now: string): Promise<KeptMessage | undefined> {
  const row = await messages(tx)
    .selectFrom('messages.message')
    .select(columns)
    .where('council_id', '=', bound)
    .where('by', '=', 'email')
    .where('done_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && Row.parse(row)
}

export interface Outcome {
  readonly tries: number
  readonly failure?: string
  readonly doneAt?: string
  readonly nextTryAt?: string
  readonly givenUpAt?: string
}

export async function settle(tx: Db, id: string, { tries, failure, doneAt, nextTryAt, givenUpAt }: Outcome): Promise<void> {
  await messages(tx)
    .updateTable('messages.message')
    .set({
      tries,
      failure: failure ?? null,
      done_at: doneAt ?? null,
      given_up_at: givenUpAt ?? null,
      ...(nextTryAt === undefined ? {} : { next_try_at: nextTryAt }),
    })
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .execute()
}

/** Newest first, at most 200. */
export async function latest(tx: Db): Promise<KeptMessage[]> {
  const rows = await messages(tx)
    .selectFrom('messages.message')
    .select(columns)
    .where('council_id', '=', bound)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => Row.parse(row))
}

/** Letters that wait to be printed, oldest first, at most 500. */
export async function waitingLetters(tx: Db): Promise<KeptMessage[]> {
  const rows = await messages(tx)
    .selectFrom('messages.message')
    .select(columns)
    .where('council_id', '=', bound)
    .where('by', '=', 'letter')
    .where('done_at', 'is', null)
    .orderBy('asked_at')
    .limit(500)
    .execute()
  return rows.map((row) => Row.parse(row))
}

export async function findMessage(tx: Db, id: string): Promise<KeptMessage | undefined> {
  const row = await messages(tx)
    .selectFrom('messages.message')
    .select(columns)
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && Row.parse(row)
}

/** What was said about these and is still kept, oldest first. */
export async function messagesAbout(tx: Db, about: readonly string[]): Promise<KeptMessage[]> {
  if (about.length === 0) return []
  const kept = messages(tx).selectFrom('messages.message').select(columns).where('council_id', '=', bound)
  return (await kept.where('about', 'in', about).orderBy('asked_at').execute()).map((row) => Row.parse(row))
}

/** What was sent to an email address and is still kept, oldest first. */
export async function messagesTo(tx: Db, email: string): Promise<KeptMessage[]> {
  const kept = messages(tx).selectFrom('messages.message').select(columns).where('council_id', '=', bound)
  return (await kept.where(sql`lower(recipient)`, '=', email.toLowerCase()).orderBy('asked_at').execute()).map((row) => Row.parse(row))
}

/** Erases what was sent to an email address. */
export async function forgetTo(tx: Db, email: string): Promise<void> {
  await messages(tx)
    .deleteFrom('messages.message')
    .where('council_id', '=', bound)
    .where(sql`lower(recipient)`, '=', email.toLowerCase())
    .execute()
}

export async function deleteAbout(tx: Db, about: readonly string[]): Promise<void> {
  if (about.length === 0) return
  await messages(tx).deleteFrom('messages.message').where('council_id', '=', bound).where('about', 'in', about).execute()
}

/** Deletes what went out, or was given up, long ago. */
export async function deleteOld(tx: Db, now: string): Promise<void> {
  await sql`delete from messages.message
    where council_id = ${bound} and coalesce(done_at, given_up_at) < ${now}::timestamptz - make_interval(days => ${keptDays})`.execute(tx)
}

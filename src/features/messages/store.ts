/** The table of messages, in the schema `messages`. No other file may name it. Who is written to, and what, is sealed in it. */
import { z } from 'zod'
import { Language } from '#core/definition/model/names.ts'
import { type Db, sql } from '#store/db.ts'
import { sealerOf } from '#store/sealer.ts'
import { newId } from '#store/uuid.ts'
import { type KeptMessage, keptDays, type Message } from './domain.ts'

type Tables = {
  'messages.message': {
    council_id: string
    id: string
    idempotency: string
    by: string
    recipient_mark: Buffer
    lang: string
    sealed: Buffer
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
const columns = ['id', 'idempotency', 'by', 'lang', 'sealed', 'asked_at', 'tries', 'done_at', 'given_up_at'] as const

const Row = z
  .object({
    id: z.string(),
    idempotency: z.string(),
    by: z.enum(['email', 'letter']),
    lang: Language,
    asked_at: z.string(),
    tries: z.number(),
    done_at: z.string().nullable(),
    given_up_at: z.string().nullable(),
  })
  .transform(({ asked_at, done_at, given_up_at, ...row }) => ({ ...row, askedAt: asked_at, doneAt: done_at, givenUpAt: given_up_at }))

const Sealed = z.object({ to: z.string(), subject: z.string(), body: z.string() })

const placeOf = (id: string) => `message/${id}`

/** Email addresses are found however they are written; nobody looks for a letter by where it goes. */
const markedAs = (to: string) => to.toLowerCase()
const addresses = 'message.to'

/** Undefined when the key that sealed it is gone. */
function opened(tx: Db, { sealed, ...row }: { readonly id: string; readonly sealed: Buffer }): KeptMessage | undefined {
  const found = Sealed.safeParse(sealerOf(tx).open(sealed, placeOf(row.id))).data
  return found && { ...Row.parse(row), ...found }
}

function sealedOf(tx: Db, id: string, { to, subject, body }: Pick<Message, 'to' | 'subject' | 'body'>) {
  const sealer = sealerOf(tx)
  const sealed = sealer.seal({ to, subject, body }, placeOf(id)).toString('hex')
  return { id, sealed, recipient_mark: sealer.mark(markedAs(to), addresses).toString('hex') }
}

export async function addMessages(tx: Db, list: readonly Message[]): Promise<void> {
  if (list.length === 0) return
  const rows = list.map(({ by = 'email', about = null, lang, idempotency, ...message }) => {
    return { ...sealedOf(tx, newId(), message), by, about, lang, idempotency }
  })
  await sql`insert into messages.message (council_id, id, idempotency, by, lang, sealed, recipient_mark, about, asked_at, next_try_at)
    select ${bound}, m.id, m.idempotency, m.by, m.lang, decode(m.sealed, 'hex'), decode(m.recipient_mark, 'hex'), m.about, now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m(id uuid, idempotency text, by text, lang text, sealed text, recipient_mark text, about text)
    on conflict do nothing`.execute(tx)
}

const ToSeal = z.array(
  z.object({
    id: z.string(),
    sealed: z.instanceof(Buffer).nullable(),
    to: z.string().nullable(),
    subject: z.string().nullable(),
    body: z.string().nullable(),
  }),
)
const atOnce = 500

/** Seals so many rows with the key of now that are in the clear, or sealed with a former key; answers how many. */
export async function sealAnew(tx: Db): Promise<number> {
  const sealer = sealerOf(tx)
  const found = await sql`select id, sealed, recipient as "to", subject, body from messages.message
    where council_id = ${bound} and (sealed is null or substring(sealed from 1 for 16) = any(${sealer.formerPrefixes()}))
    order by id limit ${atOnce} for update`.execute(tx)
  const rows = ToSeal.parse(found.rows).flatMap(({ id, sealed, ...clear }) => {
    const value = Sealed.safeParse(sealed === null ? clear : sealer.open(sealed, placeOf(id))).data
    return value ? [sealedOf(tx, id, value)] : []
  })
  await sql`update messages.message m set sealed = decode(n.sealed, 'hex'), recipient_mark = decode(n.recipient_mark, 'hex'),
      recipient = null, subject = null, body = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, sealed text, recipient_mark text)
    where m.council_id = ${bound} and m.id = n.id`.execute(tx)
  return rows.length
}

/** What is to be tried now; `message` is missing when the key that sealed it is gone. */
export interface Waiting {
  readonly id: string
  readonly tries: number
  readonly message: KeptMessage | undefined
}

/** The email that has waited longest, locked so that no second worker sends it at the same time. */
export async function findWaitingEmail(tx: Db, now: string): Promise<Waiting | undefined> {
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
  return row && { id: row.id, tries: row.tries, message: opened(tx, row) }
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
  return rows.flatMap((row) => opened(tx, row) ?? [])
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
  return rows.flatMap((row) => opened(tx, row) ?? [])
}

export async function findMessage(tx: Db, id: string): Promise<KeptMessage | undefined> {
  const row = await messages(tx)
    .selectFrom('messages.message')
    .select(columns)
    .where('council_id', '=', bound)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && opened(tx, row)
}

/** What was said about these and is still kept, oldest first. */
export async function messagesAbout(tx: Db, about: readonly string[]): Promise<KeptMessage[]> {
  if (about.length === 0) return []
  const kept = messages(tx).selectFrom('messages.message').select(columns).where('council_id', '=', bound)
  return (await kept.where('about', 'in', about).orderBy('asked_at').orderBy('id').execute()).flatMap((row) => opened(tx, row) ?? [])
}

const marksOf = (tx: Db, email: string) => sealerOf(tx).marks(markedAs(email), addresses)

/** What was sent to an email address and is still kept, oldest first. */
export async function messagesTo(tx: Db, email: string): Promise<KeptMessage[]> {
  const kept = messages(tx).selectFrom('messages.message').select(columns).where('council_id', '=', bound)
  const rows = await kept.where('recipient_mark', 'in', marksOf(tx, email)).orderBy('asked_at').orderBy('id').execute()
  return rows.flatMap((row) => opened(tx, row) ?? [])
}

/** Erases what was sent to an email address. */
export async function forgetTo(tx: Db, email: string): Promise<void> {
  await messages(tx)
    .deleteFrom('messages.message')
    .where('council_id', '=', bound)
    .where('recipient_mark', 'in', marksOf(tx, email))
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

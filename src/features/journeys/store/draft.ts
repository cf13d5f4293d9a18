/** The single place for the SQL of drafts. Answers go in and come out sealed. */
import type { Language } from '#core/definition/index.ts'
import type { Gathered } from '#store/gather.ts'
import type { GroupedStatement } from '#store/group.ts'
import { type Db, sql } from '#store/db.ts'
import { type DraftChannel, isDraftChannel, type JourneyChange, monthBegun, type PageChange, sentChange } from '../domain/index.ts'
import { countMeasured, pageArrays, pageChange, pageColumns } from './page-tally.ts'
import { bound, journeys } from './tables.ts'
import { countChanged } from './tally.ts'

/** A draft as a row holds it. `sealed` is absent once it was sent. */
export type DraftRow = {
  readonly id: string
  readonly holder: string
  readonly service: string
  readonly person: string
  readonly version: string
  readonly lang: Language
  readonly channel: DraftChannel
  readonly helper?: string | undefined
  readonly sealed?: Buffer | undefined
  /** What is carried over from an earlier case, where the draft renews one. */
  readonly sealedCarried?: Buffer | undefined
  readonly revision: number
  readonly touchedAt: string
  readonly reference?: string | undefined
  readonly equalityDone: boolean
  /** What this saving changes in the counts of journeys, given when it is saved. */
  readonly counted?: JourneyChange | undefined
  /** What it changes in the counts of pages, on a day. */
  readonly measured?: { readonly day: string; readonly changes: readonly PageChange[] } | undefined
}

export type DraftKey = { readonly holder: string; readonly service: string }

/** One draft for each holder and service asked for in the same moment. */
export const draftOf: Gathered<DraftKey, DraftRow> = {
  name: 'journeys-draft-of',
  sql: `select k.ordinal, d.holder, d.service_id, d.id, d.person, d.version, d.lang, d.channel, d.helper, d.answers, d.carried, d.revision,
      d.touched_at, d.reference, d.equality_done
    from unnest($1::text[], $2::text[]) with ordinality as k(holder, service_id, ordinal) cross join lateral (
      select * from journeys.draft where council_id = current_setting('folkmoot.council') and holder = k.holder and service_id = k.service_id limit 1
    ) d`,
  parameters: (keys) => [keys.map(({ holder }) => holder), keys.map(({ service }) => service)],
  read: draftRow,
}

/**
 * Saves what follows the revision before; false when somebody else saved that revision first. A draft begins with revision 1, or with
 * the one after that of the sent draft it replaces.
 */
export const saveDraft: GroupedStatement<DraftRow, boolean> = {
  name: 'journeys-save-draft',
  sql: `with saved as (
      insert into journeys.draft
        (council_id, holder, service_id, id, person, version, lang, channel, helper, answers, revision, touched_at)
      select current_setting('folkmoot.council'), d.* from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[],
        $7::text[], $8::text[], $9::bytea[], $10::int[], $11::timestamptz[]) d
      on conflict (council_id, holder, service_id) do update set
        id = excluded.id, person = excluded.person, version = excluded.version, lang = excluded.lang, channel = excluded.channel,
        helper = excluded.helper, answers = excluded.answers, revision = excluded.revision, touched_at = excluded.touched_at,
        reference = null, equality_done = false, carried = case when draft.id = excluded.id then draft.carried end
        where draft.revision = excluded.revision - 1 and (draft.id = excluded.id or draft.answers is null)
      returning id, revision, service_id, version, channel
    ), changed as (
      select service_id, version, channel, c.* from saved
        join unnest($12::uuid[], $13::date[], $14::text[], $15::int[], $16::int[], $17::int[]) c(id, day, month, begun, sent, exited) using (id)
    ), counted as (${countChanged}),
    measured as (
      select service_id, version, m.* from saved join unnest($18::uuid[], $19::date[], ${pageArrays(20)}) m(id, day, ${pageChange}) using (id)
    ), remembered as (${countMeasured})
    select id, revision from saved`,
  parameters: (drafts) => {
    const places = firstPlaces(drafts)
    const firsts = drafts.filter((_, place) => places.has(place))
    const column = <T>(of: (draft: DraftRow) => T): T[] => firsts.map(of)
    const changes = firsts.flatMap(({ id, counted }) => (counted ? [{ id, ...counted }] : []))
    const pages = firsts.flatMap(({ id, measured }) => (measured?.changes ?? []).map((change) => ({ id, day: measured?.day, change })))
    return [
      column(({ holder }) => holder),
      column(({ service }) => service),
      column(({ id }) => id),
      column(({ person }) => person),
      column(({ version }) => version),
      column(({ lang }) => lang),
      column(({ channel }) => channel),
      column(({ helper }) => helper ?? null),
      column(({ sealed }) => sealed ?? null),
      column(({ revision }) => revision),
      column(({ touchedAt }) => touchedAt),
      changes.map(({ id }) => id),
      changes.map(({ day }) => day),
      changes.map(({ id }) => monthBegun(id)),
      changes.map(({ begun }) => begun),
      changes.map(({ sent }) => sent),
      changes.map(({ exited }) => exited),
      pages.map(({ id }) => id),
      pages.map(({ day }) => day),
      ...pageColumns(pages.map(({ change }) => change)),
    ]
  },
  results: (rows, drafts) => {
    const places = firstPlaces(drafts)
    const written = new Set(rows.map(({ id, revision }) => `${String(id)} ${Number(revision)}`))
    return drafts.map(({ id, revision }, place) => places.has(place) && written.has(`${id} ${revision}`))
  },
}

/** A draft that became a case; `day` is the day it was sent. */
export type Sent = { readonly id: string; readonly reference: string; readonly day: string }

/** Takes the answers out of drafts that became cases, leaves their reference, and counts them; one that is sent twice is sent once. */
export const markSent: GroupedStatement<Sent, void> = {
  name: 'journeys-mark-sent',
  sql: `with asked as (select * from unnest($1::uuid[], $2::text[], $3::date[], $4::text[]) as s(id, reference, day, month)),
    marked as (
      update journeys.draft d set reference = s.reference, answers = null, carried = null, revision = d.revision + 1 from asked s
        where d.council_id = current_setting('folkmoot.council') and d.id = s.id and d.reference is null
        returning d.service_id, d.version, d.channel, s.day, s.month, d.id
    ), changed as (select *, 0 as begun, 1 as sent, 0 as exited from marked),
    measured as (
      select marked.service_id, marked.version, marked.day, m.* from marked join unnest($1::uuid[], ${pageArrays(5)}) m(id, ${pageChange}) using (id)
    ), remembered as (${countMeasured})
    ${countChanged}`,
  parameters: (all) => {
    const sent = [...new Map(all.map((one) => [one.id, one])).values()]
    return [
      sent.map(({ id }) => id),
      sent.map(({ reference }) => reference),
      sent.map(({ day }) => day),
      sent.map(({ id }) => monthBegun(id)),
      ...pageColumns(sent.map(({ id }) => sentChange(id))),
    ]
  },
  results: (_, sent) => sent.map(() => undefined),
}

/** Keeps what a draft carries over from an earlier case. */
export async function keepCarried(tx: Db, { draftId, sealed }: { readonly draftId: string; readonly sealed: Buffer }): Promise<void> {
  await journeys(tx)
    .updateTable('journeys.draft')
    .set({ carried: sealed })
    .where('council_id', '=', bound)
    .where('id', '=', draftId)
    .execute()
}

export async function markEqualityDone(tx: Db, draftId: string): Promise<void> {
  await journeys(tx)
    .updateTable('journeys.draft')
    .set({ equality_done: true })
    .where('council_id', '=', bound)
    .where('id', '=', draftId)
    .execute()
}

export async function deleteDraft(tx: Db, { holder, service }: DraftKey): Promise<void> {
  await journeys(tx)
    .deleteFrom('journeys.draft')
    .where('council_id', '=', bound)
    .where('holder', '=', holder)
    .where('service_id', '=', service)
    .execute()
}

/** ISO instants: drafts last saved before `unfinished` are old, and sent ones last saved before `sent`. */
export type Oldness = { readonly unfinished: string; readonly sent: string }

/** Deletes old drafts but those of the persons spared; answers how many. */
export async function deleteOldDrafts(tx: Db, before: Oldness, spared: readonly string[] = []): Promise<number> {
  const { numAffectedRows } = await sql`delete from journeys.draft where ${isOld(before, spared)}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** How many there are to delete. */
export async function countOldDrafts(tx: Db, before: Oldness, spared: readonly string[] = []): Promise<number> {
  const { rows } = await sql<{ drafts: number }>`select count(*)::int as drafts from journeys.draft where ${isOld(before, spared)}`.execute(
    tx,
  )
  return rows[0]?.drafts ?? 0
}

function isOld({ unfinished, sent }: Oldness, spared: readonly string[]) {
  return sql`council_id = ${bound} and person <> all(${spared}::text[])
    and (touched_at < ${unfinished} or (touched_at < ${sent} and answers is null))`
}

/** A draft of a person, its answers still sealed. */
export type KeptDraft = {
  readonly id: string
  readonly service: string
  readonly version: string
  readonly channel: string
  readonly savedAt: string
  readonly reference: string | null
  readonly sealed: Buffer | null
}

export async function keptDraftsOf(tx: Db, person: string): Promise<readonly KeptDraft[]> {
  const { rows } =
    await sql<KeptDraft>`select id, service_id as service, version, channel, touched_at as "savedAt", reference, answers as sealed
    from journeys.draft where council_id = ${bound} and person = ${person} order by touched_at`.execute(tx)
  return rows
}

/** Deletes what a person has begun; answers how much it was. */
export async function deleteDraftsOf(tx: Db, person: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from journeys.draft where council_id = ${bound} and person = ${person}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Two savings of one draft in one group: the second comes too late, and one statement cannot touch a row twice. */
function firstPlaces(drafts: readonly DraftRow[]): ReadonlySet<number> {
  const first = new Map<string, number>()
  drafts.forEach(({ holder, service }, place) => {
    const key = `${holder} ${service}`
    if (!first.has(key)) first.set(key, place)
  })
  return new Set(first.values())
}

function draftRow(row: Readonly<Record<string, unknown>>): DraftRow {
  const text = (name: string) => String(row[name])
  const optional = (name: string) => (typeof row[name] === 'string' ? row[name] : undefined)
  const channel = text('channel')
  if (!isDraftChannel(channel)) throw new Error(`${channel} is not a channel`)
  return {
    id: text('id'),
    holder: text('holder'),
    service: text('service_id'),
    person: text('person'),
    version: text('version'),
    lang: row['lang'] === 'cy' ? 'cy' : 'en',
    channel,
    helper: optional('helper'),
    sealed: Buffer.isBuffer(row['answers']) ? row['answers'] : undefined,
    sealedCarried: Buffer.isBuffer(row['carried']) ? row['carried'] : undefined,
    revision: Number(row['revision']),
    touchedAt: text('touched_at'),
    reference: optional('reference'),
    equalityDone: row['equality_done'] === true,
  }
}

/** The single place for the rows that remember past cases: they follow the log, and forget with the keys. */
import type { Answers, Prepared } from '#core/definition/index.ts'
import { keptOf, type PastCase } from '#core/replay/index.ts'
import { type Beginning, beginningOf } from '#features/cases/index.ts'
import { preparedWithin } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { type Db, sql } from '#store/db.ts'
import type { Fact } from '#store/fact.ts'
import { canonical } from '#store/json.ts'
import type { Projection } from '#store/projection.ts'
import { bound, type PastCaseRow, replay } from './tables.ts'
import { clearTyped, putTyped, type Remembered, removeTyped, typedAmong } from './typed-case.ts'

export const pastCaseProjection: Projection = {
  name: 'replay.cases',
  streams: 'case/',
  follows: true,
  clear: async (tx) => {
    await clearTyped(tx)
    await replay(tx).deleteFrom('replay.past_case').where('council_id', '=', bound).execute()
  },
  apply: async (tx, facts) => {
    const remembered = await rememberedFrom(tx, facts)
    const rows = remembered.map(({ row }) => row)
    if (rows.length === 0) return
    const text = sql`insert into replay.past_case (council_id, case_id, service, version, opened, channel, lang, area, made_up, answers, given, left_empty)
      select ${bound}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(case_id uuid, service text, version text, opened date, channel text,
        lang text, area text, made_up boolean, answers jsonb, given text[], left_empty text[]) on conflict do nothing`
    await text.execute(tx)
    await putTyped(tx, remembered.flatMap(typedFrom))
  },
  forget: async (tx, facts) => {
    const remembered = await rememberedFrom(tx, facts)
    for (const { row } of remembered) {
      const { case_id, area, answers, given, left_empty } = row
      const kept = { area, answers: answers === null ? null : JSON.stringify(answers), given, left_empty }
      await replay(tx).updateTable('replay.past_case').set(kept).where('council_id', '=', bound).where('case_id', '=', case_id).execute()
      if (answers === null)
        await replay(tx).deleteFrom('replay.grouped_case').where('council_id', '=', bound).where('case_id', '=', case_id).execute()
    }
    const there = await typedAmong(
      tx,
      remembered.map(({ row }) => row.case_id),
    )
    await removeTyped(tx, [...there])
    await putTyped(
      tx,
      remembered.flatMap(typedFrom).filter(({ past }) => there.has(past.id)),
    )
  },
}

type NewRow = Omit<PastCaseRow, 'council_id' | 'answers'> & { readonly answers: Answers | null }
/** A row with the version its answers belong to; none where they are erased. */
type New = { readonly row: NewRow; readonly prepared: Prepared | undefined }

async function rememberedFrom(tx: Db, facts: readonly Fact[]): Promise<readonly New[]> {
  const rows: New[] = []
  for (const fact of facts) {
    const beginning = beginningOf(fact)
    if (beginning !== undefined) rows.push(await rowOf(tx, beginning))
  }
  return rows
}

async function rowOf(tx: Db, { caseId, service, version, at, channel, lang, isMadeUp, answers, area, erased }: Beginning): Promise<New> {
  const today = dayInLondon(new Date(at))
  const about = { case_id: caseId, service, version, opened: today, channel, lang, made_up: isMadeUp }
  const prepared = erased === 'all' ? undefined : await preparedWithin(tx, service, version)
  if (prepared === undefined) return { prepared, row: { ...about, area: null, answers: null, given: [], left_empty: [] } }
  const kept = keptOf(prepared, answers, { today, isErased: erased !== 'nothing' })
  return { prepared, row: { ...about, area: area?.ward ?? null, answers: kept.answers, given: kept.given, left_empty: kept.left } }
}

function typedFrom({ row, prepared }: New): readonly Remembered[] {
  if (prepared === undefined || row.answers === null) return []
  const { case_id: id, opened: today, channel, given, left_empty: left, area, made_up: madeUp, service, answers } = row
  const past: PastCase = { id, today, channel, answers, given, left, ...(area === null ? {} : { area }), ...(madeUp ? { madeUp } : {}) }
  return [{ service, prepared, past, spelledOut: canonical([id, today, channel, area, answers, [...given], [...left], madeUp]) }]
}

/** Which past cases: of one service, opened from one day to another, both included (`YYYY-MM-DD`). */
export type Window = { readonly service: string; readonly since: string; readonly until: string }

/** How many there are, and of how many of those the answers have been deleted. */
export async function countPast(tx: Db, { service, since, until }: Window): Promise<{ readonly cases: number; readonly removed: number }> {
  const { rows } = await sql<{ cases: number; removed: number }>`
    select count(answers)::int as cases, count(*) filter (where answers is null)::int as removed from replay.past_case
    where council_id = ${bound} and service = ${service} and opened between ${since} and ${until}`.execute(tx)
  return rows[0] ?? { cases: 0, removed: 0 }
}

/** Where to go on reading. */
export type Place = { readonly opened: string; readonly caseId: string }

/** A row as it is read; `answers` is the text PostgreSQL keeps, the same whenever it is read. */
export type ReadRow = Pick<PastCaseRow, 'case_id' | 'opened' | 'channel' | 'lang' | 'area' | 'made_up' | 'given' | 'left_empty'> & {
  readonly answers: string
}

/** The next past cases that still have answers, in the order of their days. `onlyOdd`: those that columns do not hold. */
export async function readPast(
  tx: Db,
  { service, since, until }: Window,
  { after, most, onlyOdd = false }: { readonly after: Place | undefined; readonly most: number; readonly onlyOdd?: boolean },
): Promise<readonly ReadRow[]> {
  const place = after ?? { opened: since, caseId: '00000000-0000-0000-0000-000000000000' }
  const { rows } =
    await sql<ReadRow>`select case_id, opened, channel, lang, area, made_up, answers::text as answers, given, left_empty from replay.past_case
    where council_id = ${bound} and service = ${service} and opened between ${since} and ${until} and answers is not null
      and (opened, case_id) > (${place.opened}::date, ${place.caseId}::uuid)
      ${onlyOdd ? sql`and case_id in (select case_id from replay.typed_case where council_id = ${bound} and service = ${service} and not fits)` : sql``}
    order by opened, case_id limit ${most}`.execute(tx)
  return rows
}

/** The latest past cases that still have answers. */
export async function readLatest(tx: Db, { service, since, until }: Window, most: number): Promise<readonly ReadRow[]> {
  const { rows } =
    await sql<ReadRow>`select case_id, opened, channel, lang, area, made_up, answers::text as answers, given, left_empty from replay.past_case
    where council_id = ${bound} and service = ${service} and opened between ${since} and ${until} and answers is not null
    order by opened desc, case_id desc limit ${most}`.execute(tx)
  return rows
}

/** One past case that still has its answers. */
export async function findPast(tx: Db, service: string, id: string): Promise<ReadRow | undefined> {
  const { rows } =
    await sql<ReadRow>`select case_id, opened, channel, lang, area, made_up, answers::text as answers, given, left_empty from replay.past_case
    where council_id = ${bound} and service = ${service} and case_id = ${id} and answers is not null`.execute(tx)
  return rows[0]
}

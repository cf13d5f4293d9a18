/** The single place where counts follow what happens to cases: each entry in a history changes them by what it changes. */
import { dayInLondon } from '#http/clock.ts'
import { type Db, sql } from '#store/db.ts'
import type { Fact } from '#store/fact.ts'
import type { Projection } from '#store/projection.ts'
import { added, after, caseMeasures, difference, isChannel, type Measured } from '../domain/index.ts'
import { addCells, clearCells } from './cells.ts'
import { bound, type CaseRow, value } from './tables.ts'

/** Nothing in its rows is of the person, so there is nothing to forget: what was counted stays counted. */
export const casesProjection: Projection = {
  name: 'value.cases',
  streams: 'case/',
  follows: true,
  clear: async (tx) => {
    await value(tx).deleteFrom('value.case').where('council_id', '=', bound).execute()
    await clearCells(tx, caseMeasures)
  },
  apply: follow,
  forget: () => Promise.resolve(),
}

async function follow(tx: Db, facts: readonly Fact[]): Promise<void> {
  const histories = Map.groupBy(facts, ({ stream }) => stream.slice('case/'.length))
  const known = await casesNow(tx, [...histories.keys()])
  const changed = [...histories].flatMap(([id, own]) => {
    const before = known.get(id)
    const now = own.reduce<Measured | undefined>((current, fact) => after(current, fact, dayOf), before)
    return now ? [{ id, before, now }] : []
  })
  await putCases(tx, changed)
  await addCells(tx, added(changed.flatMap(({ before, now }) => difference(before, now))))
}

function dayOf(at: string): string {
  return dayInLondon(new Date(at))
}

async function casesNow(tx: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Measured>> {
  const { rows } = await sql<CaseRow>`select * from value.case where council_id = ${bound} and case_id = any(${ids}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.case_id, measuredFrom(row)]))
}

async function putCases(tx: Db, cases: readonly { readonly id: string; readonly now: Measured }[]): Promise<void> {
  if (cases.length === 0) return
  const rows = JSON.stringify(cases.map(({ id, now }) => rowOf(id, now)))
  await sql`insert into value.case
    select * from jsonb_populate_recordset(jsonb_populate_record(null::value.case, jsonb_build_object('council_id', ${bound})), ${rows}::jsonb)
    on conflict (council_id, case_id) do update set finished = excluded.finished, decided = excluded.decided, closed = excluded.closed,
      withdrawn = excluded.withdrawn, touches = excluded.touches, asked = excluded.asked, reopened = excluded.reopened`.execute(tx)
}

function rowOf(
  case_id: string,
  { isMadeUp: made_up, isAsked: asked, isReopened: reopened, ...rest }: Measured,
): Omit<CaseRow, 'council_id'> {
  return { ...rest, case_id, made_up, asked, reopened }
}

function measuredFrom(row: CaseRow): Measured {
  const { council_id: _, case_id: __, made_up: isMadeUp, asked: isAsked, reopened: isReopened, channel, ...rest } = row
  if (!isChannel(channel)) throw new Error(`${channel} is not a channel`)
  return { ...rest, channel, isMadeUp, isAsked, isReopened }
}

/** Where a case stands for the measures; undefined before they have followed it. */
export async function findMeasured(tx: Db, caseId: string): Promise<Measured | undefined> {
  return (await casesNow(tx, [caseId])).get(caseId)
}

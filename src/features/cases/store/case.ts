/** The single place where one case is loaded from its facts and added to. */
import { type Db, sql } from '#store/db.ts'
import type { Fact, NewFact } from '#store/fact.ts'
import type { CouncilStore } from '#store/store.ts'
import { type Case, type CaseFact, caseFrom, readFact } from '../domain/index.ts'
import { putRows, rowOf } from './queue.ts'
import { bound, cases, streamOf } from './tables.ts'
import { putTasks, taskRowsOf } from './task.ts'

/** A case with all its facts, oldest first. */
export type Loaded = { readonly current: Case; readonly facts: readonly CaseFact[] }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function findCase(store: CouncilStore, tx: Db, caseId: string): Promise<Loaded | undefined> {
  if (!uuid.test(caseId)) return undefined
  return loadedFrom(caseId, await store.log.factsOf(tx, streamOf(caseId)))
}

/** The id of the case with this reference. */
export async function findIdByReference(tx: Db, reference: string): Promise<string | undefined> {
  const found = await cases(tx)
    .selectFrom('cases.opened')
    .select('case_id')
    .where('council_id', '=', bound)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return found?.case_id
}

/** Adds facts after the last one known and brings the lists up to date. @throws StaleStream when somebody was faster */
export async function addFacts(
  store: CouncilStore,
  tx: Db,
  { current, facts, added }: Loaded & { added: readonly NewFact[] },
): Promise<Loaded> {
  const written = await store.log.append(tx, { stream: streamOf(current.id), facts: added, expectedSeq: current.seq })
  const all = [...facts, ...written.flatMap((fact) => readFact(fact) ?? [])]
  const next = caseFrom(current.id, all)
  if (!next) throw new Error(`case ${current.id} has facts but none that opened it`)
  await putRows(tx, [rowOf(next)])
  await putTasks(tx, taskRowsOf(next))
  return { current: next, facts: all }
}

function loadedFrom(caseId: string, facts: readonly Fact[]): Loaded | undefined {
  const read = facts.flatMap((fact) => readFact(fact) ?? [])
  const current = caseFrom(caseId, read)
  return current && { current, facts: read }
}

/** Ids of the cases about a person, oldest first. */
export async function idsOfPerson(tx: Db, person: string): Promise<readonly string[]> {
  const rows = await cases(tx)
    .selectFrom('cases.queue')
    .select('case_id')
    .where('council_id', '=', bound)
    .where('person', '=', person)
    .orderBy('opened_at')
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** Ids of all cases, a page after an id. */
export async function allCaseIds(tx: Db, after: string, most: number): Promise<readonly string[]> {
  const rows = await cases(tx)
    .selectFrom('cases.opened')
    .select('case_id')
    .where('council_id', '=', bound)
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(most)
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/** How many cases of a service lie in each area of a kind, by name. */
export async function casesByArea(
  tx: Db,
  { service, kind }: { readonly service: string; readonly kind: 'ward' | 'parish' },
): Promise<readonly { readonly area: string; readonly cases: number }[]> {
  const area = sql.ref<string>(kind)
  return await cases(tx)
    .selectFrom('cases.queue')
    .select([area.as('area'), sql<number>`count(*)::int`.as('cases')])
    .where('council_id', '=', bound)
    .where('service', '=', service)
    .where(area, 'is not', null)
    .groupBy(area)
    .orderBy(area)
    .execute()
}

export async function hasAnyCase(tx: Db): Promise<boolean> {
  const row = await cases(tx).selectFrom('cases.opened').select('case_id').where('council_id', '=', bound).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The single place for what cases hold about people, as whoever keeps the records needs it: to show, to date and to dispose of. */
import type { Retention } from '#core/definition/model/service.ts'
import { type KeptMessage, messagesAbout } from '#features/messages/index.ts'
import { preparedVersion } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { type Channel, type Fact, hasErasedValues } from '#store/fact.ts'
import { isRecord, type Json } from '#store/json.ts'
import { type Case, caseFrom, readFact, sealedOf, type Status, statusOf } from '../domain/index.ts'
import { allCaseIds, findIdByReference, idsOfPerson, putRows, putTasks, rowOf, streamOf, taskRowsOf } from '../store/index.ts'

export { idsOfPerson }

/** A case as retention needs it. Days are those of the United Kingdom. */
export type KeptCase = {
  readonly caseId: string
  readonly reference: string
  readonly service: string
  readonly version: string
  readonly person: string
  readonly status: Status
  readonly submitted: string
  readonly decided?: string
  readonly closed?: string
  /** The classes of the version the case stays with. */
  readonly retention: Readonly<Record<string, Retention>>
}

/** One entry of a case's history, without anybody else's values and without saying which officer it was. */
export type HistoryEntry = {
  readonly kind: string
  readonly at: string
  readonly by: 'person' | 'council'
  readonly channel?: Channel
  readonly data: Json
  readonly values: readonly Json[]
  /** True when some of what it said has been erased. */
  readonly isErased: boolean
}

/** Everything a case holds about its person. */
export type CaseFile = KeptCase & { readonly history: readonly HistoryEntry[]; readonly messages: readonly KeptMessage[] }

/** The cases of these ids; an id that is none is left out. */
export async function keptCases(council: Council, caseIds: readonly string[]): Promise<readonly KeptCase[]> {
  return Promise.all((await folded(council, caseIds)).map(({ current }) => keptCase(council, current)))
}

/** The same with all that was written and sent. */
export async function caseFiles(council: Council, caseIds: readonly string[]): Promise<readonly CaseFile[]> {
  const files: CaseFile[] = []
  for (const { current, facts } of await folded(council, caseIds)) {
    const messages = await council.store.transaction((tx) => messagesAbout(tx, [current.id]))
    const history = facts.map((fact) => entryOf(fact, current.person))
    files.push({ ...(await keptCase(council, current)), history, messages })
  }
  return files
}

/** The case with this reference. */
export function idByReference(council: Council, reference: string): Promise<string | undefined> {
  return council.store.transaction((tx) => findIdByReference(tx, reference))
}

const BATCH = 500

/** Cases in which this email address was given. Every case is opened for it, since no copy of an address lies anywhere else. */
export async function idsByContact(council: Council, email: string): Promise<readonly string[]> {
  const [found, wanted]: [string[], string] = [[], email.trim().toLowerCase()]
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await council.store.transaction((tx) => allCaseIds(tx, after, BATCH))
    for (const { current, facts } of await folded(council, ids)) {
      const read = facts.flatMap((fact) => readFact(fact) ?? [])
      if (sealedOf(read).contact.email?.toLowerCase() === wanted) found.push(current.id)
    }
    const last = ids.at(-1)
    if (last === undefined) return found
    after = last
  }
}

/** What was disposed of in one case; `isLast` when nothing about its person is left there. */
export type Disposal = { readonly caseId: string; readonly classes: readonly string[]; readonly isLast: boolean }

/** Writes down what was disposed of, in the transaction that disposes, and brings the lists up to date. */
export async function recordDisposals(
  { store }: Pick<Council, 'store'>,
  tx: Db,
  { disposals, by, at }: { readonly disposals: readonly Disposal[]; readonly by: string; readonly at: string },
): Promise<void> {
  if (disposals.length === 0) return
  const appends = disposals.map(({ caseId, classes, isLast }) => ({
    stream: streamOf(caseId),
    facts: [{ kind: 'disposed', at, by, data: { classes: [...classes], isLast } }],
  }))
  await store.log.appendEach(tx, appends)
  const facts = await store.log.factsOfEach(
    tx,
    appends.map(({ stream }) => stream),
  )
  const cases = disposals.flatMap(({ caseId }) => foldedFrom(caseId, facts.get(streamOf(caseId)) ?? []))
  await putRows(
    tx,
    cases.map(({ current }) => rowOf(current)),
  )
  await putTasks(
    tx,
    cases.flatMap(({ current }) => taskRowsOf(current)),
  )
}

type Folded = { readonly current: Case; readonly facts: readonly Fact[] }

async function folded({ store }: Council, caseIds: readonly string[]): Promise<readonly Folded[]> {
  if (caseIds.length === 0) return []
  const facts = await store.transaction((tx) => store.log.factsOfEach(tx, caseIds.map(streamOf)))
  return caseIds.flatMap((id) => foldedFrom(id, facts.get(streamOf(id)) ?? []))
}

function foldedFrom(caseId: string, facts: readonly Fact[]): Folded[] {
  const current = caseFrom(
    caseId,
    facts.flatMap((fact) => readFact(fact) ?? []),
  )
  return current ? [{ current, facts }] : []
}

async function keptCase(council: Council, current: Case): Promise<KeptCase> {
  const { id: caseId, reference, service, version, person, openedAt, decision, closedAt } = current
  const prepared = await preparedVersion(council, service, version)
  const status = statusOf(current)
  return {
    ...{ caseId, reference, service, version, person, status, submitted: dayOf(openedAt) },
    ...(decision && { decided: dayOf(decision.at) }),
    ...(closedAt !== undefined && { closed: dayOf(closedAt) }),
    retention: prepared?.definition.service.retention ?? {},
  }
}

/** Ids of officers in what a fact says besides its values. */
const OFFICERS: ReadonlySet<string> = new Set(['to', 'first'])

function entryOf(fact: Fact, person: string): HistoryEntry {
  const own = fact.personal.filter((part) => part.person === person)
  const data: Json = isRecord(fact.data) ? Object.fromEntries(Object.entries(fact.data).filter(([name]) => !OFFICERS.has(name))) : fact.data
  return {
    kind: fact.kind,
    at: fact.at,
    by: fact.by === person ? 'person' : 'council',
    ...(fact.channel === undefined ? {} : { channel: fact.channel }),
    data,
    values: own.flatMap((part) => (part.erased ? [] : [part.value])),
    isErased: hasErasedValues({ ...fact, personal: own }),
  }
}

function dayOf(instant: string): string {
  return dayInLondon(new Date(instant))
}

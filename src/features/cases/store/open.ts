/** The single place where submissions are written, many in one commit. */
import { type Message, sendEach } from '#features/messages/index.ts'
import { type Db, sql } from '#store/db.ts'
import type { NewFact } from '#store/fact.ts'
import type { Group, Grouped } from '#store/group.ts'
import { type NewQueueRow, putRows } from './queue.ts'
import { bound, cases, streamOf } from './tables.ts'
import { type NewTaskRow, putTasks } from './task.ts'

/** What is written for one submission under one reference. */
export type Opening = {
  readonly fact: NewFact
  readonly row: NewQueueRow
  readonly messages: readonly Message[]
  readonly tasks: readonly NewTaskRow[]
}

/** A submission ready to be written. `once` is the digest of what may be sent only once to its service. */
export type OpenRequest = {
  readonly caseId: string
  readonly service: string
  readonly once: Buffer | undefined
  /** The reference of the nth try: a reference that another case has is passed over. */
  readonly referenceAt: (attempt: number) => string
  readonly openingFor: (reference: string) => Opening
}

export type OpenResult = { readonly reference: string; readonly isNew: boolean } | { readonly refused: 'sent-before' }

/** Two tries would do for a million cases; a hundred means that something is broken. */
const MOST_TRIES = 100

export const openCases: Grouped<OpenRequest, OpenResult> = {
  name: 'cases-open',
  write: async (group, items) => {
    const requests = [...new Map(items.map((item) => [item.caseId, item])).values()]
    const refused = await claimOnce(group.tx, requests)
    const { taken, fresh } = await takeReferences(
      group.tx,
      requests.filter(({ caseId }) => !refused.has(caseId)),
    )
    await writeNew(
      group,
      requests.flatMap((request) => (fresh.has(request.caseId) ? [request.openingFor(taken.get(request.caseId) ?? '')] : [])),
    )
    return items.map(({ caseId }) => {
      const reference = taken.get(caseId)
      return reference === undefined ? { refused: 'sent-before' } : { reference, isNew: fresh.has(caseId) }
    })
  },
}

/** The cases whose thing that may be sent only once had been sent by another. */
async function claimOnce(tx: Db, requests: readonly OpenRequest[]): Promise<ReadonlySet<string>> {
  const claims = requests.filter(({ once }) => once !== undefined)
  if (claims.length === 0) return new Set()
  const columns = [claims.map(({ service }) => service), claims.map(({ once }) => once), claims.map(({ caseId }) => caseId)] as const
  const asked = sql`unnest(${columns[0]}::text[], ${columns[1]}::bytea[], ${columns[2]}::uuid[]) as asked(service, key, case_id)`
  const { rows: claimed } = await sql<{ case_id: string }>`insert into cases.once (council_id, service, key, case_id)
    select ${bound}, asked.* from ${asked} on conflict do nothing returning case_id`.execute(tx)
  if (claimed.length === claims.length) return new Set()
  const { rows } = await sql<{ case_id: string }>`select asked.case_id from ${asked} cross join lateral (
      select case_id from cases.once where council_id = ${bound} and service = asked.service and key = asked.key
    ) held where held.case_id <> asked.case_id`.execute(tx)
  return new Set(rows.map((row) => row.case_id))
}

/** Gives each case its reference: the one it has, or the first free of those it may have. `fresh` are the cases opened now. */
async function takeReferences(tx: Db, requests: readonly OpenRequest[]) {
  const taken = new Map<string, string>()
  const fresh = new Set<string>()
  let waiting = requests
  for (let attempt = 0; waiting.length > 0; attempt += 1) {
    if (attempt === MOST_TRIES) throw new Error(`no free reference after ${MOST_TRIES} tries`)
    const rows = await takeOnce(tx, waiting, attempt)
    for (const { case_id, reference, is_new } of rows) {
      taken.set(case_id, reference)
      if (is_new) fresh.add(case_id)
    }
    waiting = waiting.filter(({ caseId }) => !taken.has(caseId))
  }
  return { taken, fresh }
}

async function takeOnce(tx: Db, requests: readonly OpenRequest[], attempt: number) {
  const ids = requests.map(({ caseId }) => caseId)
  const references = requests.map(({ referenceAt }) => referenceAt(attempt))
  const added = await sql<{ case_id: string; reference: string }>`insert into cases.opened (council_id, case_id, reference)
    select ${bound}, * from unnest(${ids}::uuid[], ${references}::text[]) on conflict do nothing returning case_id, reference`.execute(tx)
  const fresh = added.rows.map((row) => ({ ...row, is_new: true }))
  if (fresh.length === requests.length) return fresh
  const known = new Set(fresh.map((row) => row.case_id))
  const others = ids.filter((id) => !known.has(id))
  const before = await cases(tx)
    .selectFrom('cases.opened')
    .select(['case_id', 'reference'])
    .where('council_id', '=', bound)
    .where('case_id', 'in', others)
    .execute()
  return [...fresh, ...before.map((row) => ({ ...row, is_new: false }))]
}

async function writeNew(group: Group, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return
  const appends = openings.map(({ fact, row }) => ({ stream: streamOf(row.case_id), facts: [fact], expectedSeq: 0 }))
  const rows = openings.map(({ row }) => row)
  const messages = openings.flatMap((opening) => opening.messages)
  const tasks = openings.flatMap((opening) => opening.tasks)
  await together([
    group.log.appendEach(group.tx, appends),
    putRows(group.tx, rows),
    ...(messages.length > 0 ? [sendEach(group.tx, messages)] : []),
    ...(tasks.length > 0 ? [putTasks(group.tx, tasks)] : []),
  ])
}

/** Waits for what was sent together, at the cost of one round trip. The first that failed is the error, not those it made fail. */
async function together(writes: readonly Promise<unknown>[]): Promise<void> {
  for (const write of await Promise.allSettled(writes)) if (write.status === 'rejected') throw write.reason
}

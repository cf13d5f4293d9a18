/** The single place that disposes of what is past its time, legal holds honoured. */
import { type Disposal, keptCases, nationOf, recordDisposals } from '#features/cases/index.ts'
import { disposeDrafts, disposeEqualityAnswers, type Spared } from '#features/journeys/index.ts'
import { disposeSuggestions } from '#features/proposals/index.ts'
import { keptClasses } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { eraseKeys, findKeys, holdsInForce, type KeptKey } from '#store/erasure.ts'
import { type Disposed, type Due, latestStart } from '../domain/index.ts'
import { caseIdOf, goesOn } from './held.ts'

export type DisposeOptions = {
  /** ISO instant. */
  readonly at: string
  readonly isDryRun?: boolean
  /** Hears the number of cases' classes found so far. */
  readonly onProgress?: (found: number) => void
}

const itself = 'retention'

/** Erases the keys of all that is past its time, lets every list forget it and says so in each case's history. Doing it twice is doing it once. */
export async function dispose(council: Council, { at, isDryRun = false, onProgress = () => undefined }: DisposeOptions): Promise<Disposed> {
  const today = dayInLondon(new Date(at))
  const due: Due[] = []
  for await (const batch of dueKeys(council, today)) {
    due.push(...batch.map(({ key: _key, ...one }) => one))
    onProgress(due.length)
    const free = batch.filter(({ isHeld }) => !isHeld).map(({ key }) => key)
    if (!isDryRun && free.length > 0) await eraseDue(council, free, at)
  }
  const spared = await sparedBy(council)
  const going = { at, today, nation: nationOf(council.settings['bank-holidays']), isDryRun }
  const drafts = await disposeDrafts(council, going, spared)
  const equalityAnswers = await disposeEqualityAnswers(council, going, spared)
  const suggestions = await disposeSuggestions(council, going)
  return { due, drafts, equalityAnswers, suggestions }
}

async function eraseDue(council: Council, keys: readonly KeptKey[], at: string): Promise<void> {
  const { store } = council
  await eraseKeys(store, store.keys, {
    ...{ keys, by: itself, at, reason: 'its time was over', projections: store.projections },
    also: async (tx, gone) => recordDisposals(council, tx, { disposals: await disposalsOf(tx, gone), by: itself, at }),
  })
}

/** What erasing these keys meant for each case; to be asked in the same transaction. */
export async function disposalsOf(tx: Db, erased: readonly KeptKey[]): Promise<readonly Disposal[]> {
  const disposals: Disposal[] = []
  for (const [stream, keys] of Map.groupBy(erased, (key) => key.stream)) {
    const caseId = caseIdOf(stream)
    if (caseId === undefined) continue
    const isLast = (await findKeys(tx, { stream })).length === 0
    disposals.push({ caseId, classes: keys.map(({ retention }) => retention), isLast })
  }
  return disposals
}

type DueKey = Due & { readonly key: KeptKey }

const BATCH = 200

/** Everything past its time, some keys at a time. Only cases old enough for the shortest time of a class are opened. */
async function* dueKeys(council: Council, today: string): AsyncGenerator<readonly DueKey[]> {
  for (const [retention, before] of await candidates(council, today)) {
    for (let after: string | undefined; ; ) {
      const filter = { retention, before, ...(after === undefined ? {} : { after }) }
      const keys = await council.store.transaction((tx) => findKeys(tx, filter))
      for (let from = 0; from < keys.length; from += BATCH) {
        const due = await dueAmong(council, keys.slice(from, from + BATCH), today)
        if (due.length > 0) yield due
      }
      after = keys.at(-1)?.id
      if (after === undefined) break
    }
  }
}

/** For each class ever used, the instant before which a case must have begun to be due at all. */
async function candidates({ store }: Council, today: string): Promise<ReadonlyMap<string, string>> {
  const latest = new Map<string, string>()
  for (const { name, keep } of await store.transaction(keptClasses)) {
    const start = latestStart(keep, today)
    const known = latest.get(name)
    if (start !== undefined && (known === undefined || known < start)) latest.set(name, start)
  }
  return new Map([...latest].map(([name, start]) => [name, `${start}T23:59:59.999Z`]))
}

async function dueAmong(council: Council, keys: readonly KeptKey[], today: string): Promise<readonly DueKey[]> {
  const ids = [...new Set(keys.flatMap(({ stream }) => caseIdOf(stream) ?? []))]
  const cases = new Map((await keptCases(council, ids)).map((kept) => [`case/${kept.caseId}`, kept]))
  return keys.flatMap((key) => {
    const kept = cases.get(key.stream)
    const day = kept && goesOn(council, kept, key.retention)
    if (!kept || day === undefined || day > today) return []
    const { reference, service } = kept
    return [{ key, reference, service, retention: key.retention, goesOn: day, isHeld: key.isHeld }]
  })
}

async function sparedBy({ store }: Council): Promise<Spared> {
  const holds = await store.transaction(holdsInForce)
  if (holds.some(({ stream, person }) => stream === null && person === null)) return 'all'
  return holds.flatMap(({ person }) => person ?? [])
}

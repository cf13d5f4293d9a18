/** The single place for what journeys hold about people, as whoever keeps the records needs it: to show, to date and to dispose of. */
import type { Definition } from '#core/definition/index.ts'
import { type Nation } from '#core/value/bank-holidays.ts'
import { addDuration, parseDuration } from '#core/value/duration.ts'
import { preparedVersion } from '#features/services/index.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import type { Json } from '#store/json.ts'
import { idleDays, oldestKept, placeOf, sentDays } from '../domain/index.ts'
import {
  countOldDrafts,
  deleteDraftsOf,
  deleteEqualityMonth,
  deleteOldDrafts,
  type EqualityMonth,
  equalityMonths,
  keptDraftsOf,
} from '../store/index.ts'

/** Something a person has begun, or just sent: then its answers are gone. */
export type DraftFile = {
  readonly service: string
  readonly version: string
  readonly channel: string
  readonly savedAt: string
  readonly reference: string | null
  readonly answers: Json | null
}

/** What a person has begun and not sent. */
export async function draftsOf({ store }: Pick<Council, 'store'>, tx: Db, person: string): Promise<readonly DraftFile[]> {
  return (await keptDraftsOf(tx, person)).map(({ id, sealed, ...draft }) => ({
    ...draft,
    answers: sealed === null ? null : (store.sealer.open(sealed, placeOf(id)) ?? null),
  }))
}

/** Erases what a person has begun; answers how much it was. */
export function eraseDrafts(tx: Db, person: string): Promise<number> {
  return deleteDraftsOf(tx, person)
}

/** What a legal hold spares: everything, or what belongs to these persons. */
export type Spared = 'all' | readonly string[]

/** When something goes, and whether it only is to be counted. */
export type Going = { readonly at: string; readonly today: string; readonly nation: Nation; readonly isDryRun: boolean }

/** Deletes drafts nobody came back to; answers how many. */
export function disposeDrafts({ store }: Pick<Council, 'store'>, { at, isDryRun }: Going, spared: Spared): Promise<number> {
  if (spared === 'all') return Promise.resolve(0)
  const before = { unfinished: oldestKept(at, idleDays), sent: oldestKept(at, sentDays) }
  return store.transaction((tx) => (isDryRun ? countOldDrafts(tx, before, spared) : deleteOldDrafts(tx, before, spared)))
}

/** Deletes equality answers whose own time is over, counted from the first of the month after they were given; answers how many. */
export async function disposeEqualityAnswers(council: Council, { today, nation, isDryRun }: Going, spared: Spared): Promise<number> {
  if (spared === 'all') return 0
  let count = 0
  for (const row of await council.store.transaction(equalityMonths)) {
    const until = await keptUntil(council, row, nation)
    if (until === undefined || until > today) continue
    count += row.answers
    if (!isDryRun) await council.store.transaction((tx) => deleteEqualityMonth(tx, row))
  }
  return count
}

async function keptUntil(council: Council, { service, version, month }: EqualityMonth, nation: Nation): Promise<string | undefined> {
  const prepared = await preparedVersion(council, service, version)
  const after = addDuration(month, { unit: 'months', count: 1 }, nation)
  const kept = prepared && after ? lengthsOf(prepared.definition).flatMap((length) => addDuration(after, length, nation) ?? []) : []
  return kept.sort().at(-1)
}

function lengthsOf({ equality }: Definition) {
  return Object.values(equality?.block.retention ?? {}).flatMap(({ keep }) => parseDuration(keep) ?? [])
}

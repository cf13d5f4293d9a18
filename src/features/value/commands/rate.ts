/** The single place where somebody says how it was: once for each case and moment, with nothing kept that leads back to them. */
import { createHash } from 'node:crypto'
import { idByReference, parseReference } from '#features/cases/index.ts'
import type { Council } from '#http/council.ts'
import { catchUp } from '#store/follow.ts'
import { isRecord } from '#store/json.ts'
import { leastShown, type Measured } from '../domain/index.ts'
import { addRating, applyCounts, casesProjection, countsStreamOf, findMeasured, isRated, markRated, takeRatings } from '../store/index.ts'

export const moments = ['sent', 'decided'] as const
export type Moment = (typeof moments)[number]

export function isMoment(text: string): text is Moment {
  return moments.some((moment) => moment === text)
}

/** What may be rated: a case at a moment. */
export type Rateable = { readonly caseId: string; readonly moment: Moment }

const place = 'value/how-was-it'

/** The key by which whoever holds it may rate; sealed, so that it cannot be made up and says nothing to whoever reads it. */
export function keyFor({ store }: Pick<Council, 'store'>, { caseId, moment }: Rateable): string {
  return store.sealer.seal({ caseId, moment }, place).toString('base64url')
}

/** What a key is for; undefined for anything that is no key of this council. */
export function openKey({ store }: Pick<Council, 'store'>, key: string): Rateable | undefined {
  const opened = store.sealer.open(Buffer.from(key, 'base64url'), place)
  if (!isRecord(opened)) return undefined
  const { caseId, moment } = opened
  return typeof caseId === 'string' && typeof moment === 'string' && isMoment(moment) ? { caseId, moment } : undefined
}

/** What a reference is the case of, for a moment. */
export async function findRateable(
  council: Council,
  { reference, moment }: { reference: string; moment: Moment },
): Promise<Rateable | undefined> {
  const parsed = parseReference(reference)
  const caseId = parsed && (await idByReference(council, parsed))
  return caseId ? { caseId, moment } : undefined
}

/** The case behind it, when it can be rated at that moment; `rated` when it was before. */
export async function rateableCase(council: Council, rateable: Rateable): Promise<Measured | 'rated' | undefined> {
  const find = () => council.store.transaction((tx) => findMeasured(tx, rateable.caseId))
  let measured = await find()
  if (!measured || (rateable.moment === 'decided' && measured.finished === null)) {
    // Counting follows a little later than what happened, and people are asked at once.
    await catchUp(council.store, casesProjection)
    measured = await find()
  }
  if (!measured || (rateable.moment === 'decided' && measured.finished === null)) return undefined
  return (await council.store.transaction((tx) => isRated(tx, markOf(council, rateable)))) ? 'rated' : measured
}

/** Points are from 1, very poor, to 5, very good. */
export type Rating = Rateable & { readonly points: number; readonly at: string; readonly today: string }

/**
 * Counts a rating; `rated` when there was one before. Two transactions, so that nothing in the database leads from the one who rated to the
 * points. Ratings go into the log at least ten together: fewer would show what a single person gave.
 */
export async function rate(council: Council, rating: Rating): Promise<'done' | 'rated' | 'unknown'> {
  const measured = await rateableCase(council, rating)
  if (measured === undefined) return 'unknown'
  const { store } = council
  if (measured === 'rated' || !(await store.transaction((tx) => markRated(tx, markOf(council, rating))))) return 'rated'
  const { moment, points, at, today } = rating
  const { service, version, channel } = measured
  await store.transaction(async (tx) => {
    const waiting = await addRating(tx, service, { moment, points, version, channel, month: today.slice(0, 7) })
    if (waiting < leastShown) return
    const data = { cells: [...(await takeRatings(tx, service))] }
    await applyCounts(
      tx,
      await store.log.append(tx, { stream: countsStreamOf(service), facts: [{ kind: 'ratings-counted', at, by: itself, data }] }),
    )
  })
  return 'done'
}

/** Who writes what nobody in particular did. */
export const itself = 'folkmoot'

function markOf({ id }: Pick<Council, 'id'>, { caseId, moment }: Rateable): Buffer {
  return createHash('sha256').update(`rated ${id} ${caseId} ${moment}`).digest()
}

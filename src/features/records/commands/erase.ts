/** The single place that erases what is held about a person because they asked (UK GDPR, article 17). */
import { nationOf, recordDisposals } from '#features/cases/index.ts'
import { eraseAccount } from '#features/people/index.ts'
import { draftsOf, eraseDrafts } from '#features/journeys/index.ts'
import { eraseBackings } from '#features/proposals/index.ts'
import type { Council } from '#http/council.ts'
import type { Db } from '#store/db.ts'
import { eraseKeys, findKeys, type KeptKey } from '#store/erasure.ts'
import { newId } from '#store/uuid.ts'
import { type Answer, answered, asked, type Doing, type Erased, type HeldAbout, type Kept } from '../domain/index.ts'
import { addToRequest, requestsOf } from '../store.ts'
import { disposalsOf } from './dispose.ts'
import { caseIdOf, heldAbout } from './held.ts'

/** `reason`: why it is erased. `lawKeeps`: the cases that must stay (article 17(3)), with `because`: the duty. Neither says anything about the person. */
export type ErasureOrder = {
  readonly person: string
  readonly by: string
  /** ISO instant, and the day it is in the United Kingdom. */
  readonly at: string
  readonly today: string
  readonly reason: string
  readonly lawKeeps?: readonly string[]
  readonly because?: string
  readonly isDryRun?: boolean
}

/** Erases all but what a hold or a duty keeps, lets every list forget it, and writes the request down without saying whose it was. */
export async function erasePerson(council: Council, order: ErasureOrder): Promise<Erased> {
  const plan = await planOf(council, order)
  if (order.isDryRun === true) return plan.outcome
  const { store } = council
  const { erased } = await eraseKeys(store, store.keys, {
    keys: plan.keys,
    by: order.by,
    at: order.at,
    reason: order.reason,
    projections: store.projections,
    also: async (tx, gone) => {
      await recordDisposals(council, tx, { disposals: await disposalsOf(tx, gone), by: order.by, at: order.at })
      if (plan.isFree) await eraseDrafts(tx, order.person)
      if (plan.isFree) await eraseBackings(council, tx, { person: order.person, at: order.at })
      if (plan.isFree) await eraseAccount(tx, order.person)
      await writeDown(council, tx, { order, outcome: { ...plan.outcome, keys: gone.length } })
    },
  })
  return { ...plan.outcome, keys: erased.length }
}

type Plan = { readonly keys: readonly KeptKey[]; readonly isFree: boolean; readonly outcome: Erased }

async function planOf(council: Council, order: ErasureOrder): Promise<Plan> {
  const { person, lawKeeps = [] } = order
  const held = await heldAbout(council, person)
  const isFree = !held.holds.some(({ stream }) => stream === null)
  const all = await council.store.transaction((tx) => findKeys(tx, { person }))
  const byLaw = new Set(
    held.cases.filter(({ caseId, reference }) => lawKeeps.some((id) => id === caseId || id === reference)).map(({ caseId }) => caseId),
  )
  const keys = all.filter(({ isHeld, stream }) => !isHeld && !byLaw.has(caseIdOf(stream) ?? ''))
  const streams = new Set(keys.map(({ stream }) => stream))
  const drafts = isFree ? (await council.store.transaction((tx) => draftsOf(council, tx, person))).length : 0
  const cases = held.cases.filter(({ caseId }) => streams.has(`case/${caseId}`)).map(({ reference }) => reference)
  const account = isFree && held.account === 'own'
  return { keys, isFree, outcome: { cases, keys: keys.length, drafts, account, kept: keptOf(held, { isFree, byLaw, order }) } }
}

function keptOf(
  held: HeldAbout,
  { isFree, byLaw, order }: { isFree: boolean; byLaw: ReadonlySet<string>; order: ErasureOrder },
): readonly Kept[] {
  const cases = held.cases.flatMap(({ caseId, reference, classes }): Kept[] => {
    if (classes.some(({ isHeld }) => isHeld)) return [{ what: reference, why: holdReason(held, caseId) }]
    return byLaw.has(caseId) ? [{ what: reference, why: order.because ?? 'law' }] : []
  })
  const drafts = !isFree && held.drafts.length > 0 ? [{ what: 'drafts', why: holdReason(held) }] : []
  const account = held.account === 'works-here' ? [{ what: 'account', why: 'works-here' }] : []
  const heldAccount = held.account === 'own' && !isFree ? [{ what: 'account', why: holdReason(held) }] : []
  return [...cases, ...drafts, ...account, ...heldAccount]
}

function holdReason({ holds }: HeldAbout, caseId?: string): string {
  const found = holds.find(({ stream }) => stream === null || stream === `case/${caseId ?? ''}`)
  return `hold: ${found?.reason ?? 'legal hold'}`
}

/** Answers the open request of this person, or one that came today. */
async function writeDown(council: Council, tx: Db, { order, outcome }: { order: ErasureOrder; outcome: Erased }): Promise<void> {
  const { person, at, by, today, reason } = order
  const doing: Doing = { at, by }
  const open = (await requestsOf(tx, person)).find(({ about, answer }) => about === 'erasure' && !answer)
  const id = open?.id ?? newId()
  const nation = nationOf(council.settings['bank-holidays'])
  if (!open) await addToRequest(council.store, tx, { id, fact: asked(doing, { about: 'erasure', person, receivedOn: today, nation }) })
  const isRefused = outcome.keys === 0 && outcome.drafts === 0 && !outcome.account && outcome.kept.length > 0
  const answer: Answer = { how: isRefused ? 'refused' : 'erased', on: today, reason, erased: outcome.keys, kept: [...outcome.kept] }
  await addToRequest(council.store, tx, { id, fact: answered(doing, answer) })
}

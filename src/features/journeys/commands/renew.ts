/** The single place where a reminder to renew leads to a new journey that begins with what was said before. */
import { findRenewing, type Proof, type Renewed, type Renewing, takeRenewal } from '#features/cases/index.ts'
import { isSignedIn, isStaff } from '#http/actor.ts'
import type { Ctx } from '#http/route.ts'
import { carriedPlaceOf } from '../domain/index.ts'
import { deleteDraft, draftOf, keepCarried } from '../store/index.ts'
import { byBrowser, findJourneyOf, saveAnswers, withWalk } from './journey.ts'

/** What the link is about; undefined when it no longer works. */
export function findRenewal({ council, today, lang }: Ctx, secret: string): Promise<Renewing | undefined> {
  return findRenewing(council, { secret, today, lang })
}

/** Whoever is signed in shows it by that; everybody else by what they gave as their email address or telephone number. */
export function isKnownPerson({ actor }: Ctx): boolean {
  return isSignedIn(actor) && !isStaff(actor)
}

/**
 * Begins a journey with the carried answers, in place of what this browser had of the service; answers its service, or undefined when the
 * case is not theirs. Carried answers are only shown: each counts once its page is sent.
 */
export async function beginRenewal(ctx: Ctx, { secret, contact }: { secret: string; contact: string }): Promise<string | undefined> {
  const { council, today, actor } = ctx
  const proofs: readonly Proof[] = [...(isKnownPerson(ctx) ? [{ person: actor.id }] : []), { contact }]
  for (const proof of proofs) {
    const renewed = await takeRenewal(council, { secret, today, proof })
    if (renewed) return await begin(ctx, renewed)
  }
  return undefined
}

async function begin(ctx: Ctx, { service, of, answers, person }: Renewed): Promise<string | undefined> {
  const { store } = ctx.council
  const holder = byBrowser.holder(ctx)
  await store.transaction((tx) => deleteDraft(tx, { holder, service }))
  const journey = await findJourneyOf(ctx, byBrowser, service)
  if (!journey) return undefined
  const fresh = { ...withWalk(ctx, journey, {}), draft: undefined, wasExit: false, frontBefore: undefined, endedBefore: undefined }
  const isSaved = await saveAnswers(ctx, fresh, { beginning: { channel: 'web', lang: ctx.lang, person } })
  const draft = isSaved ? await store.ask(draftOf, { holder, service }) : undefined
  if (!draft) throw new Error('a renewal was begun twice in the same moment')
  const sealed = store.sealer.seal({ of, answers }, carriedPlaceOf(draft.id))
  await store.transaction((tx) => keepCarried(tx, { draftId: draft.id, sealed }))
  return service
}

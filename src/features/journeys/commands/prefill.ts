/** The single place where a journey is filled in with answers known beforehand, and sent, for a demonstration that shows people around. */
import { readFileAnswers } from '#core/journey/index.ts'
import type { Ctx } from '#http/route.ts'
import { findCheck } from '../domain/index.ts'
import { byBrowser, findJourney, saveAnswers, withWalk } from './journey.ts'
import { submit } from './submit.ts'

/**
 * Saves the answers as this browser's draft of the service in the address; `given` is as in a file of answers, and what does not fit is left
 * out. False when the council has no such service.
 */
export async function prefill(ctx: Ctx, given: unknown): Promise<boolean> {
  const journey = await findJourney(ctx, byBrowser)
  if (!journey) return false
  return await saveAnswers(ctx, withWalk(ctx, journey, readFileAnswers(journey.prepared, given).answers))
}

/** Sends this browser's draft of the service in the address. True as well when it was sent before; false when there is none that is complete. */
export async function sendFilledIn(ctx: Ctx): Promise<boolean> {
  const journey = await findJourney(ctx, byBrowser)
  if (!journey?.draft) return false
  if (journey.draft.reference !== undefined) return true
  return findCheck(journey).at === 'check' && 'reference' in (await submit(ctx, journey, journey.draft))
}

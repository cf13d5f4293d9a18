/** The single place where a finished journey becomes a case. */
import { evaluate } from '#core/journey/index.ts'
import { type Opened, openCase, recordRenewal } from '#features/cases/index.ts'
import { isSignedIn } from '#http/actor.ts'
import type { Ctx } from '#http/route.ts'
import type { Draft } from '../domain/index.ts'
import { markSent } from '../store/index.ts'
import type { Journey } from './journey.ts'

/**
 * Opens the case, then takes the answers out of the draft. When this stops in between, sending again finds the same case: both have the
 * draft's id. To be called only when the walk is done.
 */
export async function submit(ctx: Ctx, { prepared, walked }: Journey, draft: Draft): Promise<Opened> {
  const { actor, now, today, origin } = ctx
  const opened = await openCase(ctx.council, {
    caseId: draft.id,
    prepared,
    channel: draft.channel,
    by: draft.helper ?? draft.person,
    helper: draft.helper,
    person: draft.person,
    lang: draft.lang,
    answers: walked.relevant,
    evaluation: evaluate(prepared, walked.relevant, today),
    email: draft.helper === undefined && isSignedIn(actor) ? actor.email : undefined,
    at: now,
    today,
    origin,
    renews: draft.carried?.of,
  })
  if ('reference' in opened && draft.carried) {
    const by = { id: draft.id, reference: opened.reference }
    await recordRenewal(ctx.council, { at: now, today }, { of: draft.carried.of.id, by })
  }
  if ('reference' in opened) await ctx.council.store.tell(markSent, { id: draft.id, reference: opened.reference, day: today })
  return opened
}

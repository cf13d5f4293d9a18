/** The single place where a member of staff begins to type for somebody, or gives up. */
import type { Language } from '#core/definition/index.ts'
import type { Ctx } from '#http/route.ts'
import { newId } from '#store/uuid.ts'
import type { DraftChannel } from '../domain/index.ts'
import { deleteDraft } from '../store/index.ts'
import { byStaff, type Journey, saveAnswers, withWalk } from './journey.ts'

/** How somebody reached us, and the language they want. */
type Reached = { readonly channel: DraftChannel; readonly lang: Language }

/** Begins a draft for somebody else, in place of one that is unfinished. */
export async function beginEntry(ctx: Ctx, journey: Journey, { channel, lang }: Reached): Promise<void> {
  const { service } = journey
  if (journey.draft) await ctx.council.store.transaction((tx) => deleteDraft(tx, { holder: byStaff.holder(ctx), service }))
  const fresh: Journey = { ...withWalk(ctx, journey, {}), draft: undefined, wasExit: false, frontBefore: undefined, endedBefore: undefined }
  const isSaved = await saveAnswers(ctx, fresh, { beginning: { channel, lang, helper: ctx.actor.id, person: newId() } })
  if (!isSaved) throw new Error('a draft was begun twice in the same moment')
}

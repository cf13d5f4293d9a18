/** The route that says what the checks find in an edit as somebody types it. Nothing of any case is in it, so whoever may change the suggestion may ask. */
import { type Reply, page, problem } from '#http/reply.ts'
import { Limit } from '#http/limit.ts'
import type { Ctx, Route } from '#http/route.ts'
import type { CouncilStore } from '#store/store.ts'
import { draft, lookThrough } from '../commands/change.ts'
import { lacksWords, readEdit, withExamples } from '../domain/index.ts'
import { checksPart } from '../views/checks.ts'
import { editWordsFor } from '../words/index.ts'
import { reasonIn, toldOf, typedIn, withTarget } from './changing.ts'

export const checksRoutes: readonly Route[] = [
  { method: 'POST', path: '/suggestions/:id/change/:edit/checks', may: 'proposals.back', audit: 'change-checked', handle: showChecks },
]

/** As many in a minute as somebody types with pauses: one person cannot keep the checks from all others. */
const mostInMinute = 60
const limits = new WeakMap<CouncilStore, Limit>()

/** The part of the page alone, for a script. */
async function showChecks(ctx: Ctx): Promise<Reply> {
  const { council, actor, now, lang } = ctx
  const limit = limits.get(council.store) ?? new Limit({ tries: mostInMinute, windowSeconds: 60 })
  limits.set(council.store, limit)
  if (limit.isOver(actor.id, Date.parse(now))) return problem('too-many', { headers: { 'retry-after': '60' } })
  const typed = typedIn(ctx)
  return withTarget(ctx, async ({ workshop, ground, proposal }, target) => {
    const view = { workshop, target }
    const amendment = lacksWords(workshop.now, target, typed) ? undefined : readEdit(workshop.now, target, typed)
    if (!amendment) return page(checksPart({ ...view, why: editWordsFor(lang).nothing }))
    const drafting = await draft(ground, amendment)
    if (!('after' in drafting)) return page(checksPart({ ...view, why: reasonIn(ctx, toldOf(ctx, drafting, '')) }))
    const { after, fitted } = drafting
    const companions = withExamples(ground.companions, fitted)
    const { faults, checks } = await lookThrough(council, ground, { service: proposal.service, lang, now, after, companions })
    return page(checksPart({ ...view, checks, why: faults.map(({ message, help }) => `${message} ${help}`).join(' ') }))
  })
}

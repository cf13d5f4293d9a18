/** The routes that show what an edit would do to the latest past cases: as somebody types it, or with a button. For officers only, since figures of many edits tell people apart. */
import { problem, page, type Reply } from '#http/reply.ts'
import { Limit } from '#http/limit.ts'
import type { Ctx, Route } from '#http/route.ts'
import type { CouncilStore } from '#store/store.ts'
import { effectOf } from '../commands/live.ts'
import { lacksWords, readEdit } from '../domain/index.ts'
import { effectId, effectPart } from '../views/effect.ts'
import { editWordsFor } from '../words/index.ts'
import { ask, reasonIn, showEdit, toldOf, typedIn, withTarget } from './changing.ts'

export const effectRoutes: readonly Route[] = [
  { method: 'GET', path: '/suggestions/:id/change/:edit/effect', may: 'replay.read', audit: 'change-begun', handle: ask },
  { method: 'POST', path: '/suggestions/:id/change/:edit/effect', may: 'replay.read', audit: 'effect-looked-at', handle: showEffect },
]

/** The part of the page alone where a script asks. */
async function showEffect(ctx: Ctx): Promise<Reply> {
  const { council, actor, now, today, lang, form } = ctx
  if (limitOf(council.store).isOver(actor.id, Date.parse(now))) return problem('too-many', { headers: { 'retry-after': '60' } })
  const typed = typedIn(ctx)
  return withTarget(ctx, async ({ workshop, ground, proposal }, target) => {
    const amendment = lacksWords(workshop.now, target, typed) ? undefined : readEdit(workshop.now, target, typed)
    const came = amendment ? await effectOf(council, { proposal, ground, amendment, today, lang }) : ({ nothing: true } as const)
    const view = { workshop, target, typed }
    if (form.get('only') !== effectId)
      return showEdit(ctx, { ...view, ...('said' in came ? { effect: came } : toldOf(ctx, came, '')) }, editWordsFor(lang).effect)
    const part = effectPart({ ...view, effect: 'said' in came ? came : { said: reasonIn(ctx, toldOf(ctx, came, '')) } })
    return part ? page(part) : problem('not-found')
  })
}

/** As many in a minute as the quickest typist needs: one person cannot keep the database from all others. */
const mostInMinute = 120
const limits = new WeakMap<CouncilStore, Limit>()

function limitOf(store: CouncilStore): Limit {
  const limit = limits.get(store) ?? new Limit({ tries: mostInMinute, windowSeconds: 60 })
  limits.set(store, limit)
  return limit
}

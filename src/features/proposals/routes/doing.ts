/** The routes by which one person does something to a suggested change: backs it, takes it back, appeals. */
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { back } from '../commands/back.ts'
import { appeal, withdraw } from '../commands/moderate.ts'
import { findStanding } from '../commands/read.ts'

export const doingRoutes: readonly Route[] = [
  { method: 'POST', path: '/suggestions/:id/back', may: 'proposals.back', audit: 'suggestion-backed', handle: backIt },
  { method: 'POST', path: '/suggestions/:id/take-back', may: 'proposals.back', audit: 'backing-taken-back', handle: takeBack },
  { method: 'POST', path: '/suggestions/:id/withdraw', may: 'proposals.back', audit: 'suggestion-withdrawn', handle: withdrawIt },
  { method: 'POST', path: '/suggestions/:id/appeal', may: 'proposals.back', audit: 'hiding-appealed', handle: appealIt },
]

const wordingShape = /^sha256:[0-9a-f]{64}$/

function backIt(ctx: Ctx): Promise<Reply> {
  const wording = ctx.form.get('wording')
  return withOne(ctx, async (id) => {
    if (!wordingShape.test(wording)) return problem('bad-request')
    const done = await back(ctx, id, wording)
    return to(ctx, id, done === 'changed' ? 'changed' : 'backed')
  })
}

function takeBack(ctx: Ctx): Promise<Reply> {
  return withOne(ctx, async (id) => {
    await back(ctx, id, null)
    return to(ctx, id, 'taken')
  })
}

function withdrawIt(ctx: Ctx): Promise<Reply> {
  return withOne(ctx, async (id) => {
    const { actor, now: at } = ctx
    const saved = await withdraw(ctx.council, id, { actor, at })
    return 'refused' in saved && saved.refused === 'not-yours' ? problem('not-allowed') : to(ctx, id)
  })
}

function appealIt(ctx: Ctx): Promise<Reply> {
  return withOne(ctx, async (id) => {
    const { actor, now: at } = ctx
    const saved = await appeal(ctx.council, id, { actor, at, text: ctx.form.get('text') })
    if ('refused' in saved) return saved.refused === 'not-yours' ? problem('not-allowed') : to(ctx, id)
    return to(ctx, id, 'appealed')
  })
}

function to({ lang }: Ctx, id: string, done?: string): Reply {
  return seeOther(path(lang, `/suggestions/${id}${done === undefined ? '' : `?done=${done}`}`))
}

async function withOne(ctx: Ctx, work: (id: string) => Promise<Reply>): Promise<Reply> {
  const id = param(ctx, 'id')
  return (await findStanding(ctx.council, id)) ? await work(id) : problem('not-found')
}

/** The routes on which the accountable director sets a gate aside for a while. */
import { dateFrom } from '#core/value/calendar-date.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import type { Published } from '../catalogue.ts'
import { sponsorRole } from '../commands/history.ts'
import { waiveGate } from '../commands/waive.ts'
import { waivableGates, type WaiverRefusal } from '../domain/index.ts'
import { mayTryToWaive, mayWaive } from '../policy.ts'
import { waiverForm } from '../views/waiver-form.ts'
import { wordsFor } from '../words/index.ts'
import { withService, wordingFor } from './public.ts'

export const waiverRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/services/:service/waive', may: mayTryToWaive, audit: 'waiver-begun', handle: (ctx) => withOwn(ctx, ask) },
  {
    method: 'POST',
    path: '/staff/services/:service/waive',
    may: mayTryToWaive,
    audit: 'gate-waived',
    handle: (ctx) => withOwn(ctx, waive),
  },
]

function withOwn(ctx: Ctx, work: (ctx: Ctx, published: Published) => Reply | Promise<Reply>): Promise<Reply> {
  return withService(ctx, (published) =>
    mayWaive(ctx.actor, sponsorRole(ctx.council, published.service, ctx.actor))
      ? work(ctx, published)
      : problem('not-allowed', { detail: wordsFor(ctx.lang).waiverNobody }),
  )
}

function ask(ctx: Ctx, published: Published, refusal?: WaiverRefusal): Reply {
  const title = wordsFor(ctx.lang).waiverTitle
  const href = path(ctx.lang, `/services/${published.service}/about`)
  const main = waiverForm(ctx, { service: published.service, name: wordingFor(ctx, published).service.name, refusal })
  return show(ctx, { title, main, backLink: { href }, error: refusal !== undefined })
}

async function waive(ctx: Ctx, published: Published): Promise<Reply> {
  const { form, actor, now, lang } = ctx
  const { service } = published
  const gate = waivableGates.find((one) => one === form.get('gate'))
  const [day, month, year] = ['day', 'month', 'year'].map((part) => Number.parseInt(form.get(`until-${part}`), 10))
  const until = dateFrom({ year: year ?? Number.NaN, month: month ?? Number.NaN, day: day ?? Number.NaN }) ?? ''
  const request = { service, reason: form.get('reason'), name: actor.name, until, by: actor.id, at: now }
  const outcome = gate ? await waiveGate(ctx.council, { ...request, gate }) : 'not-waivable'
  return outcome === 'given' ? seeOther(path(lang, `/services/${service}/about`)) : ask(ctx, published, outcome)
}

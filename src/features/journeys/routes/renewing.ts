/** The routes on which a reminder to renew is followed. */
import { path } from '#http/language.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { beginRenewal, findRenewal, isKnownPerson } from '../commands/renew.ts'
import { renewGonePage, renewPage } from '../views/renew-pages.ts'
import { wordsFor } from '../words/index.ts'

export const renewingRoutes: readonly Route[] = [
  { method: 'GET', path: '/renew/:secret', may: 'anyone', audit: 'renewal-read', handle: (ctx) => ask(ctx) },
  { method: 'POST', path: '/renew/:secret', may: 'anyone', audit: 'renewal-begun', limited: true, handle: begin },
]

async function ask(ctx: Ctx, fault?: string): Promise<Reply> {
  const { lang, csrf } = ctx
  const renewing = await findRenewal(ctx, param(ctx, 'secret'))
  const words = wordsFor(lang)
  if (!renewing || renewing.by) {
    const main = renewGonePage({ lang, renewedBy: renewing?.by?.reference, servicesHref: path(lang, '/services') })
    return show(ctx, { title: words.renewGoneTitle, main }, 410)
  }
  const service = renewing.serviceName
  const main = renewPage({ lang, csrf, service, isKnown: isKnownPerson(ctx), contact: ctx.form.get('contact'), fault })
  return show(ctx, { title: `${words.renewTitle}: ${service}`, main, error: fault !== undefined })
}

async function begin(ctx: Ctx): Promise<Reply> {
  const contact = ctx.form.get('contact').trim()
  const words = wordsFor(ctx.lang)
  if (contact === '' && !isKnownPerson(ctx)) return ask(ctx, words.renewMissing)
  const service = await beginRenewal(ctx, { secret: param(ctx, 'secret'), contact })
  return service === undefined ? ask(ctx, words.renewNotYours) : seeOther(path(ctx.lang, `/services/${service}/apply`))
}

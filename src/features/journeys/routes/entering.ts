/** The routes on which staff begin to type for somebody else. */
import { listServices } from '#features/services/index.ts'
import { wordsIn } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { type Reply, seeOther } from '#http/reply.ts'
import type { Ctx, Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { beginEntry } from '../commands/enter.ts'
import { byStaff, findJourney, type Journey } from '../commands/journey.ts'
import { frontOf, isStaffChannel } from '../domain/index.ts'
import { mayEnter } from '../policy.ts'
import { type EnterPage, enterListPage, enterPage } from '../views/enter-pages.ts'
import { wordsFor } from '../words/index.ts'
import { addressOf, noService, showIn } from './frame.ts'

export const enteringRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/enter', may: mayEnter, audit: 'entry-services-read', handle: list },
  { method: 'GET', path: '/staff/enter/:service', may: mayEnter, audit: 'entry-start-read', handle: askHow },
  { method: 'POST', path: '/staff/enter/:service', may: mayEnter, audit: 'entry-begun', handle: begin },
]

async function list(ctx: Ctx): Promise<Reply> {
  const { lang } = ctx
  const services = (await listServices(ctx.council)).map(({ service, prepared }) => {
    const { name, summary } = wordsIn(prepared, lang).service
    return { name, summary, href: path(lang, `/staff/enter/${service}`) }
  })
  services.sort((a, b) => a.name.localeCompare(b.name, lang))
  return show(ctx, { title: wordsFor(lang).enterTitle, main: enterListPage({ lang, services }) })
}

async function askHow(ctx: Ctx): Promise<Reply> {
  const journey = await findJourney(ctx, byStaff)
  return journey ? showHow(ctx, journey, {}) : noService
}

/** Pages stay in the language of whoever types; messages and the decision go out in that of the person. */
async function begin(ctx: Ctx): Promise<Reply> {
  const journey = await findJourney(ctx, byStaff)
  if (!journey) return noService
  const words = wordsFor(ctx.lang)
  const { languages } = journey.prepared
  const channel = ctx.form.get('channel')
  const language = languages.length === 1 ? languages[0] : languages.find((one) => one === ctx.form.get('language'))
  if (!isStaffChannel(channel) || language === undefined) {
    return showHow(ctx, journey, {
      channel: isStaffChannel(channel) ? undefined : words.enterChannelMissing,
      language: language === undefined ? words.enterLanguageMissing : undefined,
    })
  }
  await beginEntry(ctx, journey, { channel, lang: language })
  return seeOther(path(ctx.lang, `/staff/enter/${journey.service}/apply`))
}

function showHow(ctx: Ctx, journey: Journey, faults: EnterPage['faults']): Reply {
  const { lang, csrf, form } = ctx
  const { draft, service, prepared, wording } = journey
  const isOpen = draft !== undefined && draft.reference === undefined
  const main = enterPage({
    lang,
    csrf,
    name: wording.service.name,
    languages: prepared.languages,
    chosen: { channel: form.get('channel'), language: form.get('language') },
    faults,
    openHref: isOpen ? addressOf(ctx, journey, frontOf(journey.walked)) : undefined,
    scriptHref: path(lang, `/staff/services/${service}/phone`),
    paperHref: path(lang, `/services/${service}/paper`),
  })
  const isFaulty = Object.values(faults).some((fault) => fault !== undefined)
  return showIn(ctx, journey, { title: wordsFor(lang).enterTitle, main, error: isFaulty })
}

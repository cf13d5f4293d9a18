/** The routes of services that anyone may read: the list, the start page, the page about a service and its paper form. */
import { type Wording, wordsIn } from '#core/definition/index.ts'
import { inLanguage } from '#http/council.ts'
import { invitations } from '#http/invite.ts'
import { otherLanguage, path } from '#http/language.ts'
import { page, problem, type Reply } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { paperForm } from '#ui/paper/index.ts'
import { listServices, type Published, publishedService } from '../catalogue.ts'
import { sponsorRole, versionHistory, waiversOf } from '../commands/history.ts'
import { find, layOut, layOutEquality } from '../domain/index.ts'
import { mayWaive } from '../policy.ts'
import { aboutPage } from '../views/about-page.ts'
import { factsOf } from '../views/contact.ts'
import { type DataUse, dataUses } from '../views/data-use.ts'
import { listPage } from '../views/list-page.ts'
import { startPage } from '../views/start-page.ts'
import { wordsFor } from '../words/index.ts'

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/services', may: 'anyone', audit: 'services-read', handle: list },
  { method: 'GET', path: '/services/:service', may: 'anyone', audit: 'service-read', handle: showStart },
  { method: 'GET', path: '/services/:service/about', may: 'anyone', audit: 'service-rules-read', handle: showAbout },
  { method: 'GET', path: '/services/:service/paper', may: 'anyone', audit: 'paper-form-read', handle: showPaper },
]

const longestQuery = 100

async function list(ctx: Ctx): Promise<Reply> {
  const { lang } = ctx
  const query = (ctx.query.get('q') ?? '').trim().slice(0, longestQuery)
  const all = await listServices(ctx.council)
  // People look for a service by its name in either language.
  const found = find(all, query, ({ prepared }) => prepared.languages.map((language) => wordsIn(prepared, language).service))
  const services = found.map((published) => {
    const { name, summary } = wordingFor(ctx, published).service
    return { name, summary, href: path(lang, `/services/${published.service}`) }
  })
  const main = listPage({
    lang,
    query,
    services,
    listHref: path(lang, '/services'),
    trackHref: path(lang, '/track'),
    invites: invitations(ctx, 'services'),
  })
  return show(ctx, { title: wordsFor(lang).listTitle, main })
}

function showStart(ctx: Ctx): Promise<Reply> {
  return withService(ctx, (published) => {
    const { lang } = ctx
    const { definition, service } = published
    const wording = wordingFor(ctx, published)
    const at = (rest: string) => path(lang, `/services/${service}${rest}`)
    const [aim] = definition.service.casework.clocks
    const main = startPage({
      lang,
      wording,
      minutes: definition.service.minutes,
      isFree: definition.service.fee === undefined,
      aim: aim && wording.clock(aim.id),
      uses: usesOf(ctx, published),
      council: factsOf(ctx.council, lang),
      applyHref: at('/apply'),
      paperHref: at('/paper'),
      aboutHref: at('/about'),
      coverageHref: published.definition.service.coverage && at('/coverage'),
      privacyHref: path(lang, '/privacy'),
      invites: invitations(ctx, 'start', { service }),
    })
    return show(ctx, { title: wording.service.name, main, backLink: { href: path(lang, '/services'), text: wordsFor(lang).listAll } })
  })
}

function showAbout(ctx: Ctx): Promise<Reply> {
  return withService(ctx, async (published) => {
    const { lang, council, actor, today } = ctx
    const { prepared, publishedAt, sponsors, service } = published
    const wording = wordingFor(ctx, published)
    const [release] = await versionHistory(council, service)
    const waivers = await waiversOf(council, service)
    const waiveHref = mayWaive(actor, sponsorRole(council, service, actor)) ? path(lang, `/staff/services/${service}/waive`) : undefined
    const gates = { gates: release?.gates ?? [], waivers, today, waiveHref }
    const main = aboutPage({ lang, wording, prepared, publishedAt, sponsors, ...gates, invites: invitations(ctx, 'about', { service }) })
    const backLink = { href: path(lang, `/services/${service}`) }
    return show(ctx, { title: wordsFor(lang).aboutTitle(wording.service.name), main, backLink, wide: true })
  })
}

/** A document of its own, ready to print. */
function showPaper(ctx: Ctx): Promise<Reply> {
  return withService(ctx, (published) => {
    const { lang, council } = ctx
    const { prepared, service, version } = published
    const wording = wordingFor(ctx, published)
    const words = wordsFor(lang)
    const { name, phone, opening, email, address } = factsOf(council, lang)
    const { start, needs, name: serviceName } = wording.service
    const other = otherLanguage(lang)
    const isBilingual = council.settings.languages.length > 1 && prepared.languages.includes(other)
    return page(
      paperForm({
        lang,
        service: serviceName,
        council: { name, stylesheet: council.brand.stylesheet, logo: council.brand.logo?.src },
        edition: version.slice('sha256:'.length, 'sha256:'.length + 8),
        introduction: needs.length === 0 ? start : `${start}\n\n${words.paperNeeds}\n\n${needs.map((need) => `- ${need}`).join('\n')}`,
        privacy: words.paperData(spoken(usesOf(ctx, published))),
        returnTo: address,
        help: [phone, opening, email],
        other: isBilingual ? { lang: other, href: path(other, `/services/${service}/paper`) } : undefined,
        sections: layOut(prepared, wording),
        equality: layOutEquality(prepared, wording),
      }),
    )
  })
}

/** What happens to the data, in one paragraph. */
export function spoken(uses: readonly DataUse[]): string {
  return uses.map(({ why, sentences }) => `${why}. ${sentences.join(' ')}`).join(' ')
}

export function wordingFor({ lang }: Pick<Ctx, 'lang'>, { prepared }: Published): Wording {
  return wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
}

export function usesOf(ctx: Ctx, published: Published): readonly DataUse[] {
  const { roles } = ctx.council.settings
  return dataUses(published.definition, wordingFor(ctx, published), (role) => {
    const named = Object.hasOwn(roles, role) ? roles[role] : undefined
    return named && inLanguage(named.name, ctx.lang)
  })
}

export async function withService(ctx: Ctx, work: (published: Published) => Reply | Promise<Reply>): Promise<Reply> {
  const published = await publishedService(ctx.council, param(ctx, 'service'))
  return published ? work(published) : problem('not-found')
}

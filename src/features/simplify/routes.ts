/** The addresses of making services simpler, all for staff. */
import { type Prepared, wordsIn, type Wording } from '#core/definition/index.ts'
import { type AskedTwice, inHours, type PageBurden } from '#core/simplify/index.ts'
import { listServices, type Published, publishedService } from '#features/services/index.ts'
import { mayDo } from '#http/actor.ts'
import { inLanguage } from '#http/council.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { simplificationOf, twiceAsked } from './commands/load.ts'
import { sayNeeded, takeBack } from './commands/need.ts'
import { studyLater } from './commands/study.ts'
import { type Outcome, suggestCandidate, suggestInWords } from './commands/suggest.ts'
import { mayRead, mayWork } from './policy.ts'
import { findStudy } from './store/index.ts'
import { listPage, type ListedService } from './views/list-page.ts'
import { type Naming, questionName } from './views/naming.ts'
import { servicePage } from './views/service-page.ts'
import { wordsFor, type Words } from './words/index.ts'

const root = '/staff/simplify'

export const routes: readonly Route[] = [
  { method: 'GET', path: root, may: mayRead, audit: 'simplifications-listed', handle: list },
  { method: 'POST', path: `${root}/twice`, may: mayWork, audit: 'filling-in-suggested', handle: takeTwice },
  {
    method: 'GET',
    path: `${root}/:service`,
    may: mayRead,
    audit: 'simplification-read',
    handle: (ctx) => withService(ctx, (one) => showService(ctx, one)),
  },
  { method: 'POST', path: `${root}/:service/look`, may: mayWork, audit: 'simplification-looked-for', handle: takeLook },
  { method: 'POST', path: `${root}/:service/suggest`, may: mayWork, audit: 'simplification-suggested', handle: takeSuggestion },
  { method: 'POST', path: `${root}/:service/need`, may: mayWork, audit: 'question-kept', handle: takeNeed },
  { method: 'POST', path: `${root}/:service/open`, may: mayWork, audit: 'question-opened', handle: takeOpen },
]

async function list(ctx: Ctx): Promise<Reply> {
  const { council, lang, csrf, actor } = ctx
  const published = await listServices(council)
  const loaded = await Promise.all(published.map(async (one) => ({ one, found: await loadOf(ctx, one) })))
  const burdens = new Map(loaded.map(({ one, found }) => [one.service, found.burdens]))
  const services = loaded.map(({ one: { service, prepared }, found }): ListedService => {
    const name = wordingOf(ctx, prepared).service.name
    const count = found.study && found.ranked.length
    return { id: service, name, href: path(lang, `${root}/${service}`), hours: hoursSaid(found.burdens, lang), count }
  })
  const main = listPage({
    ...{ lang, csrf },
    root: path(lang, root),
    services: services.sort((a, b) => a.name.localeCompare(b.name, lang)),
    twice: (await twiceAsked(council)).map((one) => ({
      because: one.because,
      key: keyOf(one),
      question: nameOf(ctx, published, one),
      services: one.places.map(({ service }) => serviceName(ctx, published, service)),
      hours: hoursSaid(
        one.places.flatMap(({ service, page }) => burdens.get(service)?.filter((burden) => burden.page === page) ?? []),
        lang,
      ),
    })),
    isMadeUp: loaded.some(({ found }) => found.isMadeUp),
    mayWork: mayDo(actor, mayWork),
  })
  return show(ctx, { title: wordsFor(lang).title, main, wide: true })
}

async function showService(ctx: Ctx, published: Published, note?: string): Promise<Reply> {
  const { lang, csrf, actor } = ctx
  const done: Readonly<Record<string, string>> = wordsFor(lang).done
  const said = ctx.query.get('done') ?? ''
  const main = servicePage({
    ...namingOf(ctx, published.prepared),
    ...{ lang, csrf },
    root: path(lang, `${root}/${published.service}`),
    simplification: await loadOf(ctx, published),
    mayWork: mayDo(actor, mayWork),
    isLooking: said === 'looking',
    note: note ?? (Object.hasOwn(done, said) ? done[said] : undefined),
  })
  const { name } = wordingOf(ctx, published.prepared).service
  return show(ctx, { title: wordsFor(lang).titleOf(name), main, backLink: { href: path(lang, root) }, wide: true })
}

function takeLook(ctx: Ctx): Promise<Reply> {
  return withService(ctx, async ({ service }) => {
    await studyLater(ctx.council.store, { service, at: ctx.now })
    return backTo(ctx, service, 'looking')
  })
}

function takeSuggestion(ctx: Ctx): Promise<Reply> {
  return withService(ctx, async (published) => {
    const { ranked } = await loadOf(ctx, published)
    const candidate = ranked.find(({ id }) => id === ctx.form.get('candidate'))
    if (!candidate) return showService(ctx, published, wordsFor(ctx.lang).refused['not-taken'])
    const text = wordsFor(ctx.lang).suggestionText.drop(questionName(namingOf(ctx, published.prepared), candidate.path))
    return replyTo(ctx, await suggestCandidate(ctx, published, { candidate, text }), (note) => showService(ctx, published, note))
  })
}

function takeNeed(ctx: Ctx): Promise<Reply> {
  return withQuestion(ctx, async (published, question) => {
    const { council, actor, now: at, form, lang } = ctx
    const saying = { service: published.service, question, by: actor.id, name: actor.name, at }
    const said = await sayNeeded(council, saying, form.get('reason'))
    return said === 'said' ? backTo(ctx, published.service, 'needed') : showService(ctx, published, wordsFor(lang).refused[said])
  })
}

function takeOpen(ctx: Ctx): Promise<Reply> {
  return withQuestion(ctx, async ({ service }, question) => {
    const { council, actor, now: at } = ctx
    await takeBack(council, { service, question, by: actor.id, at })
    return backTo(ctx, service, 'open')
  })
}

/** Suggested for the first of the services that ask it; the others are named. */
async function takeTwice(ctx: Ctx): Promise<Reply> {
  const { council, form, lang } = ctx
  const published = await listServices(council)
  const twice = (await twiceAsked(council)).find((one) => keyOf(one) === form.get('twice'))
  const [first, ...others] = twice?.places ?? []
  const service = published.find((one) => one.service === first?.service)
  if (!twice || !first || !service) return problem('not-found')
  const names = others.map((place) => serviceName(ctx, published, place.service)).join(', ')
  const text = wordsFor(lang).suggestionText.prefill(nameOf(ctx, published, twice), names)
  return replyTo(ctx, await suggestInWords(ctx, service, { text, page: first.page }), () => Promise.resolve(problem('conflict')))
}

async function replyTo({ lang }: Ctx, outcome: Outcome, again: (note: string) => Promise<Reply>): Promise<Reply> {
  return 'id' in outcome ? seeOther(path(lang, `/staff/suggestions/${outcome.id}`)) : again(wordsFor(lang).refused[outcome.refused])
}

function backTo({ lang }: Ctx, service: string, done: keyof Words['done']): Reply {
  return seeOther(path(lang, `${root}/${service}?done=${done}`))
}

async function withService(ctx: Ctx, work: (published: Published) => Promise<Reply>): Promise<Reply> {
  const published = await publishedService(ctx.council, param(ctx, 'service'))
  return published ? work(published) : problem('not-found')
}

/** For a question the service asks. */
function withQuestion(ctx: Ctx, work: (published: Published, question: string) => Promise<Reply>): Promise<Reply> {
  return withService(ctx, async (published) => {
    const question = ctx.form.get('question')
    const [id = ''] = question.split('.')
    return published.prepared.questions.has(id) && question.length <= 127 ? work(published, question) : problem('not-found')
  })
}

async function loadOf({ council, today }: Ctx, { prepared, service, version }: Published) {
  const study = await council.store.transaction((tx) => findStudy(tx, { service, version }))
  return await simplificationOf(council, { prepared, study, today })
}

function namingOf(ctx: Ctx, prepared: Prepared): Naming {
  const { roles } = ctx.council.settings
  const usual: Readonly<Record<string, string>> = wordsFor(ctx.lang).roles
  const roleName = (role: string) =>
    Object.hasOwn(roles, role) && roles[role] ? inLanguage(roles[role].name, ctx.lang) : (usual[role] ?? role.replaceAll('_', ' '))
  return { prepared, wording: wordingOf(ctx, prepared), roleName }
}

function wordingOf({ lang }: Ctx, prepared: Prepared): Wording {
  return wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
}

function serviceName(ctx: Ctx, published: readonly Published[], service: string): string {
  const found = published.find((one) => one.service === service)
  return found ? wordingOf(ctx, found.prepared).service.name : service
}

function nameOf(ctx: Ctx, published: readonly Published[], { places }: AskedTwice): string {
  const [first] = places
  const found = published.find(({ service }) => service === first?.service)
  return found && first ? questionName({ wording: wordingOf(ctx, found.prepared) }, first.path) : ''
}

/** The places name it as long as no service changes. */
function keyOf({ places }: AskedTwice): string {
  return places.map(({ service, path: question }) => `${service}/${question}`).join(' ')
}

function hoursSaid(burdens: readonly PageBurden[], lang: Ctx['lang']): string | undefined {
  const known = burdens.flatMap(({ seconds, answered }) => (seconds === undefined ? [] : [inHours(seconds, answered)]))
  if (known.length === 0 || known.length < burdens.length) return undefined
  const sum = (of: 'is' | 'low' | 'high') => known.reduce((total, one) => total + one[of], 0)
  return wordsFor(lang).hours(sum('is'), sum('low'), sum('high'))
}

/** The addresses of briefings: reading is for everyone, making for those who may. */
import { wordsIn } from '#core/definition/index.ts'
import { listServices } from '#features/services/index.ts'
import { file, problem, type Reply, seeOther } from '#http/reply.ts'
import { path } from '#http/language.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { canonical } from '#store/json.ts'
import { draftOf } from './commands.ts'
import { findFrozen, freeze, listFrozen } from './store.ts'
import { briefingPage } from './views/briefing-page.ts'
import { figurePage } from './views/figure-page.ts'
import { freezeForm, listPage, staffPage, type Subject } from './views/list-pages.ts'
import { wordsFor } from './words/index.ts'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/briefings', may: 'anyone', audit: 'briefings-listed', handle: showList },
  { method: 'GET', path: '/briefings/:id', may: 'anyone', audit: 'briefing-read', handle: showFrozen },
  {
    method: 'GET',
    path: '/briefings/:id/briefing.json',
    may: 'anyone',
    audit: 'briefing-downloaded',
    isSameInAllLanguages: true,
    handle: download,
  },
  { method: 'GET', path: '/briefings/:id/figures/:service/:figure', may: 'anyone', audit: 'briefing-figure-read', handle: showFigure },
  { method: 'GET', path: '/staff/briefings', may: 'briefing.make', audit: 'briefings-shown', handle: showStaff },
  { method: 'GET', path: '/staff/briefings/draft', may: 'briefing.make', audit: 'briefing-drafted', handle: showDraft },
  { method: 'POST', path: '/staff/briefings', may: 'briefing.make', audit: 'briefing-frozen', handle: freezeDraft },
]

async function showList(ctx: Ctx): Promise<Reply> {
  return show(ctx, listPage(ctx.lang, await ctx.council.store.transaction(listFrozen)))
}

async function showFrozen(ctx: Ctx): Promise<Reply> {
  const frozen = await frozenOf(ctx)
  return frozen ? show(ctx, briefingPage({ lang: ctx.lang, briefing: frozen.briefing, frozen })) : problem('not-found')
}

/** A figure as it was when the briefing was frozen, whatever it is today. */
async function showFigure(ctx: Ctx): Promise<Reply> {
  const frozen = await frozenOf(ctx)
  const link = `/services/${param(ctx, 'service')}/value/${param(ctx, 'figure')}`
  const figure = frozen?.briefing.figures?.find((one) => one.link === link)
  return frozen && figure
    ? show(ctx, figurePage({ lang: ctx.lang, id: frozen.id, briefing: frozen.briefing, figure }))
    : problem('not-found')
}

/** The very bytes whose SHA-256 is the fingerprint on the page. */
async function download(ctx: Ctx): Promise<Reply> {
  const frozen = await frozenOf(ctx)
  if (!frozen) return problem('not-found')
  return file({ name: `briefing-${frozen.briefing.on}.json`, type: 'application/json; charset=utf-8', body: canonical(frozen.briefing) })
}

async function showStaff(ctx: Ctx, isUnknown = false): Promise<Reply> {
  const listed = await ctx.council.store.transaction(listFrozen)
  return show(ctx, staffPage(ctx, { listed, subjects: await subjectsOf(ctx), isUnknown }), isUnknown ? 422 : 200)
}

async function showDraft(ctx: Ctx): Promise<Reply> {
  const about = ctx.query.get('about') ?? ''
  const briefing = await draftFor(ctx, about)
  if (!briefing) return await showStaff(ctx, true)
  return show(ctx, briefingPage({ lang: ctx.lang, briefing, action: freezeForm(ctx, about) }))
}

async function freezeDraft(ctx: Ctx): Promise<Reply> {
  const briefing = await draftFor(ctx, ctx.form.get('about'))
  if (!briefing) return await showStaff(ctx, true)
  const id = await freeze(ctx.council.store, { briefing, by: ctx.actor.id, at: ctx.now })
  return seeOther(path(ctx.lang, `/briefings/${id}`))
}

/** `*` is the council as a whole; undefined for what the council does not have. */
async function draftFor(ctx: Ctx, about: string) {
  const subjects = await subjectsOf(ctx)
  const id = about === '*' ? '' : about
  if (about === '' || !subjects.some((subject) => subject.id === id)) return undefined
  return await draftOf(ctx.council, { subject: id === '' ? null : id, today: ctx.today })
}

async function subjectsOf({ council, lang }: Ctx): Promise<readonly Subject[]> {
  const services = await listServices(council)
  const own = services.map(({ service, prepared }) => ({ id: service, name: wordsIn(prepared, lang).service.name }))
  return [...own, { id: '', name: wordsFor(lang).council }]
}

async function frozenOf(ctx: Ctx) {
  const id = param(ctx, 'id')
  return isId(id) ? await findFrozen(ctx.council.store, id) : undefined
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

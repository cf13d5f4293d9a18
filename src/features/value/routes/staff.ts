/** The routes on which staff see and enter what the figures of a service rest on. */
import { listServices, type Published } from '#features/services/index.ts'
import { staff } from '#features/people/index.ts'
import { mayDo, type Permission } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { problem, type Reply, seeOther } from '#http/reply.ts'
import { type Ctx, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { assumptionsFrom, factsOf, valueOf } from '../commands/load.ts'
import { type EntryForm, type Field, readEntry, type Typed, twelveMonths } from '../domain/index.ts'
import { mayClaim, mayEnter, mayJudge, mayRead } from '../policy.ts'
import { entryPage } from '../views/entry-page.ts'
import { staffList, staffPage } from '../views/staff-page.ts'
import { wordsFor } from '../words/index.ts'
import { findAbout, saveEntry } from './saving.ts'
import { costTyped, noneTyped } from './typed.ts'
import { withService, wordingOf } from './public.ts'

const root = '/staff/value/:service'

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/staff/value', may: mayRead, audit: 'values-listed', handle: list },
  { method: 'GET', path: root, may: mayRead, audit: 'value-bases-read', handle: showBases },
  ...entry('cost', { at: `${root}/cost`, may: mayEnter, audit: 'cost' }),
  ...entry('minutes', { at: `${root}/minutes`, may: mayEnter, audit: 'minutes' }),
  ...entry('about', { at: `${root}/benefits/:benefit/about`, may: mayEnter, audit: 'benefit' }),
  ...entry('statement', { at: `${root}/benefits/:benefit/statement`, may: mayClaim, audit: 'statement' }),
  ...entry('judge', { at: `${root}/statements/:statement`, may: mayJudge, audit: 'judgement' }),
]

type Place = { readonly at: `/${string}`; readonly may: Permission; readonly audit: string }

function entry(which: EntryForm, { at, may, audit }: Place): readonly Route[] {
  return [
    { method: 'GET', path: at, may, audit: `${audit}-form-read`, handle: (ctx) => ask(ctx, which) },
    { method: 'POST', path: at, may, audit: `${audit}-entered`, handle: (ctx) => take(ctx, which) },
  ]
}

async function list(ctx: Ctx): Promise<Reply> {
  const { lang, council } = ctx
  const services = (await listServices(council)).map((one) => ({ id: one.service, name: wordingOf(ctx, one).service.name }))
  return show(ctx, staffList({ lang, services: services.sort((a, b) => a.name.localeCompare(b.name, lang)) }))
}

function showBases(ctx: Ctx): Promise<Reply> {
  return withService(ctx, async (published) => {
    const { council, lang, today, actor } = ctx
    const [value, names] = await Promise.all([
      valueOf(council, published.service, { ...twelveMonths(today), today }),
      council.store.transaction(staff),
    ])
    const named = new Map(names.map(({ id, name }) => [id, name]))
    return show(
      ctx,
      staffPage({
        ...value,
        lang,
        today,
        service: published.service,
        wording: wordingOf(ctx, published),
        facts: value.facts.toReversed(),
        nameOf: (id) => named.get(id),
        may: { enter: mayDo(actor, mayEnter), statement: mayDo(actor, mayClaim), judge: mayDo(actor, mayJudge) },
      }),
    )
  })
}

/** A cost that is to be replaced comes filled in. */
function ask(ctx: Ctx, which: EntryForm): Promise<Reply> {
  return withAbout(ctx, which, async (published, about) => {
    const replaced = which === 'cost' ? ctx.query.get('replace') : null
    const { costs } = assumptionsFrom(replaced === null ? [] : await factsOf(ctx.council, published.service))
    const cost = costs.findLast(({ id }) => id === replaced)
    return showForm(ctx, published, { which, about, typed: cost ? costTyped(cost) : noneTyped, faults: [] })
  })
}

function take(ctx: Ctx, which: EntryForm): Promise<Reply> {
  return withAbout(ctx, which, async (published, about) => {
    const { values, faults } = readEntry(which, ctx.form)
    const again = { which, about, typed: ctx.form }
    if (faults.length > 0) return showForm(ctx, published, { ...again, faults })
    const saved = await saveEntry(ctx, which, values)
    if ('faults' in saved) return showForm(ctx, published, { ...again, faults: saved.faults })
    if ('refused' in saved)
      return showForm(ctx, published, { ...again, faults: [], refused: wordsFor(ctx.lang).staff.refused[saved.refused] })
    return seeOther(path(ctx.lang, `/staff/value/${published.service}`))
  })
}

/** The service and what else the address names; not found where there is none such. */
function withAbout(ctx: Ctx, which: EntryForm, work: (published: Published, about: string) => Promise<Reply> | Reply): Promise<Reply> {
  return withService(ctx, async (published) => {
    const wording = wordingOf(ctx, published)
    const about = await findAbout(ctx, which, wording)
    return about === undefined ? problem('not-found') : await work(published, `${wording.service.name}${about}`)
  })
}

type Shown = {
  readonly which: EntryForm
  readonly about: string
  readonly typed: Typed
  readonly faults: readonly Field[]
  readonly refused?: string
}

function showForm(ctx: Ctx, published: Published, { which, ...shown }: Shown): Reply {
  const { lang, csrf } = ctx
  const words = wordsFor(lang)
  const replaced = ctx.query.get('replace')
  const action = `${path(lang, ctx.path)}${which === 'cost' && replaced !== null ? `?replace=${encodeURIComponent(replaced)}` : ''}`
  return show(ctx, {
    title: words.staff.forms[which].title,
    main: entryPage({ lang, csrf, action, which, ...shown }),
    backLink: { href: path(lang, `/staff/value/${published.service}`) },
    error: shown.faults.length > 0 || shown.refused !== undefined,
  })
}

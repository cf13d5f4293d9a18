/** The routes on which everybody sees what services cost and give. */
import { stringify } from 'csv-stringify/sync'
import { parseMoney } from '#core/value/money.ts'
import { wordsIn } from '#core/definition/index.ts'
import { listServices, type Published, publishedService } from '#features/services/index.ts'
import { mayDo } from '#http/actor.ts'
import { path } from '#http/language.ts'
import { file, problem, type Reply } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { isFigureId, modelledFor, published as publish, targetFor, twelveMonths } from '../domain/index.ts'
import { overviewOf, valueOf } from '../commands/load.ts'
import { mayRead } from '../policy.ts'
import { figurePage, figureRows } from '../views/figure-page.ts'
import { overviewPage } from '../views/overview-page.ts'
import { valuePage } from '../views/value-page.ts'

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/value', may: 'anyone', audit: 'values-read', handle: showOverview },
  { method: 'GET', path: '/services/:service/value', may: 'anyone', audit: 'value-read', handle: showValue },
  { method: 'GET', path: '/services/:service/value/:figure', may: 'anyone', audit: 'figure-read', handle: showFigure },
  { method: 'GET', path: '/services/:service/value/:figure/months.csv', may: 'anyone', audit: 'figure-downloaded', handle: downloadFigure },
]

async function showOverview(ctx: Ctx): Promise<Reply> {
  const { council, lang, today } = ctx
  const found = await overviewOf(council, await listServices(council), { ...twelveMonths(today), today })
  const services = found.map(({ published, ...rest }) => ({ id: published.service, name: wordingOf(ctx, published).service.name, ...rest }))
  return show(ctx, overviewPage({ lang, services: services.sort((a, b) => a.name.localeCompare(b.name, lang)) }))
}

function showValue(ctx: Ctx): Promise<Reply> {
  return withService(ctx, async (published) => {
    const { council, lang, today, actor } = ctx
    const { service, definition } = published
    const { measures } = definition.service
    const value = await valueOf(council, service, { ...twelveMonths(today), today })
    return show(
      ctx,
      valuePage({
        lang,
        ...value,
        wording: wordingOf(ctx, published),
        home: path(lang, `/services/${service}`),
        baseline: measures.baseline === undefined ? undefined : parseMoney(measures.baseline),
        aim: measures.target === undefined ? undefined : parseMoney(measures.target),
        target: targetFor(value.figures),
        reference: value.figures.costs ? undefined : modelledFor(value.figures),
        staffHref: mayDo(actor, mayRead) ? path(lang, `/staff/value/${service}`) : undefined,
      }),
    )
  })
}

function showFigure(ctx: Ctx): Promise<Reply> {
  return withFigure(ctx, (page) => show(ctx, figurePage(page)))
}

function downloadFigure(ctx: Ctx): Promise<Reply> {
  return withFigure(ctx, ({ figure, lang }) => {
    const body = stringify([...figureRows({ figure, lang })], { bom: true, escape_formulas: true })
    return file({ name: `${param(ctx, 'service')}-${figure.id}.csv`, type: 'text/csv; charset=utf-8', body })
  })
}

function withFigure(ctx: Ctx, work: (page: Parameters<typeof figurePage>[0]) => Reply): Promise<Reply> {
  return withService(ctx, async (published) => {
    const { council, lang, today } = ctx
    const id = param(ctx, 'figure')
    if (!isFigureId(id)) return problem('not-found')
    const { figures, assumptions } = await valueOf(council, published.service, { ...twelveMonths(today), today })
    const service = { name: wordingOf(ctx, published).service.name, home: path(lang, `/services/${published.service}`) }
    return work({ lang, service, figures, assumptions, figure: publish(figures, id) })
  })
}

export function wordingOf({ lang }: Pick<Ctx, 'lang'>, { prepared }: Published) {
  return wordsIn(prepared, prepared.languages.includes(lang) ? lang : (prepared.languages[0] ?? lang))
}

export async function withService(ctx: Ctx, work: (published: Published) => Promise<Reply> | Reply): Promise<Reply> {
  const published = await publishedService(ctx.council, param(ctx, 'service'))
  return published ? await work(published) : problem('not-found')
}

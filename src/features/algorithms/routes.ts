/** The addresses of algorithm records: a page and its data for every service. */
import { path } from '#http/language.ts'
import { json, problem, type Reply } from '#http/reply.ts'
import { type Ctx, param, type Route } from '#http/route.ts'
import { show } from '#http/shell.ts'
import { findRecord } from './commands/load.ts'
import { recordData } from './views/record-data.ts'
import { recordPage } from './views/record-page.ts'
import { wordsFor } from './words/index.ts'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/services/:service/rules', may: 'anyone', audit: 'algorithm-record-read', handle: showRecord },
  { method: 'GET', path: '/services/:service/rules.json', may: 'anyone', audit: 'algorithm-record-downloaded', handle: giveRecord },
]

async function showRecord(ctx: Ctx): Promise<Reply> {
  const record = await findRecord(ctx, param(ctx, 'service'))
  if (!record) return problem('not-found')
  const { lang } = ctx
  const root = path(lang, `/services/${record.service}`)
  const main = recordPage({ lang, record, dataHref: `${root}/rules.json` })
  return show(ctx, {
    title: wordsFor(lang).title(record.wording.service.name),
    main,
    wide: true,
    backLink: { href: `${root}/about`, text: wordsFor(lang).back(record.wording.service.name) },
  })
}

async function giveRecord(ctx: Ctx): Promise<Reply> {
  const record = await findRecord(ctx, param(ctx, 'service'))
  return record ? json(recordData(record, `/services/${record.service}`)) : problem('not-found')
}

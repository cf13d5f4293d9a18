/** The pages that only list: what is past its time, and the record of processing. */
import { timeIn } from '#features/services/index.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import type { Content } from '#http/shell.ts'
import { html } from '#ui/html.ts'
import type { Disposed, Processing } from '../domain/index.ts'
import { codeIn, sayIn } from '../words/index.ts'
import { day, list, spoken } from './parts.ts'
import type { ServiceName } from './person.ts'

export function disposalPage(ctx: Ctx, { due, drafts, equalityAnswers, suggestions }: Disposed, serviceName: ServiceName): Content {
  const say = sayIn(ctx.lang)
  const rows = due.map(({ reference, service, retention, goesOn, isHeld }) => [
    { text: spoken(reference) },
    { text: serviceName(service) },
    { text: retention.replaceAll('_', ' ') },
    { text: `${day(ctx, goesOn)}${isHeld ? `, ${say('held')}` : ''}` },
  ])
  const main = html`<h1 class="govuk-heading-l">${say('disposal')}</h1>
<p class="govuk-body">${say('disposalIntro')}</p>
<p class="govuk-body">${say('disposalDrafts', { drafts, answers: equalityAnswers, suggestions })}</p>
${rows.length === 0 ? html`<p class="govuk-body">${say('disposalNone')}</p>` : list(say('cases'), [say('reference'), say('service'), say('class'), say('pastSince')], rows)}`
  return { title: say('disposal'), main, wide: true, backLink: { href: path(ctx.lang, '/staff/records') } }
}

/** One row of the record of processing in words, for the page and for a spreadsheet. */
export function processingRow({ lang }: Pick<Ctx, 'lang'>, row: Processing): readonly string[] {
  const basis = [codeIn(lang, row.basis), row.law, row.special && codeIn(lang, row.special)].filter(Boolean).join('; ')
  const kept = sayIn(lang)('after', { time: timeIn(lang, row.keep), moment: codeIn(lang, row.from) })
  return [row.service, row.purpose, basis, row.data.join('; '), row.readers.join(', ').replaceAll('_', ' '), kept, row.because]
}

export function processingHead({ lang }: Pick<Ctx, 'lang'>): readonly string[] {
  const say = sayIn(lang)
  return [say('service'), say('purpose'), say('basis'), say('data'), say('readers'), say('keep'), say('law')]
}

export function processingPage(ctx: Ctx, rows: readonly Processing[]): Content {
  const say = sayIn(ctx.lang)
  const cells = rows.map((row) => processingRow(ctx, row).map((text) => ({ text })))
  const main = html`<h1 class="govuk-heading-l">${say('processing')}</h1>
<p class="govuk-body">${say('processingIntro')}</p>
<p class="govuk-body"><a class="govuk-link" href="${path(ctx.lang, '/staff/records/processing.csv')}">${say('download')}</a></p>
${list(say('processing'), processingHead(ctx), cells)}`
  return { title: say('processing'), main, wide: true, backLink: { href: path(ctx.lang, '/staff/records') } }
}

/** The single place that shows staff what the figures of a service rest on, who entered it and when. */
import type { Language, Wording } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import { dayInLondon } from '#http/clock.ts'
import { path } from '#http/language.ts'
import type { Content } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { type Assumptions, type Benefit, costsInForce, type Figures, inForce, type ValueFact } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { benefitList } from './benefits.ts'
import { type CostColumn, costTable, minuteTable } from './assumptions.ts'
import { leadOf, madeUpNote, publishedAll, tiles } from './parts.ts'

export type StaffPage = {
  readonly lang: Language
  readonly service: string
  readonly wording: Wording
  readonly figures: Figures
  readonly assumptions: Assumptions
  readonly benefits: readonly Benefit[]
  /** Newest first. */
  readonly facts: readonly ValueFact[]
  readonly today: string
  readonly nameOf: (id: string) => string | undefined
  readonly may: { readonly enter: boolean; readonly statement: boolean; readonly judge: boolean }
}

export function staffPage(view: StaffPage): Content {
  const { lang, service, wording, figures, benefits, may } = view
  const { staff } = wordsFor(lang)
  const root = path(lang, `/staff/value/${service}`)
  const home = path(lang, `/services/${service}`)
  const link = (href: string, text: string) => html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`
  const main = html`<h1 class="govuk-heading-l">${staff.titleOf(wording.service.name)}</h1>
<p class="govuk-body">${leadOf(figures, lang)} <a class="govuk-link" href="${home}/value">${staff.publicPage}</a></p>
${madeUpNote(figures, lang)}
${tiles(publishedAll(figures, ['cost', 'touches', 'time-taken', 'completion', 'satisfaction', 'take-up', 'finished']), { lang, root: `${home}/value` })}
<h2 class="govuk-heading-m">${staff.costs}</h2>
${costsOf(view, root)}
${may.enter && button({ text: staff.addCost, href: `${root}/cost`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">${staff.minutes}</h2>
${minutesOf(view)}
${may.enter && button({ text: staff.addMinutes, href: `${root}/minutes`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">${staff.benefits}</h2>
${benefitList({
  lang,
  wording,
  benefits,
  below: ({ id }) =>
    html`${may.enter && link(`${root}/benefits/${id}/about`, staff.describe)}${may.statement && link(`${root}/benefits/${id}/statement`, staff.statement)}`,
  belowStatement: ({ id }) => (may.judge ? link(`${root}/statements/${id}`, staff.judge) : undefined),
})}
<h2 class="govuk-heading-m">${staff.history}</h2>
${historyOf(view)}`
  return { title: staff.titleOf(wording.service.name), main, backLink: { href: path(lang, '/staff/value'), text: staff.title } }
}

function costsOf({ lang, assumptions, today, may }: StaffPage, root: string): Html {
  const { staff } = wordsFor(lang)
  const costs = costsInForce(assumptions.costs, today)
  if (costs.length === 0) return html`<p class="govuk-body">${staff.noCosts}</p>`
  const replace: CostColumn = {
    head: staff.replaceCost,
    cell: ({ id, label }) => ({
      html: html`<a class="govuk-link" href="${root}/cost?replace=${id}">${staff.replaceCost}<span class="govuk-visually-hidden"> ${label}</span></a>`,
    }),
  }
  return costTable(costs, lang, may.enter ? replace : undefined)
}

function minutesOf({ lang, assumptions, today }: StaffPage): Html {
  const minutes = inForce(assumptions.minutes, today)
  return minutes.length === 0 ? html`<p class="govuk-body">${wordsFor(lang).staff.noMinutes}</p>` : minuteTable(minutes, lang)
}

function historyOf({ lang, facts, nameOf, wording }: StaffPage): Html {
  const { staff } = wordsFor(lang)
  const rows = facts.flatMap((fact) => {
    const said = saidOf(fact, lang, wording)
    return said === undefined
      ? []
      : [
          [
            { text: formatDate(dayInLondon(new Date(fact.at)), lang) },
            { text: nameOf(fact.by) ?? staff.somebody },
            { text: fact.data.madeUp ? `${said} (${wordsFor(lang).madeUpShort})` : said },
          ],
        ]
  })
  if (rows.length === 0) return html`<p class="govuk-body">${staff.historyNone}</p>`
  return tableScroll(staff.history, table({ head: [staff.when, staff.who, staff.what].map((text) => ({ text })), rows }))
}

function saidOf(fact: ValueFact, lang: Language, wording: Wording): string | undefined {
  const { staff, ...words } = wordsFor(lang)
  switch (fact.kind) {
    case 'cost-set':
      return staff.kinds['cost-set'](`${fact.data.label}, ${formatMoney(fact.data.pence)}`)
    case 'minutes-set':
      return staff.kinds['minutes-set'](`${words.works[fact.data.work]}, ${words.minutes(Number((fact.data.seconds / 60).toFixed(1)))}`)
    case 'benefit-described':
      return staff.kinds['benefit-described'](wording.benefit(fact.data.benefit))
    case 'benefit-claimed':
      return staff.kinds['benefit-claimed'](`${wording.benefit(fact.data.benefit)}, ${fact.data.figure}`)
    case 'benefit-judged':
      return staff.kinds['benefit-judged'](`${words.states[fact.data.verdict]}, ${fact.data.figure}`)
    case 'journeys-counted':
    case 'ratings-counted':
      return undefined
  }
}

/** The list of services, for staff. */
export function staffList({
  lang,
  services,
}: {
  readonly lang: Language
  readonly services: readonly { id: string; name: string }[]
}): Content {
  const { staff } = wordsFor(lang)
  const main = html`<h1 class="govuk-heading-l">${staff.title}</h1>
<p class="govuk-body">${staff.lead}</p>
<ul class="govuk-list">${services.map(({ id, name }) => html`<li><a class="govuk-link" href="${path(lang, `/staff/value/${id}`)}">${name}</a></li>`)}</ul>`
  return { title: staff.title, main }
}

/** The single place that shows staff what the figures of a service rest on, who entered it and when. */
import type { Language, Wording } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import { path } from '#http/language.ts'
import type { Content } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { type Assumptions, type Benefit, type Figures, inForce, type ValueFact } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { benefitList } from './benefits.ts'
import { costsInForce } from './figure-page.ts'
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
  readonly may: { readonly enter: boolean; readonly claim: boolean; readonly judge: boolean }
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
${costTable(view, root)}
${may.enter && button({ text: staff.addCost, href: `${root}/cost`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">${staff.minutes}</h2>
${minuteTable(view)}
${may.enter && button({ text: staff.addMinutes, href: `${root}/minutes`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">${staff.benefits}</h2>
${benefitList({
  lang,
  wording,
  benefits,
  below: ({ id }) =>
    html`${may.enter && link(`${root}/benefits/${id}/about`, staff.describe)}${may.claim && link(`${root}/benefits/${id}/claim`, staff.claim)}`,
  belowClaim: ({ id }) => (may.judge ? link(`${root}/claims/${id}`, staff.judge) : undefined),
})}
<h2 class="govuk-heading-m">${staff.history}</h2>
${historyOf(view)}`
  return { title: staff.titleOf(wording.service.name), main, backLink: { href: path(lang, '/staff/value'), text: staff.title } }
}

function costTable({ lang, assumptions, today, may }: StaffPage, root: string): Html {
  const words = wordsFor(lang)
  const costs = costsInForce(assumptions.costs, today)
  if (costs.length === 0) return html`<p class="govuk-body">${words.staff.noCosts}</p>`
  const heads = [
    words.costLabel,
    words.amount,
    words.shareOf,
    words.driver,
    words.confidence,
    words.asOf,
    ...(may.enter ? [words.staff.replaceCost] : []),
  ]
  const rows = costs.map((cost) => [
    { text: cost.label },
    { text: cost.per === 'year' ? words.aYear(formatMoney(cost.pence)) : words.aCase(formatMoney(cost.pence)) },
    { text: words.thousandths(cost.share) },
    { text: words.drivers[cost.driver] },
    { text: words.confidences[cost.confidence] },
    { text: formatDate(cost.asOf, lang) },
    ...(may.enter
      ? [
          {
            html: html`<a class="govuk-link" href="${root}/cost?replace=${cost.id}">${words.staff.replaceCost}<span class="govuk-visually-hidden"> ${cost.label}</span></a>`,
          },
        ]
      : []),
  ])
  return tableScroll(words.staff.costs, table({ firstCellIsHeader: true, head: heads.map((text) => ({ text })), rows }))
}

function minuteTable({ lang, assumptions, today }: StaffPage): Html {
  const words = wordsFor(lang)
  const minutes = inForce(assumptions.minutes, today)
  if (minutes.length === 0) return html`<p class="govuk-body">${words.staff.noMinutes}</p>`
  const rows = minutes.map((one) => [
    { text: words.works[one.work] },
    { text: one.channel === 'every' ? words.everyChannel : words.channels[one.channel] },
    { text: words.minutes(Number((one.seconds / 60).toFixed(1))) },
    { text: words.bases[one.basis] },
    { text: words.confidences[one.confidence] },
    { text: formatDate(one.asOf, lang) },
  ])
  const heads = [words.work, words.channel, words.minutesHead, words.basis, words.confidence, words.asOf]
  return tableScroll(words.staff.minutes, table({ firstCellIsHeader: true, head: heads.map((text) => ({ text })), rows }))
}

function historyOf({ lang, facts, nameOf, wording }: StaffPage): Html {
  const { staff } = wordsFor(lang)
  const rows = facts.flatMap((fact) => {
    const said = saidOf(fact, lang, wording)
    return said === undefined
      ? []
      : [[{ text: formatDate(fact.at.slice(0, 10), lang) }, { text: nameOf(fact.by) ?? staff.somebody }, { text: said }]]
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

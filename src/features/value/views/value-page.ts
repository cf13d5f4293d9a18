/** The single place that shows everybody what a service costs and gives: saving and standard side by side, changes, promises. */
import type { Language, Wording } from '#core/definition/index.ts'
import { formatDate, formatMonth } from '#core/value/date-words.ts'
import { formatMoney } from '#core/value/money.ts'
import { dayInLondon } from '#http/clock.ts'
import type { Content } from '#http/shell.ts'
import { html, type Html } from '#ui/html.ts'
import {
  type Assumptions,
  type Benefit,
  type Costs,
  editionOf,
  type Figures,
  medianWorkingDays,
  mustCover,
  ninetieth,
  published,
  type ReleaseEffect,
  sayShown,
  type Trend,
} from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { benefitList } from './benefits.ts'
import { costChart, effectChart, monthsChart } from './charts.ts'
import { leadOf, madeUpNote, type Place, publishedAll, tiles } from './parts.ts'
import { referenceTable, type Reference } from './reference.ts'

export type ValuePage = {
  readonly lang: Language
  readonly wording: Wording
  /** Address of the service’s start page. */
  readonly home: string
  readonly figures: Figures
  readonly effects: readonly ReleaseEffect[]
  readonly trend: Trend
  readonly benefits: readonly Benefit[]
  readonly assumptions: Assumptions
  /** Pence of one case before and aimed at, as the service promises. */
  readonly baseline?: number | undefined
  readonly aim?: number | undefined
  /** What the government’s formula gives at a share done online. */
  readonly target?: { readonly share: number; readonly pence: number } | undefined
  /** Published costs, where the council has none of its own. */
  readonly reference?: Reference | undefined
  /** Where staff enter costs, for those who may. */
  readonly staffHref?: string | undefined
}

export function valuePage(view: ValuePage): Content {
  const { lang, wording, figures, home, staffHref } = view
  const words = wordsFor(lang)
  const { name } = wording.service
  const place: Place = { lang, root: `${home}/value` }
  const main = html`<h1 class="govuk-heading-xl">${words.title(name)}</h1>
<p class="govuk-body-l">${leadOf(figures, lang)}</p>
${madeUpNote(figures, lang)}
${staffHref && html`<p class="govuk-body"><a class="govuk-link" href="${staffHref}">${words.staffLink}</a></p>`}
<div class="value-sides">
<section aria-labelledby="cost"><h2 class="govuk-heading-m" id="cost">${words.costTitle}</h2>
${tiles(publishedAll(figures, ['cost', 'touches', 'finished']), place)}</section>
<section aria-labelledby="standard"><h2 class="govuk-heading-m" id="standard">${words.standardTitle}</h2>
${tiles(publishedAll(figures, ['time-taken', 'completion', 'satisfaction', 'satisfaction-sent', 'take-up', 'asked', 'reopened']), place)}</section>
</div>
${timeNote(figures, lang)}
${costSection(view)}
<section class="value-charts">
${monthsChart(published(figures, 'applications'), { title: words.monthsTitle, described: words.monthsDescribed }, lang)}
${monthsChart(published(figures, 'time-taken'), { title: words.timeTitle, described: words.timeDescribed }, lang)}
</section>
${releases(view)}
${trendSection(view)}
<h2 class="govuk-heading-l" id="benefits">${words.benefitsTitle}</h2>
${benefitList(view)}`
  return { title: words.title(name), main, service: { name, href: home }, backLink: { href: home, text: words.about }, wide: true }
}

function timeNote(figures: Figures, lang: Language): Html | undefined {
  const words = wordsFor(lang)
  const [ninety, working] = [ninetieth(figures), medianWorkingDays(figures)]
  const sentences = [
    ninety.state === 'shown' && words.ninety(sayShown(ninety, 'days', words)),
    working.state === 'shown' && words.working(words.workingDays(working.value)),
  ].filter((sentence) => sentence !== false)
  return sentences.length === 0 ? undefined : html`<p class="govuk-body">${sentences.join(' ')}</p>`
}

function costSection(view: ValuePage): Html | undefined {
  const { lang, figures, baseline, aim, target, reference } = view
  const words = wordsFor(lang)
  const said = [baseline !== undefined && words.baseline(formatMoney(baseline)), aim !== undefined && words.aim(formatMoney(aim))].filter(
    (sentence) => sentence !== false,
  )
  const promise = said.length > 0 && html`<p class="govuk-body">${said.join(' ')}</p>`
  if (!figures.costs) return html`${promise}${reference && referenceTable(reference, lang)}`
  return html`<section>${costChart(figures.costs, lang)}
<p class="govuk-body">${costNotes(figures.costs, lang)}</p>
${promise}
${target && html`<p class="govuk-body">${words.target(words.percent(target.share), formatMoney(target.pence))} <strong>${words.targetCaution}</strong></p>`}
</section>`
}

export function costNotes({ confidence, asOf, covers, uncarried }: Costs, lang: Language): string {
  const words = wordsFor(lang)
  const missing = mustCover.filter((part) => !covers.includes(part)).map((part) => words.covers[part])
  return [
    words.costNote(words.confidences[confidence], formatDate(asOf, lang)),
    ...(missing.length > 0 ? [words.missing(missing.join(', '))] : []),
    ...(uncarried > 0 ? [words.uncarried(formatMoney(uncarried))] : []),
  ].join(' ')
}

function trendSection({ lang, trend: { before, after, compared, isMadeUp } }: ValuePage): Html {
  const words = wordsFor(lang)
  const said = (month: string) => formatMonth(month, lang)
  return html`<h2 class="govuk-heading-l" id="trend">${words.trendTitle}</h2>
<p class="govuk-body">${words.trendBody(words.span(said(before.from), said(before.to)), words.span(said(after.from), said(after.to)))}${isMadeUp && html` (${words.madeUpShort})`}</p>
${effectChart({ compared }, { id: 'trend-chart', of: words.trendTitle }, lang)}`
}

function releases({ lang, effects }: ValuePage): Html {
  const words = wordsFor(lang)
  return html`<h2 class="govuk-heading-l" id="changes">${words.releasesTitle}</h2>
${effects.length === 0 && html`<p class="govuk-body">${words.releasesNone}</p>`}
${effects.map(
  (effect, place) => html`<section class="value-effect" aria-labelledby="change-${place + 1}">
<h3 class="govuk-heading-m" id="change-${place + 1}">${nameOf(effect, lang)}</h3>
<p class="govuk-body"><strong>${words.balance[effect.balance]}</strong>${effect.isMadeUp && html` (${words.madeUpShort})`}</p>
${effectChart(effect, { id: `effect-${place + 1}`, of: nameOf(effect, lang) }, lang)}
</section>`,
)}`
}

function nameOf({ released }: ReleaseEffect, lang: Language): string {
  return wordsFor(lang).releasedOn(editionOf(released), formatDate(dayInLondon(new Date(released.at)), lang))
}

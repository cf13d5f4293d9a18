/** The single place that shows one figure by itself: what it counts, how it is worked out, where it comes from, and its months. */
import type { Language } from '#core/definition/index.ts'
import { formatMonth } from '#core/value/date-words.ts'
import { plainMoney } from '#core/value/money.ts'
import type { Content } from '#http/shell.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { type Assumptions, costsInForce, type Figures, inForce, type PublishedFigure, sayShown, type Shown } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { costTable, minuteTable } from './assumptions.ts'
import { leadOf, madeUpNote } from './parts.ts'
import { costNotes } from './value-page.ts'
import { costChart } from './charts.ts'

export type FigurePage = {
  readonly lang: Language
  readonly service: { readonly name: string; readonly home: string }
  readonly figures: Figures
  readonly figure: PublishedFigure
  readonly assumptions: Assumptions
}

export function figurePage(view: FigurePage): Content {
  const { lang, service, figures, figure } = view
  const words = wordsFor(lang)
  const { name, counts, how, from } = words.figures[figure.id]
  const root = `${service.home}/value`
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const main = html`<h1 class="govuk-heading-l">${name}</h1>
<p class="govuk-body-l">${sayShown(figure.figure, figure.unit, words)}</p>
<p class="govuk-body">${leadOf(figures, lang)}</p>
${madeUpNote(figures, lang)}
${summaryList({
  rows: [
    row(words.counts, counts),
    row(words.workedOut, how),
    row(words.comesFrom, from),
    figure.of !== undefined && figure.unit !== 'count' && row(words.countedFrom, words.number(figure.of)),
  ],
})}
${figure.id === 'cost' && figures.costs && html`${costChart(figures.costs, lang)}<p class="govuk-body">${costNotes(figures.costs, lang)}</p>`}
${(figure.id === 'cost' || figure.id === 'touches') && assumptionsOf(view)}
<h2 class="govuk-heading-m">${words.byMonth}</h2>
${monthTable(view)}
<p class="govuk-body">${words.hiddenNote}</p>
<p class="govuk-body"><a class="govuk-link" href="${root}/${figure.id}/months.csv">${words.csv}</a></p>`
  const backLink = { href: root, text: words.back }
  return { title: `${name} – ${service.name}`, main, service: { name: service.name, href: service.home }, backLink, wide: true }
}

function monthTable({ lang, figure }: FigurePage): Html {
  const words = wordsFor(lang)
  const { name } = words.figures[figure.id]
  const isCount = figure.unit === 'count' || figure.unit === 'pence'
  const countName = figure.unit === 'pence' ? words.figures.finished.name : name
  const of = (count: number | undefined) => (count === undefined ? words.few : words.number(count))
  return tableScroll(
    words.byMonth,
    table({
      caption: name,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [words.month, ...(isCount ? [countName] : [name, words.countedFrom])].map((text, place) => ({
        text,
        format: place > 0 ? 'numeric' : undefined,
      })),
      rows: figure.months.map((month) => [
        { text: formatMonth(month.month, lang) },
        ...(isCount ? [] : [{ text: sayShown(month.figure, figure.unit, words), format: 'numeric' }]),
        { text: of(month.of), format: 'numeric' },
      ]),
    }),
  )
}

/** The costs and minutes in force on the last day counted. */
function assumptionsOf({ lang, figures, assumptions }: FigurePage): Html | undefined {
  const words = wordsFor(lang)
  const costs = costsInForce(assumptions.costs, figures.until)
  const minutes = inForce(assumptions.minutes, figures.until)
  if (costs.length === 0 && minutes.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${words.assumptions}</h2>
${costs.length > 0 && html`<h3 class="govuk-heading-s">${words.costsTable}</h3>${costTable(costs, lang)}`}
${minutes.length > 0 && html`<h3 class="govuk-heading-s">${words.minutesTable}</h3>${minuteTable(minutes, lang)}`}`
}

/** The same for a spreadsheet: numbers without units, hidden ones empty. */
export function figureRows({ lang, figure }: Pick<FigurePage, 'lang' | 'figure'>): readonly (readonly string[])[] {
  const words = wordsFor(lang)
  const { name } = words.figures[figure.id]
  const plain = (shown: Shown) => (shown.state !== 'shown' ? '' : figure.unit === 'pence' ? plainMoney(shown.value) : String(shown.value))
  const isCount = figure.unit === 'count' || figure.unit === 'pence'
  const heads = isCount
    ? [words.month, figure.unit === 'pence' ? words.figures.finished.name : name]
    : [words.month, name, words.countedFrom]
  return [heads, ...figure.months.map(({ month, figure: shown, of }) => [month, ...(isCount ? [] : [plain(shown)]), String(of ?? '')])]
}

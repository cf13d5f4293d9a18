/** The single place that shows what a service did where it comes from. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { inLanguage } from '#http/council.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import type { Results } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

/** `caption` says where it was measured: here, unless told otherwise. */
export function resultsView(results: Results | null, lang: Language, caption = wordsFor(lang).results): Html {
  const words = wordsFor(lang)
  if (!results) return html`<p class="govuk-body">${words.resultsNone}</p>`
  const { asOf, isMadeUp, measured, trials } = results
  return html`<p class="govuk-body">${words.resultsAsOf(formatDate(asOf, lang))}${isMadeUp && html` <strong>${words.resultsMadeUp}</strong>`}</p>
${measured.length > 0 && figures(caption, { measured, lang })}
${trials.map(({ title, figures: tried }) => figures(`${words.resultsTrials}: ${inLanguage(title, lang)}`, { measured: tried, lang }))}`
}

type Figures = { readonly measured: Results['measured']; readonly lang: Language }

function figures(caption: string, { measured, lang }: Figures): Html {
  const words = wordsFor(lang)
  const rows = measured.map(({ label, value }) => [{ text: inLanguage(label, lang) }, { text: inLanguage(value, lang) }])
  const head = [{ text: words.resultsWhat }, { text: words.resultsValue }]
  return tableScroll(caption, table({ caption, captionClasses: 'govuk-table__caption--s', head, rows, firstCellIsHeader: true }))
}

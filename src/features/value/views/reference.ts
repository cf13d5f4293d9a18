/** The single place that shows published costs of a contact where a council has none of its own: labelled, dated, and never as money saved. */
import type { Language } from '#core/definition/index.ts'
import { formatMoney } from '#core/value/money.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { html, type Html } from '#ui/html.ts'
import type { Modelled, ReferenceCosts } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

export type Reference = { readonly costs: ReferenceCosts; readonly modelled: Modelled }

export function referenceTable({ costs, modelled }: Reference, lang: Language): Html {
  const words = wordsFor(lang)
  return html`<section aria-labelledby="reference"><h2 class="govuk-heading-m" id="reference">${words.referenceTitle}</h2>
<p class="govuk-body">${words.reference(costs.source, costs.year)}</p>
${insetText({ text: words.referenceTotal(formatMoney(modelled.pence), words.number(modelled.contacts)) })}</section>`
}

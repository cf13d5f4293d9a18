/** The single place that shows a table of rules with the example people who meet each row. */
import type { Language } from '#core/definition/index.ts'
import type { TableTold } from '#core/telling/index.ts'
import { html, type Html } from '#ui/html.ts'
import { ruleTable } from '#ui/rules/rule-table.ts'
import { checksWordsFor } from '../words/index.ts'

/** `met` gives the example people who meet a row, `hrefOf` where one of them is shown. */
export type Covered = {
  readonly lang: Language
  readonly table: TableTold
  readonly reason: (key: string) => string
  readonly met: (row: string) => readonly { readonly id: string; readonly title: string }[]
  readonly hrefOf: (id: string) => string | undefined
}

/** Named beside one row; of the others their number is told. */
const mostNamed = 3

export function coveredTable({ lang, table, reason, met, hrefOf }: Covered): Html {
  const words = checksWordsFor(lang)
  const people = (row: string): Html => {
    const found = met(row)
    if (found.length === 0) return html`<span class="rule__unmet">${words.metNone}</span>`
    const named = found.slice(0, mostNamed).map(({ id, title }) => {
      const href = hrefOf(id)
      return html`<li>${href === undefined ? title : html`<a class="govuk-link" href="${href}">${title}</a>`}</li>`
    })
    const more = found.length - mostNamed
    return html`<ul class="rule__met">${named}${more > 0 && html`<li>${words.metMore(more)}</li>`}</ul>`
  }
  return ruleTable({
    table,
    reason,
    heads: { reason: words.reason, met: words.metBy },
    met: people,
    captionClasses: 'govuk-visually-hidden',
  })
}

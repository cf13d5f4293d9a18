/** The single place that shows a table of rules as people read it: what each row asks and gives in words, its reason and source, and who meets it. */
import type { TableTold } from '#core/telling/index.ts'
import { table as tableOf } from '../components/table.ts'
import { html, type Html } from '../html.ts'
import { tableScroll } from '../table-scroll.ts'

export interface RuleTableOptions {
  readonly table: TableTold
  /** The words of a reason by its key. */
  readonly reason: (key: string) => string
  readonly heads: { readonly reason: string; readonly met?: string | undefined }
  /** Which example people meet a row, where that is told; an empty list says that none does. */
  readonly met?: ((row: string) => Html) | undefined
  readonly captionClasses?: string
}

/** Scrolls by itself where it is wider than the page, also by keyboard. */
export function ruleTable({ table, reason, heads, met, captionClasses = 'govuk-table__caption--s' }: RuleTableOptions): Html {
  const { label, inputs, outputs, rows } = table
  const content = tableOf({
    caption: label,
    captionClasses,
    classes: 'rule-table',
    head: [
      ...[...inputs, ...outputs].map(({ label: text }) => ({ text })),
      { text: heads.reason },
      ...(met ? [{ text: heads.met ?? '' }] : []),
    ],
    rows: rows.map((row) => [
      ...row.when.map((text) => ({ text })),
      ...row.then.map((text) => ({ text, classes: 'rule-table__result' })),
      {
        html: html`${row.reason !== undefined && reason(row.reason)}${row.cites !== undefined && html`<span class="explanation__source">${row.cites}</span>`}`,
      },
      ...(met ? [{ html: met(row.id) }] : []),
    ]),
  })
  return tableScroll(label, content)
}

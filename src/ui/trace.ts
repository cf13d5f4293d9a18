/** The single place that shows how the rules came to their result: each step, its value, what it read and what it cites. */
import { table, type TableCell } from './components/table.ts'
import { html, type Html } from './html.ts'
import { tableScroll } from './table-scroll.ts'

/** One step in words of the page's language. */
export interface TraceStep {
  readonly name: string
  readonly value: string
  /** The answers it read, by their short names. */
  readonly reads: readonly string[]
  /** The rows of a table that matched. */
  readonly rows?: readonly string[] | undefined
  readonly cites?: readonly string[] | undefined
}

export interface TraceOptions {
  readonly caption: string
  readonly heads: { readonly step: string; readonly value: string; readonly reads: string; readonly source: string }
  readonly steps: readonly TraceStep[]
}

/** Scrolls by itself where it is wider than the page, also by keyboard. */
export function trace({ caption, heads, steps }: TraceOptions): Html {
  const content = table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    classes: 'trace',
    firstCellIsHeader: true,
    head: [heads.step, heads.value, heads.reads, heads.source].map((text) => ({ text })),
    rows: steps.map(rowOf),
  })
  return tableScroll(caption, content)
}

function rowOf({ name, value, reads, rows = [], cites = [] }: TraceStep): TableCell[] {
  return [
    { text: name },
    { html: html`<code>${value}</code>` },
    { html: reads.length > 0 ? html`<ul class="trace__reads">${reads.map((read) => html`<li>${read}</li>`)}</ul>` : html`–` },
    { text: [...rows, ...cites].join('; ') || '–' },
  ]
}

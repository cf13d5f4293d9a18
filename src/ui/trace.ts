/** The single place that shows how the rules came to their result: each step with its source, its value and what it read. */
import { table, type TableCell } from './components/table.ts'
import { html, type Html } from './html.ts'
import type { Told } from '#core/telling/index.ts'
import { toldRule } from './rules/told.ts'
import { tableScroll } from './table-scroll.ts'

/** One step in words of the page's language. */
export interface TraceStep {
  readonly name: string
  /** May have several lines. */
  readonly value: string
  /** What it read, by the names people know. */
  readonly reads: readonly string[]
  readonly cites?: readonly string[] | undefined
  /** The rule itself in words. */
  readonly how?: Told | undefined
}

export interface TraceOptions {
  readonly caption: string
  readonly heads: { readonly step: string; readonly value: string; readonly reads: string }
  readonly steps: readonly TraceStep[]
}

/** Scrolls by itself where it is wider than the page, also by keyboard. */
export function trace({ caption, heads, steps }: TraceOptions): Html {
  const content = table({
    caption,
    captionClasses: 'govuk-visually-hidden',
    classes: 'trace',
    firstCellIsHeader: true,
    head: [heads.step, heads.value, heads.reads].map((text) => ({ text })),
    rows: steps.map(rowOf),
  })
  return tableScroll(caption, content)
}

function rowOf({ name, value, reads, cites = [], how }: TraceStep): TableCell[] {
  return [
    {
      html: html`${name}${how && html`<div class="trace__how">${toldRule(how)}</div>`}${cites.length > 0 && html`<span class="trace__source">${cites.join('; ')}</span>`}`,
    },
    { html: html`<span class="trace__value">${value}</span>` },
    { html: reads.length > 0 ? html`<ul class="trace__reads">${reads.map((read) => html`<li>${read}</li>`)}</ul>` : html`–` },
  ]
}

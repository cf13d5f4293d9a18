/** The GOV.UK Frontend `table`. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

/** A cell; `format: 'numeric'` aligns numbers to the right. */
export type TableCell = Styled & Options<{ format: string; colspan: number; rowspan: number }>

export type TableOptions = Options<{
  rows: readonly (readonly TableCell[] | false | null | undefined)[]
  head: readonly TableCell[]
  caption: string
  captionClasses: string
  firstCellIsHeader: boolean
  classes: string
  attributes: Attributes
}>

export function table(options: TableOptions): Html {
  const { caption, head, rows = [] } = options
  return html`<table class="${classes('govuk-table', options.classes)}"${attributes(options.attributes)}>
${caption && html`<caption class="${classes('govuk-table__caption', options.captionClasses)}">${caption}</caption>`}
${head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(heading)}</tr></thead>`}
<tbody class="govuk-table__body">
${rows.map((row) => row && html`<tr class="govuk-table__row">${row.map((cell, index) => cellOf(cell, index === 0 && options.firstCellIsHeader === true))}</tr>\n`)}
</tbody>
</table>`
}

function heading(cell: TableCell): Html {
  const className = classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)
  return html`<th scope="col" class="${className}"${spans(cell)}>${contentOf(cell)}</th>`
}

function cellOf(cell: TableCell, isHeader: boolean): Html {
  if (isHeader) return html`<th scope="row" class="${classes('govuk-table__header', cell.classes)}"${spans(cell)}>${contentOf(cell)}</th>`
  const className = classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)
  return html`<td class="${className}"${spans(cell)}>${contentOf(cell)}</td>`
}

function spans({ colspan, rowspan, attributes: further }: TableCell): Html {
  return html`${given({ colspan, rowspan })}${attributes(further)}`
}

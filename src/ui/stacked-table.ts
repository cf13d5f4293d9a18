/** The single place for a table of many columns: on a phone each row stands as a block of its own, every value below its heading, and nothing scrolls sideways. */
import { table, type TableOptions } from './components/table.ts'
import type { Html } from './html.ts'
import { tableScroll } from './table-scroll.ts'

/** `name` for those who cannot see it; the first cell of each row heads its block. Heads are texts. */
export function stackedTable(name: string, options: TableOptions): Html {
  const { head = [], rows = [] } = options
  const labelled = rows.map(
    (row) =>
      row &&
      row.map((cell, at) => {
        const label = at === 0 ? undefined : head[at]?.text
        return label === undefined ? cell : { ...cell, attributes: { ...cell.attributes, 'data-label': label } }
      }),
  )
  const content = table({
    ...options,
    caption: name,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    classes: `stacked-table ${options.classes ?? ''}`.trim(),
    rows: labelled,
  })
  return tableScroll(name, content)
}

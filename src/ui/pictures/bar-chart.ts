/** The single place that draws numbers as bars, with the same numbers as a table beside the picture. */
import { table } from '../components/table.ts'
import { html, type Html } from '../html.ts'
import { tableScroll } from '../table-scroll.ts'

/** One bar. Without `share` it is held back (too few to show) and drawn empty. */
export interface Bar {
  readonly label: string
  /** From 0 to 1. */
  readonly share?: number | undefined
  /** The number in words, such as "82.1%". */
  readonly value: string
  /** Further columns of the table, such as "211" and "257". */
  readonly cells?: readonly string[] | undefined
}

export interface BarChartOptions {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, in a sentence, for those who cannot see it. */
  readonly description: string
  readonly bars: readonly Bar[]
  /** Heads of the table: label, value, then one for each of `cells`. */
  readonly heads: readonly [string, string, ...string[]]
  readonly note?: string | undefined
}

/** In CSS pixels; across, everything is a share of the width there is, so that words keep their size on a narrow screen. */
const rowHeight = 46
const barHeight = 16

export function barChart(options: BarChartOptions): Html {
  const { id, title, description, bars, note } = options
  const height = bars.length * rowHeight
  return html`<figure class="picture" aria-labelledby="${id}-caption">
<figcaption class="picture__title govuk-body" id="${id}-caption">${title}</figcaption>
<svg width="100%" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${bars.map(drawn)}
</svg>
${tableScroll(title, tableOf(options))}
${note && html`<p class="picture__note govuk-body">${note}</p>`}
</figure>`
}

function drawn({ label, share, value }: Bar, index: number): Html {
  const top = index * rowHeight
  const place = (width: string) => html`x="0" y="${top + 24}" width="${width}" height="${barHeight}" rx="3"`
  const bar =
    share === undefined
      ? html`<rect class="picture__bar--held-back" ${place('100%')}/>`
      : html`<rect class="picture__track" ${place('100%')}/><rect class="picture__bar" ${place(`${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%`)}/>`
  return html`<text x="0" y="${top + 17}">${label}</text><text class="picture__value" x="100%" y="${top + 17}" text-anchor="end">${value}</text>${bar}`
}

function tableOf({ title, bars, heads }: BarChartOptions): Html {
  return table({
    caption: title,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: heads.map((text, index) => ({ text, format: index > 0 ? 'numeric' : undefined })),
    rows: bars.map(({ label, value, cells = [] }) => [{ text: label }, ...[value, ...cells].map((text) => ({ text, format: 'numeric' }))]),
  })
}

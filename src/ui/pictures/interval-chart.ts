/** The single place that draws differences with how sure they are, as bars about a line of no difference, with their table beside them. */
import { table } from '../components/table.ts'
import { html, type Html } from '../html.ts'
import { tableScroll } from '../table-scroll.ts'

/** One difference. Without `low` and `high` there are too few to say, and nothing is drawn. */
export interface IntervalRow {
  readonly label: string
  /** The difference in words, such as "4 days fewer". */
  readonly value: string
  /** Between what and what it lies; above nothing is better. */
  readonly interval?: { readonly by: number; readonly low: number; readonly high: number } | undefined
  /** How far the scale reaches at least, to either side: a point with no stretch about it would else always lie at its end. */
  readonly reach?: number | undefined
  /** Further columns of the table, such as before, after and how sure. */
  readonly cells: readonly string[]
}

export interface IntervalChartOptions {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly rows: readonly IntervalRow[]
  /** Heads of the table: label, then one for each of `cells`. */
  readonly heads: readonly string[]
  /** What stands at the two ends of the scale. */
  readonly ends: { readonly worse: string; readonly better: string }
  readonly note?: string | undefined
}

/** In CSS pixels; across, everything is a share of the width there is. */
const rowHeight = 70
const headHeight = 26

export function intervalChart(options: IntervalChartOptions): Html {
  const { id, title, description, rows, ends, note } = options
  const height = headHeight + rows.length * rowHeight
  return html`<figure class="picture" aria-labelledby="${id}-caption">
<figcaption class="picture__title govuk-body" id="${id}-caption">${title}</figcaption>
<svg width="100%" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
<text class="picture__scale" x="0" y="15">← ${ends.worse}</text><text class="picture__scale" x="100%" y="15" text-anchor="end">${ends.better} →</text>
${rows.map(drawn)}
</svg>
${tableScroll(title, tableOf(options))}
${note && html`<p class="picture__note govuk-body">${note}</p>`}
</figure>`
}

/** Label and value stand one below the other: beside each other they would meet on a phone. */
function drawn({ label, value, interval, reach = 0 }: IntervalRow, index: number): Html {
  const y = headHeight + index * rowHeight
  const words = html`<text class="picture__value" x="0" y="${y + 16}">${label}</text><text class="picture__scale" x="0" y="${y + 33}">${value}</text>`
  if (!interval) return html`${words}<rect class="picture__bar--held-back" x="0" y="${y + 41}" width="100%" height="14" rx="3"/>`
  const most = Math.max(Math.abs(interval.low), Math.abs(interval.high), reach) * 1.15 || 1
  const at = (place: number) => 50 + (place / most) * 50
  const [from, to] = [at(interval.low), at(interval.high)]
  return html`${words}<rect class="picture__track" x="0" y="${y + 41}" width="100%" height="14" rx="3"/><line class="picture__zero" x1="50%" x2="50%" y1="${y + 37}" y2="${y + 59}"/><rect class="picture__interval" x="${from.toFixed(1)}%" y="${y + 44}" width="${Math.max(0.5, to - from).toFixed(1)}%" height="8" rx="4"/><circle class="picture__point" cx="${at(interval.by).toFixed(1)}%" cy="${y + 48}" r="6"/>`
}

function tableOf({ title, rows, heads }: IntervalChartOptions): Html {
  return table({
    caption: title,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: heads.map((text) => ({ text })),
    rows: rows.map(({ label, cells }) => [{ text: label }, ...cells.map((text) => ({ text }))]),
  })
}

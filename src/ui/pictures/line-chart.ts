/** The single place that draws numbers over time as a line, with the same numbers as a table beside the picture. */
import { table } from '../components/table.ts'
import { html, type Html } from '../html.ts'
import { tableScroll } from '../table-scroll.ts'

/** One moment. Without `value` it is held back (too few to show) or there is nothing, and the line is broken there. */
export interface LinePoint {
  /** Such as "November 2026". */
  readonly label: string
  readonly value?: number | undefined
  /** The number in words, such as "82%". */
  readonly text: string
  /** Further columns of the table. */
  readonly cells?: readonly string[] | undefined
}

export interface LineChartOptions {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, in a sentence, for those who cannot see it. */
  readonly description: string
  readonly points: readonly LinePoint[]
  /** Heads of the table: label, value, then one for each of `cells`. */
  readonly heads: readonly [string, string, ...string[]]
  /** Writes a number of the scale. */
  readonly scale: (value: number) => string
  readonly note?: string | undefined
  /** What opens the table, which is folded up: the line shows the same. */
  readonly tableText: string
}

/** In CSS pixels; across, everything is a share of the width there is, so that words keep their size on a narrow screen. */
const height = 220
const top = 26
const bottom = 182
/** The line is drawn in a box of its own that is stretched to the width; its stroke is not. */
const box = 1000

export function lineChart(options: LineChartOptions): Html {
  const { id, title, description, points, note, tableText } = options
  const most = roundedUp(Math.max(0, ...points.map(({ value }) => value ?? 0)))
  const at = (value: number) => bottom - (value / most) * (bottom - top)
  return html`<figure class="picture" aria-labelledby="${id}-caption">
<figcaption class="picture__title govuk-body" id="${id}-caption">${title}</figcaption>
<svg width="100%" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
${[0, most / 2, most].map((value) => gridLine(at(value)))}
<svg x="1%" width="98%" height="${height}" viewBox="0 0 ${box} ${height}" preserveAspectRatio="none">${runsOf(points).map((run) => strokeOf(run, points.length, at))}</svg>
${points.map(({ value }, place) => value !== undefined && html`<circle class="picture__point" cx="${across(place, points.length)}%" cy="${at(value).toFixed(1)}" r="4"/>`)}
${[0, most / 2, most].map((value) => scaleText(at(value), options.scale(value)))}${moments(points)}
</svg>
<details class="govuk-details picture__table">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${tableText}</span></summary>
${tableScroll(title, tableOf(options))}
</details>
${note && html`<p class="picture__note govuk-body">${note}</p>`}
</figure>`
}

function gridLine(y: number): Html {
  return html`<line class="picture__grid" x1="0" x2="100%" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}"/>`
}

/** Over the line, on a rim of paper. */
function scaleText(y: number, text: string): Html {
  return html`<text class="picture__scale picture__scale--over" x="0" y="${(y - 5).toFixed(1)}">${text}</text>`
}

/** Places of values that follow each other without a gap. */
function runsOf(points: readonly LinePoint[]): readonly (readonly { readonly place: number; readonly value: number }[])[] {
  const runs: { place: number; value: number }[][] = [[]]
  points.forEach(({ value }, place) => {
    if (value === undefined) runs.push([])
    else runs.at(-1)?.push({ place, value })
  })
  return runs.filter((run) => run.length > 1)
}

function strokeOf(run: readonly { readonly place: number; readonly value: number }[], count: number, at: (value: number) => number): Html {
  const corners = run.map(({ place, value }) => `${((across(place, count) - 1) * box) / 98},${at(value).toFixed(1)}`)
  return html`<polyline class="picture__line" points="${corners.join(' ')}"/>`
}

/** The first, middle and last moment; more would run into each other on a phone. */
function moments(points: readonly LinePoint[]): Html[] {
  const [last, middle] = [points.length - 1, Math.floor((points.length - 1) / 2)]
  const places = last < 1 ? [0] : last < 4 ? [0, last] : [0, middle, last]
  return places.flatMap((place) => {
    const point = points[place]
    const anchor = place === 0 ? 'start' : place === last ? 'end' : 'middle'
    return point
      ? [
          html`<text class="picture__scale" x="${across(place, points.length)}%" y="${height - 12}" text-anchor="${anchor}">${point.label}</text>`,
        ]
      : []
  })
}

/** Per cent of the width, a little in from both sides so that points are whole. */
function across(place: number, count: number): number {
  return Number((1 + (count < 2 ? 0 : (place / (count - 1)) * 98)).toFixed(2))
}

/** The next number that is easy to read on a scale: 1, 2 or 5 with noughts, and even so that its half is whole; at least 2. */
function roundedUp(value: number): number {
  if (value <= 2) return 2
  const size = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 4, 6, 8, 10].map((step) => step * size).find((step) => step >= value) ?? value
}

function tableOf({ title, points, heads }: LineChartOptions): Html {
  return table({
    caption: title,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: heads.map((text, index) => ({ text, format: index > 0 ? 'numeric' : undefined })),
    rows: points.map(({ label, text, cells = [] }) => [
      { text: label },
      ...[text, ...cells].map((cell) => ({ text: cell, format: 'numeric' })),
    ]),
  })
}

/** The single place that draws how many go from where to where, before and after, with the same numbers as a table beside the picture. */
import { table } from '../components/table.ts'
import { html, type Html } from '../html.ts'
import { tableScroll } from '../table-scroll.ts'

/** How many go from one place to another; `isChange` stands out. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly isChange: boolean
}

export interface FlowChartOptions {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  /** What the picture shows, in a sentence, for those who cannot see it. */
  readonly description: string
  /** The greatest first. */
  readonly flows: readonly Flow[]
  /** Heads of the table: from, to, how many. */
  readonly heads: readonly [string, string, string]
  /** How a number is written. */
  readonly written: (count: number) => string
  readonly note?: string | undefined
}

/** In CSS pixels down; across, the picture takes the width there is, and words keep their size. */
const lineHeight = 24
/** Letters that the words at both ends may have together to stand beside each other in a window 320 px wide. */
const lettersInLine = 38
const gap = 14
const barsHeight = 150
const leastBar = 3
/** In hundredths of the width: how wide the bars at both ends are. */
const barWidth = 3

interface Stop {
  readonly label: string
  readonly count: number
  readonly top: number
  readonly height: number
}

/** The places on one side, and how many lines of words stand above each bar: those of the left stand above those of the right where a line is too short. */
interface End {
  readonly flows: readonly Flow[]
  readonly end: 'from' | 'to'
  readonly lines: 1 | 2
}

export function flowChart(options: FlowChartOptions): Html {
  const { id, title, description, flows, note, written } = options
  const total = flows.reduce((sum, { count }) => sum + count, 0)
  const lines = longest(options, 'from') + longest(options, 'to') > lettersInLine ? 2 : 1
  const [before, after] = [stopsOf({ flows, end: 'from', lines }, total), stopsOf({ flows, end: 'to', lines }, total)]
  const height = Math.max(...[before, after].map((stops) => bottomOf(stops)), 1)
  return html`<figure class="picture" aria-labelledby="${id}-caption">
<figcaption class="picture__title govuk-body" id="${id}-caption">${title}</figcaption>
<svg width="100%" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description">
<title id="${id}-title">${title}</title>
<desc id="${id}-description">${description}</desc>
<svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">
${ribbons(flows, { before, after })}
${before.map((stop) => bar(stop, 0))}${after.map((stop) => bar(stop, 100 - barWidth))}
</svg>
${before.map((stop) => words(stop, { x: '0', above: lines, anchor: 'start', written }))}${after.map((stop) => words(stop, { x: '100%', above: 1, anchor: 'end', written }))}
</svg>
${tableScroll(title, tableOf(options))}
${note && html`<p class="picture__note govuk-body">${note}</p>`}
</figure>`
}

function longest({ flows, written }: FlowChartOptions, end: 'from' | 'to'): number {
  return Math.max(0, ...flows.map((flow) => `${flow[end]} ${written(flow.count)}`.length))
}

function stopsOf({ flows, end, lines }: End, total: number): readonly Stop[] {
  const counts = new Map<string, number>()
  for (const flow of flows) counts.set(flow[end], (counts.get(flow[end]) ?? 0) + flow.count)
  const stops: Stop[] = []
  for (const [label, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    const top = stops.length === 0 ? 0 : bottomOf(stops) + gap
    stops.push({ label, count, top: top + lines * lineHeight, height: heightOf(count, total) })
  }
  return stops
}

function bottomOf(stops: readonly Stop[]): number {
  const last = stops.at(-1)
  return last === undefined ? 0 : last.top + last.height
}

function heightOf(count: number, total: number): number {
  return Math.max(leastBar, Math.round((count / Math.max(1, total)) * barsHeight))
}

/** Those who stay are drawn first, so that changes lie above them. At each end they lie in the order of where they come from or go to, so that few cross. */
function ribbons(
  flows: readonly Flow[],
  { before, after }: { readonly before: readonly Stop[]; readonly after: readonly Stop[] },
): readonly Html[] {
  const place = (stops: readonly Stop[], label: string) => stops.findIndex((stop) => stop.label === label)
  const left = stacked(
    flows.toSorted((a, b) => place(after, a.to) - place(after, b.to)),
    before,
    'from',
  )
  const right = stacked(
    flows.toSorted((a, b) => place(before, a.from) - place(before, b.from)),
    after,
    'to',
  )
  return flows.toSorted((a, b) => Number(a.isChange) - Number(b.isChange)).map((flow) => ribbon(flow, left.get(flow), right.get(flow)))
}

interface Slice {
  readonly top: number
  readonly bottom: number
}

/** Where each flow leaves or reaches its bar, one below the other. */
function stacked(flows: readonly Flow[], stops: readonly Stop[], end: 'from' | 'to'): ReadonlyMap<Flow, Slice> {
  const slices = new Map<Flow, Slice>()
  for (const stop of stops) {
    let top = stop.top
    for (const flow of flows) {
      if (flow[end] !== stop.label) continue
      const bottom = top + (flow.count / Math.max(1, stop.count)) * stop.height
      slices.set(flow, { top, bottom })
      top = bottom
    }
  }
  return slices
}

const nowhere: Slice = { top: 0, bottom: 0 }

function ribbon({ isChange }: Flow, left = nowhere, right = nowhere): Html {
  const [leftTop, leftBottom, rightTop, rightBottom] = [left.top, left.bottom, right.top, right.bottom].map((y) => y.toFixed(1))
  const [start, end] = [barWidth, 100 - barWidth]
  const path = `M${start} ${leftTop}C50 ${leftTop} 50 ${rightTop} ${end} ${rightTop}V${rightBottom}C50 ${rightBottom} 50 ${leftBottom} ${start} ${leftBottom}Z`
  return html`<path class="${isChange ? 'picture__flow--change' : 'picture__flow'}" d="${path}"/>`
}

function bar({ top, height }: Stop, x: number): Html {
  return html`<rect class="picture__bar" x="${x}" y="${top}" width="${barWidth}" height="${height}"/>`
}

function words(
  { label, count, top }: Stop,
  {
    x,
    above,
    anchor,
    written,
  }: { readonly x: string; readonly above: 1 | 2; readonly anchor: string; readonly written: (count: number) => string },
): Html {
  return html`<text class="picture__label" x="${x}" y="${top - 7 - (above - 1) * lineHeight}" text-anchor="${anchor}">${label} <tspan class="picture__value">${written(count)}</tspan></text>`
}

function tableOf({ title, flows, heads, written }: FlowChartOptions): Html {
  return table({
    caption: title,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: heads.map((text, index) => ({ text, format: index === 2 ? 'numeric' : undefined })),
    rows: flows.map(({ from, to, count }) => [{ text: from }, { text: to }, { text: written(count), format: 'numeric' }]),
  })
}

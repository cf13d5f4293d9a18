/** The single place for what a pen fills in on paper: boxes to tick, boxes for single characters, lines and areas to write on. */
import { html, type Html } from '../html.ts'

/** A box to tick; `true` shows one ticked, as an example. */
export function tick(ticked = false): Html {
  return html`<span class="tick${ticked ? ' tick--ticked' : ''}" aria-hidden="true"></span>`
}

/** Boxes for single characters in groups, such as `[2, 2, 4]` for a date. */
export function comb(groups: readonly number[]): Html {
  const cells = (count: number) => Array.from({ length: count }, () => html`<i></i>`)
  return html`<span class="combs" aria-hidden="true">${groups.map((count) => html`<span class="comb">${cells(count)}</span>`)}</span>`
}

export function writingLine(size: 'full' | 'half' = 'full'): Html {
  return html`<span class="writing-line writing-line--${size}" aria-hidden="true"></span>`
}

/** Room for several lines, ruled. */
export function writingArea(lines: number): Html {
  return html`<span class="writing-area" aria-hidden="true">${Array.from({ length: lines }, () => html`<i></i>`)}</span>`
}

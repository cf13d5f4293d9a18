/** The single place for a table that is wider than the page: it scrolls by itself, so that the page never does. */
import { html, type Html } from './html.ts'

/** A region of its own, named for those who cannot see it and reachable by keyboard. */
export function tableScroll(name: string, content: Html): Html {
  return html`<div class="table-scroll" role="region" aria-label="${name}" tabindex="0">${content}</div>`
}

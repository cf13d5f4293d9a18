/** The single place for a part of a page that is still becoming what it says: fetched again every few seconds by browsers with scripts, until it is done. */
import { html, type Html } from './html.ts'

/** `content` has a link or button that loads the page again, for everybody else. What somebody types elsewhere on the page stays. */
export function renewing(id: string, isGoingOn: boolean, content: Html): Html {
  return isGoingOn ? html`<div id="${id}" data-renew="true" aria-live="polite">${content}</div>` : html`<div id="${id}">${content}</div>`
}

/** The single place where text of several lines becomes markup. */
import { html, type Html } from '#ui/html.ts'

/** The text with its line breaks. */
export function lines(text: string): Html {
  return html`${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`
}

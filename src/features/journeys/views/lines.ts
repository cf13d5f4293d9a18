/** The single place that shows text of several lines as lines. */
import { html, type Html } from '#ui/html.ts'

export function lines(text: string): Html {
  return html`${text.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`
}

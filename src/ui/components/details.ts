/** The GOV.UK Frontend `details`: help that a person may open. */
import { attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type DetailsOptions = Styled & Options<{ summaryText: string; summaryHtml: Html; id: string; open: boolean }>

export function details(options: DetailsOptions): Html {
  const { id, open } = options
  return html`<details${given({ id })} class="${classes('govuk-details', options.classes)}"${attributes(options.attributes)}${given({ open })}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">${options.summaryHtml ?? options.summaryText}</span>
  </summary>
  <div class="govuk-details__text">${contentOf(options)}</div>
</details>`
}

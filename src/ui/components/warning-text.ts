/** The GOV.UK Frontend `warningText`: something with consequences. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type WarningTextOptions = Styled & Options<{ iconFallbackText: string }>

export function warningText(options: WarningTextOptions): Html {
  return html`<div class="${classes('govuk-warning-text', options.classes)}"${attributes(options.attributes)}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
    ${contentOf(options)}
  </strong>
</div>`
}

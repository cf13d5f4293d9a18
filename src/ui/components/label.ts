/** The GOV.UK Frontend `label`: the words of one form field. */
import { attributes } from '../attributes.ts'
import { html, isEmpty, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type LabelOptions = Styled & Options<{ for: string; isPageHeading: boolean }>

/** Renders nothing when there are no words. */
export function label(options: LabelOptions): Html {
  const content = contentOf(options)
  if (isEmpty(content)) return html``
  const element = html`<label class="${classes('govuk-label', options.classes)}"${attributes(options.attributes)}${options.for && html` for="${options.for}"`}>
  ${content}
</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}

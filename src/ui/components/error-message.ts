/** The GOV.UK Frontend `errorMessage`: what is wrong with one form field. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

/** `visuallyHiddenText` is read out before the message, "Error" unless given; `false` or '' leaves it out. */
export type ErrorMessageOptions = Styled & Options<{ id: string; visuallyHiddenText: string | false }>

export function errorMessage(options: ErrorMessageOptions): Html {
  const { visuallyHiddenText = 'Error' } = options
  const spoken = visuallyHiddenText ? html`<span class="govuk-visually-hidden">${visuallyHiddenText}:</span> ` : undefined
  return html`<p${options.id && html` id="${options.id}"`} class="${classes('govuk-error-message', options.classes)}"${attributes(options.attributes)}>
  ${spoken}${contentOf(options)}
</p>`
}

/** The GOV.UK Frontend `hint`: help that belongs to a form field. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type HintOptions = Styled & Options<{ id: string }>

export function hint(options: HintOptions): Html {
  return html`<div${options.id && html` id="${options.id}"`} class="${classes('govuk-hint', options.classes)}"${attributes(options.attributes)}>
  ${contentOf(options)}
</div>`
}

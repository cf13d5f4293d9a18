/** The GOV.UK Frontend `insetText`: words that stand apart from those around them. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type InsetTextOptions = Styled & Options<{ id: string }>

export function insetText(options: InsetTextOptions): Html {
  return html`<div${options.id && html` id="${options.id}"`} class="${classes('govuk-inset-text', options.classes)}"${attributes(options.attributes)}>
  ${contentOf(options)}
</div>`
}

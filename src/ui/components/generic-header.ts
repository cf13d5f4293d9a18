/** The GOV.UK Frontend `genericHeader`: the band at the top of a page of an organisation other than GOV.UK. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options } from '../options.ts'

export type GenericHeaderOptions = Options<{
  url: string
  logoHtml: Html
  logoText: string
  containerClasses: string
  classes: string
  attributes: Attributes
}>

export function genericHeader(options: GenericHeaderOptions): Html {
  return html`<div class="${classes('govuk-generic-header', options.classes)}"${attributes(options.attributes)}>
  <div class="${classes('govuk-generic-header__container', options.containerClasses || 'govuk-width-container')}">
    <div class="govuk-generic-header__logo">
      <a href="${options.url || '/'}" class="govuk-generic-header__homepage-link">${options.logoHtml ?? options.logoText}</a>
    </div>
  </div>
</div>`
}

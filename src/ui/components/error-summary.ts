/** The GOV.UK Frontend `errorSummary`: everything wrong with a page, first on it, each fault linked to its field. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Content, contentOf, type Options } from '../options.ts'

export type ErrorSummaryItem = Content & Options<{ href: string; attributes: Attributes }>

export type ErrorSummaryOptions = Options<{
  titleText: string
  titleHtml: Html
  descriptionText: string
  descriptionHtml: Html
  errorList: readonly ErrorSummaryItem[]
  disableAutoFocus: boolean
  classes: string
  attributes: Attributes
}>

export function errorSummary(options: ErrorSummaryOptions): Html {
  const description = options.descriptionHtml ?? options.descriptionText
  const list = options.errorList ?? []
  return html`<div class="${classes('govuk-error-summary', options.classes)}"${given({
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
  })}${attributes(options.attributes)} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">${options.titleHtml ?? options.titleText}</h2>
    <div class="govuk-error-summary__body">
      ${description && html`<p>${description}</p>`}
      ${list.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${list.map(item)}</ul>`}
    </div>
  </div>
</div>`
}

function item(entry: ErrorSummaryItem): Html {
  const content = contentOf(entry)
  return html`<li>${entry.href ? html`<a href="${entry.href}"${attributes(entry.attributes)}>${content}</a>` : content}</li>`
}

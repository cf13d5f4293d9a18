/** The GOV.UK Frontend `notificationBanner`: something that has happened or matters on this page. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, isEmpty, type Html } from '../html.ts'
import { classes, type Content, type Options } from '../options.ts'

export type NotificationBannerOptions = Content &
  Options<{
    titleText: string
    titleHtml: Html
    titleHeadingLevel: number | string
    type: string
    role: string
    titleId: string
    disableAutoFocus: boolean
    classes: string
    attributes: Attributes
  }>

export function notificationBanner(options: NotificationBannerOptions): Html {
  const isSuccess = options.type === 'success'
  const level = options.titleHeadingLevel || 2
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const className = classes('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', options.classes)
  const role = options.role || (isSuccess ? 'alert' : 'region')
  const disableAutoFocus = options.disableAutoFocus?.toString()
  return html`<div class="${className}" role="${role}" aria-labelledby="${titleId}" data-module="govuk-notification-banner"${given({
    'data-disable-auto-focus': disableAutoFocus,
  })}${attributes(options.attributes)}>
  <div class="govuk-notification-banner__header">
    <h${level} class="govuk-notification-banner__title" id="${titleId}">${titleOf(options)}</h${level}>
  </div>
  <div class="govuk-notification-banner__content">${
    isEmpty(options.html) ? options.text && html`<p class="govuk-notification-banner__heading">${options.text}</p>` : options.html
  }</div>
</div>`
}

function titleOf({ titleHtml, titleText, type }: NotificationBannerOptions): Html | string {
  return titleHtml ?? (titleText || (type === 'success' ? 'Success' : 'Important'))
}

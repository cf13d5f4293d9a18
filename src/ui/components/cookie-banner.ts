/** The GOV.UK Frontend `cookieBanner`. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Content, type Options } from '../options.ts'
import { button } from './button.ts'

type CookieAction = Options<{
  text: string
  type: 'button' | 'submit'
  href: string
  name: string
  value: string
  classes: string
  attributes: Attributes
}>

type CookieMessage = Content &
  Options<{
    headingText: string
    headingHtml: Html
    actions: readonly CookieAction[]
    hidden: boolean
    role: string
    classes: string
    attributes: Attributes
  }>

export type CookieBannerOptions = Options<{
  ariaLabel: string
  hidden: boolean
  classes: string
  attributes: Attributes
  messages: readonly CookieMessage[]
}>

export function cookieBanner(options: CookieBannerOptions): Html {
  return html`<div class="${classes('govuk-cookie-banner', options.classes)}" data-nosnippet role="region" aria-label="${
    options.ariaLabel || 'Cookie banner'
  }"${given({ hidden: options.hidden })}${attributes(options.attributes)}>
${options.messages?.map(messageOf)}
</div>`
}

function messageOf(message: CookieMessage): Html {
  const heading = message.headingHtml ?? message.headingText
  const { role, hidden } = message
  return html`<div class="${classes('govuk-cookie-banner__message', message.classes, 'govuk-width-container')}"${given({ role })}${attributes(message.attributes)}${given({ hidden })}>
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${heading && html`<h2 class="govuk-cookie-banner__heading govuk-heading-m">${heading}</h2>`}
      <div class="govuk-cookie-banner__content">${message.html ?? (message.text && html`<p class="govuk-body">${message.text}</p>`)}</div>
    </div>
  </div>
  ${message.actions && html`<div class="govuk-button-group">${message.actions.map(actionOf)}</div>`}
</div>`
}

function actionOf(action: CookieAction): Html {
  const { text, name, value, href, classes: further, attributes: written } = action
  if (href && action.type !== 'button') {
    return html`<a class="${classes('govuk-link', further)}" href="${href}"${attributes(written)}>${text}</a>`
  }
  return button({ text, type: action.type || 'button', name, value, classes: further, href, attributes: written })
}

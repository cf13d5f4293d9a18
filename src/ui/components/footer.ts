/** The GOV.UK Frontend `footer`. The crown and Crown copyright are not a council's: both appear only where they are given. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Content, contentOf, type Options } from '../options.ts'

type FooterLink = Options<{ text: string; href: string; attributes: Attributes }>

type FooterNavigation = Options<{ title: string; columns: number; width: string; items: readonly FooterLink[] }>

/** `logo` and `copyright.href` are ours; every other option is the official one. `contentLicence: null` leaves the licence out. */
export type FooterOptions = Options<{
  logo: Html
  meta: Content & Options<{ visuallyHiddenTitle: string; items: readonly FooterLink[] }>
  navigation: readonly FooterNavigation[]
  contentLicence: Content | null
  copyright: Content & Options<{ href: string }>
  containerClasses: string
  classes: string
  attributes: Attributes
}>

const licenceLogo = html`<svg aria-hidden="true" focusable="false" class="govuk-footer__licence-logo" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 483.2 195.7" height="17" width="41"><path fill="currentColor" d="M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145"/></svg>`

const openGovernmentLicence = html`All content is available under the <a class="govuk-footer__link" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">Open Government Licence v3.0</a>, except where otherwise stated`

export function footer(options: FooterOptions): Html {
  const sections = options.navigation ?? []
  const { contentLicence, copyright } = options
  return html`<div class="${classes('govuk-footer', options.classes)}"${attributes(options.attributes)}>
  <div class="${classes('govuk-width-container', options.containerClasses)}">
    ${options.logo}
    ${
      sections.length > 0 &&
      html`<div class="govuk-footer__navigation">${sections.map(section)}</div><hr class="govuk-footer__section-break">`
    }
    <div class="govuk-footer__meta">
      <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
        ${metaOf(options.meta)}
        ${
          contentLicence !== null &&
          html`${licenceLogo}<span class="govuk-footer__licence-description">${contentOf(contentLicence) ?? openGovernmentLicence}</span>`
        }
      </div>
      ${
        copyright?.href &&
        html`<div class="govuk-footer__meta-item"><a class="govuk-footer__link govuk-footer__copyright-logo" href="${copyright.href}">${contentOf(copyright)}</a></div>`
      }
    </div>
  </div>
</div>`
}

function section(navigation: FooterNavigation): Html {
  const items = navigation.items ?? []
  const className = classes('govuk-footer__list', navigation.columns !== undefined && `govuk-footer__list--columns-${navigation.columns}`)
  return html`<div class="govuk-footer__section govuk-grid-column-${navigation.width || 'full'}">
  <h2 class="govuk-footer__heading govuk-heading-m">${navigation.title}</h2>
  ${
    items.length > 0 &&
    html`<ul class="${className}">${items.map(
      (item) => item.href && item.text && html`<li class="govuk-footer__list-item">${link(item)}</li>`,
    )}</ul>`
  }
</div>`
}

function metaOf(meta: FooterOptions['meta']): Html | undefined {
  if (meta === undefined) return undefined
  const items = meta.items ?? []
  const content = contentOf(meta)
  return html`<h2 class="govuk-visually-hidden">${meta.visuallyHiddenTitle || 'Support links'}</h2>
${items.length > 0 && html`<ul class="govuk-footer__inline-list">${items.map((item) => html`<li class="govuk-footer__inline-list-item">${link(item)}</li>\n`)}</ul>`}
${content && html`<div class="govuk-footer__meta-custom">${content}</div>`}`
}

function link(item: FooterLink): Html {
  return html`<a class="govuk-footer__link" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`
}

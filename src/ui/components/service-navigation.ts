/** The GOV.UK Frontend `serviceNavigation`: the name of the service and the ways around it. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { Html, html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type ServiceNavigationItem = Styled & Options<{ current: boolean; active: boolean; href: string }>

type EndSlot = Html | Options<{ html: Html; align: string }>

export type ServiceNavigationOptions = Options<{
  classes: string
  attributes: Attributes
  ariaLabel: string
  menuButtonText: string
  menuButtonLabel: string
  navigationLabel: string
  navigationId: string
  navigationClasses: string
  collapseNavigationOnMobile: boolean
  serviceName: string
  serviceUrl: string
  navigation: readonly (ServiceNavigationItem | false | null | undefined | '')[]
  slots: Options<{ start: Html; end: EndSlot; navigationStart: Html; navigationEnd: Html }>
}>

export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { slots, serviceName } = options
  const end = endOf(slots?.end)
  const shared = html`class="${classes('govuk-service-navigation', options.classes)}" data-module="govuk-service-navigation"${attributes(options.attributes)}`
  const content = html`<div class="${classes('govuk-width-container', end.isInline && 'govuk-service-navigation__inlining-container')}">
  ${slots?.start}
  <div class="govuk-service-navigation__container">
    ${serviceName && name(serviceName, options.serviceUrl)}
    ${navigation(options)}
  </div>
  ${end.html}
</div>`
  if (!serviceName && !slots?.start && !end.html) return html`<div ${shared}>${content}</div>`
  return html`<section aria-label="${options.ariaLabel ?? 'Service information'}" ${shared}>${content}</section>`
}

function endOf(slot: EndSlot | undefined): { html: Html | undefined; isInline: boolean } {
  if (slot === undefined) return { html: undefined, isInline: false }
  return slot instanceof Html ? { html: slot, isInline: false } : { html: slot.html, isInline: slot.align === 'inline' }
}

function name(serviceName: string, href: string | undefined): Html {
  return html`<span class="govuk-service-navigation__service-name">${
    href
      ? html`<a href="${href}" class="govuk-service-navigation__link">${serviceName}</a>`
      : html`<span class="govuk-service-navigation__text">${serviceName}</span>`
  }</span>`
}

function navigation(options: ServiceNavigationOptions): Html | undefined {
  const items = (options.navigation ?? []).filter((item) => Boolean(item))
  const { slots, menuButtonLabel } = options
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return undefined
  const menu = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  const label = given({ 'aria-label': menuButtonLabel !== menu && menuButtonLabel })
  const collapses = options.collapseNavigationOnMobile ?? items.length > 1
  const toggle =
    collapses &&
    html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${id}"${label} hidden aria-hidden="true">${menu}</button>`
  return html`<nav aria-label="${options.navigationLabel || menu}" class="${classes('govuk-service-navigation__wrapper', options.navigationClasses)}">
  ${toggle}
  <ul class="govuk-service-navigation__list" id="${id}">
    ${slots?.navigationStart}${items.map((entry) => entry && item(entry))}${slots?.navigationEnd}
  </ul>
</nav>`
}

function item(entry: ServiceNavigationItem): Html {
  const isActive = Boolean(entry.active || entry.current)
  const current = given({ 'aria-current': isActive && (entry.current ? 'page' : 'true') })
  const words = contentOf(entry)
  const content = isActive ? html`<strong class="govuk-service-navigation__active-fallback">${words}</strong>` : words
  const className = classes('govuk-service-navigation__item', isActive && 'govuk-service-navigation__item--active')
  if (entry.href) {
    return html`<li class="${className}"><a class="govuk-service-navigation__link" href="${entry.href}"${current}${attributes(entry.attributes)}>${content}</a></li>`
  }
  return html`<li class="${className}">${words && html`<span class="govuk-service-navigation__text"${current}>${content}</span>`}</li>`
}

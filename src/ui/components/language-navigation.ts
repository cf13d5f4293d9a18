/** The GOV.UK Frontend `languageNavigation`: the same page in other languages. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type LanguageItem = Styled &
  Options<{ current: boolean; href: string; lang: string; hrefLang: string; dir: string; languageDescriptionText: string }>

export type LanguageNavigationOptions = Options<{
  items: readonly LanguageItem[]
  ariaLabel: string
  classes: string
  attributes: Attributes
}>

export function languageNavigation(options: LanguageNavigationOptions): Html {
  return html`<nav class="${classes('govuk-language-navigation', options.classes)}"${attributes(options.attributes)} aria-label="${
    options.ariaLabel ?? 'Language'
  }">
  <ul class="govuk-language-navigation__list">${options.items?.map(
    (item) => html`<li class="govuk-language-navigation__list-item">${item.current || !item.href ? current(item) : link(item)}</li>`,
  )}</ul>
</nav>`
}

function current(item: LanguageItem): Html {
  const { lang, dir } = item
  return html`<span class="${classes('govuk-language-navigation__text', item.classes)}" aria-current="true"${given({ lang, dir })}${attributes(item.attributes)}>${contentOf(item)}</span>`
}

function link(item: LanguageItem): Html {
  const { lang, dir, languageDescriptionText: description } = item
  const further = given({ lang, hreflang: item.hrefLang || lang, dir })
  return html`<a class="${classes('govuk-language-navigation__link', item.classes)}" href="${item.href}" rel="alternate"${further}${attributes(item.attributes)}>${contentOf(item)}${
    description && html`<span class="govuk-visually-hidden"> ${description}</span>`
  }</a>`
}

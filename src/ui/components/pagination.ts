/** The GOV.UK Frontend `pagination`: to the pages of a long list, or to the pages before and after. */
import { attributes, type Attributes, given } from '../attributes.ts'
import { html, type Html, type Renderable } from '../html.ts'
import { classes, type Content, contentOf, type Options } from '../options.ts'

type Arrow = Content & Options<{ labelText: string; href: string; attributes: Attributes }>

type PageItem = Options<{
  number: string | number
  visuallyHiddenText: string
  href: string
  current: boolean
  ellipsis: boolean
  attributes: Attributes
}>

export type PaginationOptions = Options<{
  items: readonly (PageItem | null | undefined)[]
  previous: Arrow
  next: Arrow
  landmarkLabel: string
  classes: string
  attributes: Attributes
}>

const icons = {
  prev: html`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>`,
  next: html`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>`,
}

export function pagination(options: PaginationOptions): Html {
  const { previous, next, items } = options
  const isBlock = items === undefined && (previous !== undefined || next !== undefined)
  return html`<nav class="${classes('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes)}" aria-label="${
    options.landmarkLabel || 'Pagination'
  }"${attributes(options.attributes)}>
  ${previous?.href && arrow('prev', previous, isBlock)}
  ${items && html`<ul class="govuk-pagination__list">${items.map((item) => item && pageItem(item))}</ul>`}
  ${next?.href && arrow('next', next, isBlock)}
</nav>`
}

function arrow(direction: 'prev' | 'next', link: Arrow, isBlock: boolean): Html {
  const isFirst = isBlock || direction === 'prev'
  const title = classes('govuk-pagination__link-title', isBlock && !link.labelText && 'govuk-pagination__link-title--decorated')
  return html`<div class="govuk-pagination__${direction}">
  <a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${direction}"${attributes(link.attributes)}>
    ${isFirst && icons[direction]}
    <span class="${title}">${words(direction, link)}</span>
    ${link.labelText && isBlock && html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>`}
    ${!isFirst && icons[direction]}
  </a>
</div>`
}

function words(direction: 'prev' | 'next', link: Arrow): Renderable {
  return contentOf(link) ?? html`${direction === 'prev' ? 'Previous' : 'Next'}<span class="govuk-visually-hidden"> page</span>`
}

function pageItem(item: PageItem): Html | undefined {
  if (Object.keys(item).length === 0) return undefined
  const className = classes(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return html`<li class="${className}">&ctdot;</li>`
  return html`<li class="${className}"><a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${
    item.visuallyHiddenText ?? `Page ${item.number}`
  }"${given({ 'aria-current': item.current && 'page' })}${attributes(item.attributes)}>${item.number}</a></li>`
}

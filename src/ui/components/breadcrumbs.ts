/** The GOV.UK Frontend `breadcrumbs`: where this page is. */
import { attributes, type Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type Breadcrumb = Styled & Options<{ href: string }>

export type BreadcrumbsOptions = Options<{
  items: readonly Breadcrumb[]
  classes: string
  collapseOnMobile: boolean
  attributes: Attributes
  labelText: string
}>

export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const className = classes('govuk-breadcrumbs', options.classes, options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')
  return html`<nav class="${className}"${attributes(options.attributes)} aria-label="${options.labelText ?? 'Breadcrumb'}">
  <ol class="govuk-breadcrumbs__list">${options.items?.map(crumb)}</ol>
</nav>`
}

function crumb(item: Breadcrumb): Html {
  if (!item.href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${contentOf(item)}</li>`
  return html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${contentOf(item)}</a></li>`
}

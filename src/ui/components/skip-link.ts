/** The GOV.UK Frontend `skipLink`: the first link of a page, past the header to the main content. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'

export type SkipLinkOptions = Styled & Options<{ href: string }>

export function skipLink(options: SkipLinkOptions): Html {
  return html`<a href="${options.href || '#content'}" class="${classes('govuk-skip-link', options.classes)}"${attributes(options.attributes)} data-module="govuk-skip-link">${contentOf(options)}</a>`
}

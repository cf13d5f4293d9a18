/** The GOV.UK Frontend `backLink`: to the page before. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options, type Styled } from '../options.ts'

export type BackLinkOptions = Styled & Options<{ href: string }>

export function backLink(options: BackLinkOptions): Html {
  const content = options.html ?? (options.text || 'Back')
  return html`<a href="${options.href || '#'}" class="${classes('govuk-back-link', options.classes)}"${attributes(options.attributes)}>${content}</a>`
}

/** The GOV.UK Frontend `tag`: the status of something in a word or two. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Styled } from '../options.ts'

export type TagOptions = Styled

export function tag(options: TagOptions): Html {
  return html`<strong class="${classes('govuk-tag', options.classes)}"${attributes(options.attributes)}>${contentOf(options)}</strong>`
}

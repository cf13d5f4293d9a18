/** The GOV.UK Frontend `phaseBanner`: what stage the service is at. */
import { attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, contentOf, type Options, type Styled } from '../options.ts'
import { tag, type TagOptions } from './tag.ts'

export type PhaseBannerOptions = Styled & Options<{ tag: TagOptions }>

export function phaseBanner(options: PhaseBannerOptions): Html {
  return html`<div class="${classes('govuk-phase-banner govuk-width-container', options.classes)}"${attributes(options.attributes)}>
  <p class="govuk-phase-banner__content">
    ${tag({ text: options.tag?.text, html: options.tag?.html, classes: classes('govuk-phase-banner__content__tag', options.tag?.classes) })}
    <span class="govuk-phase-banner__text">${contentOf(options)}</span>
  </p>
</div>`
}

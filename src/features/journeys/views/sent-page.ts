/** The page after sending: the reference, what happens next, and the optional questions. */
import { panel } from '#ui/components/panel.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import type { Language } from '#ui/words/index.ts'
import { wordsFor } from '../words/index.ts'
import { referenceText, spokenReference } from './reference.ts'

export type SentPage = {
  readonly lang: Language
  readonly reference: string
  /** Markdown of the service: what happens next. */
  readonly after: string
  readonly trackHref: string
  /** Where the equality questions are, while they have not been answered. */
  readonly equalityHref?: string | undefined
  /** True once they have been. */
  readonly isEqualityDone: boolean
  /** Links to what else one may do now. */
  readonly invites?: Html | undefined
}

export function sentPage(view: SentPage): Html {
  const words = wordsFor(view.lang)
  return html`${panel({
    titleText: words.sentTitle,
    html: html`${words.sentReference}<br><strong>${referenceText(view.reference)}</strong>`,
  })}
<p class="govuk-body">${words.sentSpoken} <strong>${spokenReference(view.reference)}</strong></p>
<h2 class="govuk-heading-m">${words.sentNext}</h2>
${prose(view.after)}
<p class="govuk-body">${words.sentKeep} ${words.sentPrint}</p>
<p class="govuk-body"><a class="govuk-link" href="${view.trackHref}">${words.sentTrack}</a></p>
${
  view.equalityHref &&
  html`<p class="govuk-body"><a class="govuk-link" href="${view.equalityHref}">${words.equalityLink}</a>. ${words.equalityWhy}</p>`
}
${view.isEqualityDone && html`<p class="govuk-body"><strong>${words.equalityDoneTitle}.</strong> ${words.equalityDoneBody}</p>`}
${view.invites}`
}

/** What staff see after they entered a form for somebody. */
export function enteredPage({ lang, reference, againHref }: { lang: Language; reference: string; againHref: string }): Html {
  const words = wordsFor(lang)
  return html`${panel({ titleText: words.enterSent, html: html`${words.sentReference}<br><strong>${referenceText(reference)}</strong>` })}
<p class="govuk-body">${words.sentSpoken} <strong>${spokenReference(reference)}</strong></p>
<p class="govuk-body"><a class="govuk-link" href="${againHref}">${words.enterAnother}</a></p>`
}

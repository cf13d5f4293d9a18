/** The pages that say why one cannot go on here, each with the way out. */
import { button } from '#ui/components/button.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import type { Language } from '#ui/words/index.ts'
import { wordsFor } from '../words/index.ts'
import { referenceText } from './reference.ts'

/** “Not accepted here”, with where to go. `body` is Markdown. */
export function exitPage(view: { lang: Language; title: string; body: string; backHref: string; servicesHref: string }): Html {
  const words = wordsFor(view.lang)
  return html`<h1 class="govuk-heading-l">${view.title}</h1>
${prose(view.body)}
<p class="govuk-body"><a class="govuk-link" href="${view.backHref}">${words.exitOther}</a></p>
<p class="govuk-body"><a class="govuk-link" href="${view.servicesHref}">${words.exitServices}</a></p>`
}

/** Nothing is kept for this browser. */
export function nowherePage({ lang, startHref }: { lang: Language; startHref: string }): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.nowhereTitle}</h1>
${words.nowhereBody.map((text) => html`<p class="govuk-body">${text}</p>`)}
${button({ text: words.start, href: startHref, isStartButton: true })}`
}

/** The back button after sending, or sending from another tab. */
export function sentBeforePage(view: { lang: Language; reference: string; sentHref: string; startHref: string }): Html {
  const words = wordsFor(view.lang)
  return html`<h1 class="govuk-heading-l">${words.sentBeforeTitle}</h1>
<p class="govuk-body">${words.sentBeforeBody} <strong>${referenceText(view.reference)}</strong></p>
<p class="govuk-body"><a class="govuk-link" href="${view.sentHref}">${words.seeSent}</a></p>
<p class="govuk-body"><a class="govuk-link" href="${view.startHref}">${words.startAnother}</a></p>`
}

/** What may be sent only once has been sent by somebody. */
export function oncePage({ lang, servicesHref }: { lang: Language; servicesHref: string }): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.onceTitle}</h1>
<p class="govuk-body">${words.onceBody}</p>
<p class="govuk-body"><a class="govuk-link" href="${servicesHref}">${words.exitServices}</a></p>`
}

/** The service has no such page, or no longer. */
export function unknownPage({ lang, onHref }: { lang: Language; onHref: string }): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.unknownTitle}</h1>
<p class="govuk-body">${words.unknownBody}</p>
<p class="govuk-body"><a class="govuk-link" href="${onHref}">${words.goOn}</a></p>`
}

/** The link of an email that no longer leads anywhere. */
export function returnGonePage({ lang, servicesHref }: { lang: Language; servicesHref: string }): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.returnGoneTitle}</h1>
<p class="govuk-body">${words.returnGoneBody}</p>
<p class="govuk-body"><a class="govuk-link" href="${servicesHref}">${words.exitServices}</a></p>`
}

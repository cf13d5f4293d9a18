/** The pages on which people see how far their application is, answer what they are asked, and read what was decided. */
import type { ResidentCase, ResidentDecision } from '#features/cases/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { button } from '#ui/components/button.ts'
import { details } from '#ui/components/details.ts'
import { input } from '#ui/components/input.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { notificationBanner } from '#ui/components/notification-banner.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { textarea } from '#ui/components/textarea.ts'
import { explanation } from '#ui/explanation.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { timeline } from '#ui/timeline.ts'
import { type Language, wordsIn } from '#ui/words/index.ts'
import { wordsFor } from '../words/index.ts'
import { appointmentOn } from './appointment-pages.ts'
import { faultSummary, type ShownFault } from './faults.ts'
import { lines } from './lines.ts'
import { referenceText } from './reference.ts'

export type TrackPage = {
  readonly lang: Language
  readonly csrf: string
  readonly typed: { readonly reference: string; readonly contact: string }
  readonly faults: { readonly reference?: string | undefined; readonly contact?: string | undefined }
  /** The applications of whoever is signed in. */
  readonly own: readonly { readonly name: string; readonly reference: string; readonly href: string }[]
}

export function trackPage({ lang, csrf, typed, faults, own }: TrackPage): Html {
  const words = wordsFor(lang)
  const shown: ShownFault[] = []
  if (faults.reference !== undefined) shown.push({ text: faults.reference, field: 'reference' })
  if (faults.contact !== undefined) shown.push({ text: faults.contact, field: 'contact' })
  const fields = [
    input({
      name: 'reference',
      label: { text: words.trackReference, classes: 'govuk-label--s' },
      hint: { text: words.trackReferenceHint },
      value: typed.reference,
      errorMessage: errorOf(lang, faults.reference),
      classes: 'govuk-input--width-10',
      spellcheck: false,
      autocomplete: 'off',
    }),
    input({
      name: 'contact',
      label: { text: words.trackContact, classes: 'govuk-label--s' },
      hint: { text: words.trackContactHint },
      value: typed.contact,
      errorMessage: errorOf(lang, faults.contact),
      autocomplete: 'email',
      spellcheck: false,
    }),
  ]
  return html`${faultSummary(lang, shown)}
<h1 class="govuk-heading-l">${words.trackTitle}</h1>
${
  own.length > 0 &&
  html`<h2 class="govuk-heading-m">${words.trackMine}</h2>
<ul class="govuk-list">${own.map(({ name, reference, href }) => html`<li><a class="govuk-link" href="${href}">${name}</a> (${referenceText(reference)})</li>`)}</ul>`
}
<p class="govuk-body">${words.trackBody}</p>
${form({ csrf, content: [fields, button({ text: words.trackButton, preventDoubleClick: true })] })}`
}

function errorOf(lang: Language, text: string | undefined) {
  return text === undefined ? undefined : { text, visuallyHiddenText: wordsIn(lang).error }
}

export type CasePage = {
  readonly lang: Language
  readonly csrf: string
  readonly found: ResidentCase
  /** What came of the last thing they did, such as “We have your answer.” */
  readonly news?: string | undefined
  /** What is wrong with their answer to the question of that id, and what they typed. */
  readonly answerFault?: { readonly ask: string; readonly text: string; readonly typed: string } | undefined
  readonly answerHref: string
  readonly withdrawHref: string
  readonly leaveHref: string
  readonly appointmentHref: (appointment: string) => string
  /** Links to what else one may do once it is decided. */
  readonly invites?: Html | undefined
}

export function casePage(view: CasePage): Html {
  const { lang, found, answerFault, news } = view
  const words = wordsFor(lang)
  const { decision } = found
  const about = [
    { key: { text: words.trackReference }, value: { html: referenceText(found.reference) } },
    { key: { text: words.trackSentOn }, value: { text: dayOf(found.openedAt, lang) } },
    { key: { text: words.trackStatus }, value: { html: html`<strong>${found.statusWords}</strong>` } },
  ]
  return html`${faultSummary(lang, answerFault ? [{ text: answerFault.text, field: `answer-${answerFault.ask}` }] : [])}
${news && notificationBanner({ titleText: wordsIn(lang).important, text: news })}
<h1 class="govuk-heading-l">${found.serviceName}</h1>
${found.isMadeUp && insetText({ text: words.trackMadeUp })}
${summaryList({ rows: about })}
${found.dueOn !== undefined && html`<p class="govuk-body">${words.trackDue(formatDate(found.dueOn, lang))}</p>`}
${found.asks.map((ask) => askOf(view, ask))}
${found.appointments.map((appointment) => appointmentOn({ lang, appointment, href: view.appointmentHref(appointment.id) }))}
${decision && decisionOf(lang, decision)}
${decision && view.invites}
<h2 class="govuk-heading-m">${words.trackHistory}</h2>
${timeline(
  found.entries.map(({ at, title, text }) => ({
    at,
    when: dayOf(at, lang),
    title,
    body: text === undefined ? undefined : prose(text),
  })),
)}
${details({
  summaryText: words.trackAnswers,
  html: summaryList({ rows: found.answers.map(({ label, value }) => ({ key: { text: label }, value: { html: lines(value) } })) }),
})}
${found.canWithdraw && html`<p class="govuk-body"><a class="govuk-link" href="${view.withdrawHref}">${words.trackWithdraw}</a></p>`}
${form({ action: view.leaveHref, csrf: view.csrf, content: button({ text: words.trackLeave, classes: 'govuk-button--secondary' }) })}`
}

/** The day in the United Kingdom of an instant, in words. */
function dayOf(instant: string, lang: Language): string {
  return formatDate(dayInLondon(new Date(instant)), lang)
}

function askOf({ lang, csrf, answerHref, answerFault }: CasePage, ask: ResidentCase['asks'][number]): Html {
  const words = wordsFor(lang)
  const fault = answerFault?.ask === ask.id ? answerFault : undefined
  const field = textarea({
    id: `answer-${ask.id}`,
    name: 'text',
    rows: 5,
    label: { text: words.trackAnswer, classes: 'govuk-label--s' },
    value: fault?.typed,
    errorMessage: errorOf(lang, fault?.text),
  })
  const content = html`<input type="hidden" name="ask" value="${ask.id}">${field}${button({ text: words.trackAnswerButton, preventDoubleClick: true })}`
  return html`<h2 class="govuk-heading-m">${words.trackAsked}</h2>
<p class="govuk-body">${lines(ask.question)}</p>
${form({ action: answerHref, csrf, content })}`
}

function decisionOf(lang: Language, decision: ResidentDecision): Html {
  const words = wordsFor(lang)
  const { figures, note, appeal, body, turns } = decision
  return html`<h2 class="govuk-heading-m">${words.trackDecision}</h2>
${explanation({
  outcome: decision.label,
  headingLevel: 3,
  reasonsTitle: words.trackWhy,
  reasons: decision.reasons.map((text) => ({ text })),
  next: html`${body !== undefined && prose(body)}
${figures.length > 0 && summaryList({ rows: figures.map(({ label, value }) => ({ key: { text: label }, value: { text: value } })) })}
${turns.length > 0 && html`<h4 class="govuk-heading-s">${words.trackTurns}</h4><ul class="govuk-list govuk-list--bullet">${turns.map((turn) => html`<li>${turn}</li>`)}</ul>`}
${note !== undefined && html`<p class="govuk-body"><strong>${words.trackNote}:</strong> ${lines(note)}</p>`}
${appeal && html`<p class="govuk-body">${words.trackAppeal(appeal.to, formatDate(appeal.until, lang))}</p>`}`,
})}`
}

/** Asks before an application is taken back. */
export function withdrawPage({ lang, csrf, caseHref }: { lang: Language; csrf: string; caseHref: string }): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.trackWithdraw}</h1>
<p class="govuk-body">${words.trackWithdrawBody}</p>
${form({
  csrf,
  content: html`<div class="govuk-button-group">${button({ text: words.trackWithdrawButton, classes: 'govuk-button--warning', preventDoubleClick: true })}
<a class="govuk-link" href="${caseHref}">${words.keep}</a></div>`,
})}`
}

/** The page on which answers are checked before they are sent: by section, with links to change them, and what they cost. */
import type { Answers, Question, Wording } from '#core/definition/index.ts'
import type { WalkedPage } from '#core/journey/index.ts'
import { button } from '#ui/components/button.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { summaryList, type SummaryRow } from '#ui/components/summary-list.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import type { Language } from '#ui/words/index.ts'
import type { Figure } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { lines } from './lines.ts'

export type CheckPage = {
  readonly lang: Language
  readonly csrf: string
  readonly wording: Wording
  readonly pages: readonly WalkedPage[]
  readonly answers: Answers
  /** Address of a page with the way back to this one. */
  readonly changeHref: (pageId: string) => string
  readonly fee?: string | undefined
  readonly isFree: boolean
  readonly figures: readonly Figure[]
  readonly reasons: readonly string[]
  readonly isVersionOld: boolean
  readonly saveHref?: string | undefined
}

export function checkPage(view: CheckPage): Html {
  const words = wordsFor(view.lang)
  const sections = [...new Set(view.pages.map(({ page }) => page.section))]
  return html`<h1 class="govuk-heading-l">${words.checkTitle}</h1>
${view.isVersionOld && insetText({ text: words.versionChanged })}
${sections.map((section) => sectionOf(view, section))}
${workedOut(view)}
<h2 class="govuk-heading-m">${words.checkNow}</h2>
<p class="govuk-body">${words.checkConfirm}</p>
${form({
  csrf: view.csrf,
  content: html`<div class="govuk-button-group">${button({ text: words.send, preventDoubleClick: true })}${
    view.saveHref && html`<a class="govuk-link" href="${view.saveHref}">${words.saveForLater}</a>`
  }</div>`,
})}`
}

function sectionOf(view: CheckPage, section: string): Html {
  const pages = view.pages.filter(({ page }) => page.section === section)
  const rows = pages.flatMap(({ page, questions }) => questions.map((question) => rowOf(view, question, page.id)))
  return html`<h2 class="govuk-heading-m">${view.wording.section(section)}</h2>${summaryList({ classes: 'govuk-!-margin-bottom-9', rows })}`
}

function rowOf({ lang, wording, answers, changeHref }: CheckPage, question: Question, pageId: string): SummaryRow {
  const words = wordsFor(lang)
  const key = wording.question(question.id).short
  const answer = answers[question.id]
  const shown = answer === undefined ? '' : wording.answer(question, answer)
  return {
    key: { text: key },
    value: shown === '' ? { html: html`<span class="govuk-hint">${words.notGiven}</span>` } : { html: lines(shown) },
    actions: { items: [{ href: changeHref(pageId), text: words.change, visuallyHiddenText: key }] },
  }
}

function workedOut({ lang, fee, isFree, figures, reasons }: CheckPage): Html | undefined {
  const words = wordsFor(lang)
  const isPriced = fee !== undefined
  if (!isPriced && figures.length === 0) return undefined
  const rows = figures.map(({ label, value }) => ({ key: { text: label }, value: { text: value } }))
  const total = isPriced && { key: { text: words.fee }, value: { html: html`<strong>${isFree ? words.noFee : fee}</strong>` } }
  return html`<h2 class="govuk-heading-m">${isPriced ? words.feeTitle : words.figuresTitle}</h2>
${summaryList({ rows: [...rows, total] })}
${
  reasons.length > 0 &&
  html`<h3 class="govuk-heading-s">${words.whyTitle}</h3>
<ul class="govuk-list govuk-list--bullet">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`
}
<p class="govuk-body">${isPriced && !isFree ? words.payLater : words.proposal}</p>`
}

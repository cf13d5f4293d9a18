/** The page on which somebody suggests a change in their own words. */
import type { Language } from '#core/definition/index.ts'
import { button } from '#ui/components/button.ts'
import { checkboxes } from '#ui/components/checkboxes.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { input } from '#ui/components/input.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { select } from '#ui/components/select.ts'
import { textarea } from '#ui/components/textarea.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsIn } from '#ui/words/index.ts'
import type { Detail } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'

export type SuggestPage = {
  readonly lang: Language
  readonly csrf: string
  readonly isSignedIn: boolean
  readonly answerDays: number
  /** The pages of the service by their titles, to say what it is about. */
  readonly pages: readonly { readonly id: string; readonly title: string }[]
  /** The question it is about, where that is known. */
  readonly question?: { readonly id: string; readonly page: string; readonly label: string } | undefined
  readonly typed: { readonly text: string; readonly email: string; readonly page: string }
  readonly fault?: { readonly field: 'text' | 'email'; readonly text: string; readonly href?: string | undefined } | undefined
  /** What looks like somebody's personal details, and the name of the text they are in. */
  readonly warned?: { readonly details: readonly Detail[]; readonly name: string } | undefined
}

export function suggestPage(view: SuggestPage): Html {
  const words = wordsFor(view.lang)
  return html`${faultsOf(view)}
<h1 class="govuk-heading-l">${words.suggestTitle}</h1>
<p class="govuk-body-l">${words.suggestLead}</p>
${view.question && insetText({ html: html`<p class="govuk-body-s">${words.suggestAsked}</p><p class="govuk-body"><strong>${view.question.label}</strong></p>` })}
${form({ csrf: view.csrf, content: [aboutField(view), textField(view), warning(view), emailField(view), button({ text: words.suggestButton, preventDoubleClick: true })] })}
<h2 class="govuk-heading-m">${words.suggestNext}</h2>
<p class="govuk-body">${words.suggestNextBody(view.answerDays)}</p>`
}

function faultsOf({ lang, fault, warned }: SuggestPage): Html | undefined {
  const words = wordsFor(lang)
  if (!fault && !warned) return undefined
  const shown = fault ?? { field: 'text' as const, text: words.warnedTitle }
  return html`${errorSummary({ titleText: wordsIn(lang).errorSummaryTitle, errorList: [{ text: shown.text, href: `#${shown.field}` }] })}
${fault?.href && html`<p class="govuk-body"><a class="govuk-link" href="${fault.href}">${words.repeatedLink}</a></p>`}`
}

function aboutField({ lang, question, pages, typed }: SuggestPage): Html {
  const words = wordsFor(lang)
  if (question)
    return html`<input type="hidden" name="page" value="${question.page}"><input type="hidden" name="question" value="${question.id}">`
  return select({
    id: 'page',
    name: 'page',
    label: { text: words.suggestAbout, classes: 'govuk-label--s' },
    value: typed.page,
    items: [{ value: '', text: words.suggestAboutAll }, ...pages.map(({ id, title }) => ({ value: id, text: title }))],
  })
}

function textField({ lang, typed, fault }: SuggestPage): Html {
  const words = wordsFor(lang)
  return textarea({
    id: 'text',
    name: 'text',
    rows: 6,
    label: { text: words.suggestText, classes: 'govuk-label--s' },
    hint: { text: words.suggestTextHint },
    value: typed.text,
    errorMessage: fault?.field === 'text' ? { text: fault.text, visuallyHiddenText: wordsIn(lang).error } : undefined,
  })
}

/** What everybody would see, and the choice to take it out or to say that it is meant so. */
function warning({ lang, warned }: SuggestPage): Html | undefined {
  if (!warned) return undefined
  const words = wordsFor(lang)
  return html`<div class="govuk-inset-text"><p class="govuk-body"><strong>${words.warnedTitle}</strong> ${words.warnedBody}</p>
<ul class="govuk-list govuk-list--bullet">${warned.details.map(({ kind, found }) => html`<li><strong>${found}</strong> (${words.details[kind]})</li>`)}</ul>
${checkboxes({ name: 'warned', idPrefix: 'warned', classes: 'govuk-checkboxes--small', items: [{ value: warned.name, text: words.warnedTick }] })}</div>`
}

function emailField({ lang, isSignedIn, typed, fault }: SuggestPage): Html {
  const words = wordsFor(lang)
  if (isSignedIn) return html`<p class="govuk-body">${words.suggestTold}</p>`
  return input({
    id: 'email',
    name: 'email',
    type: 'email',
    label: { text: words.suggestEmail, classes: 'govuk-label--s' },
    hint: { text: `${words.suggestEmailHint} ${words.suggestTold}` },
    value: typed.email,
    autocomplete: 'email',
    spellcheck: false,
    errorMessage: fault?.field === 'email' ? { text: fault.text, visuallyHiddenText: wordsIn(lang).error } : undefined,
  })
}

/** The single place that lists briefings: for everyone, and for those who make them. */
import { formatDate } from '#core/value/date-words.ts'
import { path, type Language } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'
import { type Content, csrfField } from '#http/shell.ts'
import { button } from '#ui/components/button.ts'
import { errorSummary } from '#ui/components/error-summary.ts'
import { radios } from '#ui/components/radios.ts'
import { wordsIn as uiWords } from '#ui/words/index.ts'
import { html, type Html } from '#ui/html.ts'
import type { Listed } from '../domain/briefing.ts'
import { wordsFor } from '../words/index.ts'

/** What a briefing can be about: `''` is the council as a whole. */
export type Subject = { readonly id: string; readonly name: string }

export function listPage(lang: Language, listed: readonly Listed[]): Content {
  const say = wordsFor(lang)
  const main = html`<h1 class="govuk-heading-xl">${say.title}</h1>
<p class="govuk-body-l">${say.lead}</p>
${listOf(lang, listed)}`
  return { title: say.title, main }
}

export function staffPage(ctx: Ctx, page: { listed: readonly Listed[]; subjects: readonly Subject[]; isUnknown: boolean }): Content {
  const { lang } = ctx
  const say = wordsFor(lang)
  const fault = page.isUnknown ? { text: say.unknownSubject } : undefined
  const choice = radios({
    name: 'about',
    fieldset: { legend: { text: say.about, classes: 'govuk-fieldset__legend--s' } },
    errorMessage: fault,
    items: page.subjects.map(({ id, name }) => ({ value: id === '' ? '*' : id, text: name })),
  })
  const main = html`${fault && errorSummary({ titleText: uiWords(lang).errorSummaryTitle, errorList: [{ text: fault.text, href: '#about' }] })}
<h1 class="govuk-heading-xl">${say.staffTitle}</h1>
<p class="govuk-body">${say.staffLead}</p>
<form method="get" action="${path(lang, '/staff/briefings/draft')}" novalidate>${choice}${button({ text: say.look })}</form>
<h2 class="govuk-heading-m">${say.title}</h2>
${listOf(lang, page.listed)}`
  return { title: say.staffTitle, main, error: page.isUnknown }
}

/** The button that turns a draft into an entry nobody can change. */
export function freezeForm(ctx: Ctx, about: string): Html {
  const say = wordsFor(ctx.lang)
  return html`<form method="post" action="${path(ctx.lang, '/staff/briefings')}" novalidate>${csrfField(ctx)}
<input type="hidden" name="about" value="${about}">
<p class="govuk-body">${say.freezeNote}</p>
${button({ text: say.freeze })}</form>`
}

function listOf(lang: Language, listed: readonly Listed[]): Html {
  const say = wordsFor(lang)
  if (listed.length === 0) return html`<p class="govuk-body">${say.none}</p>`
  return html`<ul class="govuk-list govuk-list--spaced">${listed.map(
    ({ id, on, title }) =>
      html`<li><a class="govuk-link" href="${path(lang, `/briefings/${id}`)}">${title[lang]}</a>, ${formatDate(on, lang)}</li>`,
  )}</ul>`
}

/** The pages about what is hidden: the suggestion itself, for everybody and for its author, and the public log. */
import type { Language } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { button } from '#ui/components/button.ts'
import { table } from '#ui/components/table.ts'
import { textarea } from '#ui/components/textarea.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { type Moderated, type Hiding, type Proposal, Rule } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { dayOf, paragraphs, quoted } from './parts.ts'

export type HiddenPage = {
  readonly lang: Language
  readonly csrf: string
  readonly proposal: Proposal
  readonly hiding: Hiding
  readonly isOwn: boolean
}

/** What everybody is told; the author sees their own words too, and may ask for another look, once. */
export function hiddenPage({ lang, csrf, proposal, hiding, isOwn }: HiddenPage): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.hiddenTitle}</h1>
<p class="govuk-body">${words.hiddenBody(dayOf(hiding.at, lang))} <strong>${words.rules[hiding.rule]}</strong></p>
${hiding.upheld && html`<p class="govuk-body">${words.upheld}</p>`}
${isOwn && html`<p class="govuk-body">${words.hiddenYours}</p>${proposal.text !== undefined && quoted(proposal.text, proposal.lang)}${hiding.note !== '' && paragraphs(hiding.note)}${hiding.upheld && paragraphs(hiding.upheld.note)}`}
${isOwn && (hiding.appeal ? html`<p class="govuk-body">${words.appealWaits}</p>` : appealForm(lang, csrf, proposal.id))}
<p class="govuk-body"><a class="govuk-link" href="${path(lang, '/moderation')}">${words.listModeration}</a></p>`
}

function appealForm(lang: Language, csrf: string, id: string): Html {
  const words = wordsFor(lang)
  const content = [
    textarea({ id: 'text', name: 'text', rows: 4, label: { text: words.appealText, classes: 'govuk-label--s' } }),
    button({ text: words.appealButton, preventDoubleClick: true }),
  ]
  return html`<h2 class="govuk-heading-m">${words.appealTitle}</h2>${form({ action: path(lang, `/suggestions/${id}/appeal`), csrf, content })}`
}

/** The public log: what was hidden is not said again. */
export function moderationPage(lang: Language, log: readonly Moderated[]): Html {
  const words = wordsFor(lang)
  const became = {
    stays: words.moderationStays,
    appealed: words.moderationAppealed,
    upheld: words.moderationUpheld,
    shown: words.moderationShown,
  }
  const rows = log.map((one) => [
    { text: dayOf(one.at, lang) },
    { text: one.service },
    { text: words.rules[one.rule] },
    { text: became[one.became] },
  ])
  const head = [words.moderationWhen, words.service, words.moderationRule, words.moderationBecame].map((text) => ({ text }))
  return html`<h1 class="govuk-heading-l">${words.moderationTitle}</h1>
<p class="govuk-body-l">${words.moderationLead}</p>
<h2 class="govuk-heading-m">${words.moderationRules}</h2>
<ul class="govuk-list govuk-list--bullet">${Rule.options.map((rule) => html`<li>${words.rules[rule]}</li>`)}</ul>
<h2 class="govuk-heading-m">${words.moderationLog}</h2>
${
  log.length === 0
    ? html`<p class="govuk-body">${words.moderationNone}</p>`
    : tableScroll(
        words.moderationLog,
        table({ caption: words.moderationLog, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows }),
      )
}`
}

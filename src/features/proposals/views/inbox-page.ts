/** The list of suggested changes for those who deal with them: what is owed first, and what somebody asks to be looked at again. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { path } from '#http/language.ts'
import { button } from '#ui/components/button.ts'
import { select } from '#ui/components/select.ts'
import { table } from '#ui/components/table.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { addressOf, type Filter, isOpen, pageLength, type Proposal, shownStates } from '../domain/index.ts'
import { deskWordsFor, wordsFor } from '../words/index.ts'
import type { Listed } from './list-page.ts'
import { dayOf, stateTags, titleOf } from './parts.ts'

export type InboxPage = {
  readonly lang: Language
  readonly today: string
  readonly filter: Filter
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly listed: readonly Listed[]
  readonly found: number
  /** Hidden ones whose authors have appealed. */
  readonly appealed: readonly { readonly proposal: Proposal; readonly service: string }[]
  /** Ids of those that wait for the reader's own decision. */
  readonly yours: ReadonlySet<string>
}

const root = '/staff/suggestions'

export function inboxPage(view: InboxPage): Html {
  const { lang, listed, found, appealed } = view
  const [words, desk] = [wordsFor(lang), deskWordsFor(lang)]
  return html`<h1 class="govuk-heading-l">${desk.inboxTitle}</h1>
${appealed.length > 0 && html`<h2 class="govuk-heading-m">${desk.inboxAppeals}</h2><ul class="govuk-list">${appealed.map(({ proposal, service }) => html`<li><a class="govuk-link" href="${path(lang, `${root}/${proposal.id}`)}">${titleOf(proposal, lang, service)}</a> (${service})</li>`)}</ul>`}
${filters(view)}
<p class="govuk-body"><strong>${words.listFound(found)}</strong></p>
${listed.length === 0 ? html`<p class="govuk-body">${words.listNothing}</p>` : rows(view)}
${pages(view)}`
}

function filters({ lang, filter, services }: InboxPage): Html {
  const words = wordsFor(lang)
  const content = html`<div class="suggestion-filters">
${select({ id: 'service', name: 'service', label: { text: words.listService }, value: filter.service ?? '', items: [{ value: '', text: words.listAll }, ...services.map(({ id, name }) => ({ value: id, text: name }))] })}
${select({ id: 'show', name: 'show', label: { text: words.listState }, value: filter.shown, items: shownStates.map((shown) => ({ value: shown, text: words.listStates[shown] })) })}
${button({ text: words.listButton, classes: 'govuk-button--secondary' })}
</div>`
  return form({ method: 'get', action: path(lang, root), content })
}

function rows(view: InboxPage): Html {
  const { lang, listed } = view
  const desk = deskWordsFor(lang)
  const head = [desk.inboxWhat, desk.inboxService, desk.inboxState, desk.inboxDue, desk.inboxBacked, desk.inboxSuggested].map((text) => ({
    text,
  }))
  const content = table({
    caption: desk.inboxTitle,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head,
    rows: listed.map((one) => rowOf(view, one)),
  })
  return tableScroll(desk.inboxTitle, content)
}

function rowOf({ lang, today, yours }: InboxPage, { proposal, service, backings }: Listed) {
  const desk = deskWordsFor(lang)
  const title = html`<a class="govuk-link" href="${path(lang, `${root}/${proposal.id}`)}">${titleOf(proposal, lang, service)}</a>${yours.has(proposal.id) && html`<br><strong>${desk.inboxYours}</strong>`}`
  return [
    { html: title },
    { text: service },
    { html: stateTags(proposal, { lang, today }) },
    { text: isOpen(proposal) ? formatDate(proposal.due, lang) : '–' },
    { text: proposal.content ? String(backings) : '–', format: 'numeric' },
    { text: dayOf(proposal.suggestedAt, lang) },
  ]
}

function pages({ lang, filter, found }: InboxPage): Html {
  const words = wordsFor(lang)
  const next = filter.from + pageLength
  return html`<p class="govuk-body">${filter.from > 0 && html`<a class="govuk-link" href="${path(lang, addressOf({ ...filter, from: 0 }, root))}">${words.listFirst}</a> `}${next < found && html`<a class="govuk-link" rel="next" href="${path(lang, addressOf({ ...filter, from: next }, root))}">${words.listNext}</a>`}</p>`
}

/** The single place that shows lists of suggested changes: everybody's, by service and state, and somebody's own. */
import type { Language } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { button } from '#ui/components/button.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { select } from '#ui/components/select.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { addressOf, type Filter, pageLength, type Proposal, shownStates } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { dayOf, stateTags, titleOf } from './parts.ts'

/** One line of a list. `note` is what its reader should know of it. */
export type Listed = {
  readonly proposal: Proposal
  readonly service: string
  readonly backings: number
  readonly note?: string | undefined
}

export type ListPage = {
  readonly lang: Language
  readonly today: string
  readonly filter: Filter
  readonly services: readonly { readonly id: string; readonly name: string }[]
  readonly listed: readonly Listed[]
  readonly found: number
}

export function listPage(view: ListPage): Html {
  const { lang, filter, found, listed } = view
  const words = wordsFor(lang)
  const at = (to: string) => path(lang, to)
  return html`<h1 class="govuk-heading-l">${words.listTitle}</h1>
<p class="govuk-body-l">${words.listLead}</p>
${filters(view)}
${filter.shown === 'overdue' && found > 0 && insetText({ text: words.listOverdueNote })}
${found > 0 && html`<p class="govuk-body"><strong>${words.listFound(found)}</strong></p>`}
${listed.length === 0 ? begin(view) : listOf(view, listed)}
${pages(view)}
<ul class="govuk-list">
<li><a class="govuk-link" href="${at('/suggestions/mine')}">${words.listMine}</a></li>
<li><a class="govuk-link" href="${at('/decisions')}">${words.listDecisions}</a></li>
<li><a class="govuk-link" href="${at('/moderation')}">${words.listModeration}</a></li>
</ul>`
}

/** Nothing to read yet, but something to say: about each service. */
function begin({ lang, services }: ListPage): Html {
  const words = wordsFor(lang)
  const items = services.map(
    ({ id, name }) => html`<li><a class="govuk-link" href="${path(lang, `/services/${id}/suggest`)}">${words.listBegin(name)}</a></li>`,
  )
  return html`<p class="govuk-body">${words.listNothing}</p><ul class="govuk-list">${items}</ul>`
}

function filters({ lang, filter, services }: ListPage): Html {
  const words = wordsFor(lang)
  const content = html`<div class="suggestion-filters">
${select({
  id: 'service',
  name: 'service',
  label: { text: words.listService },
  value: filter.service ?? '',
  items: [{ value: '', text: words.listAll }, ...services.map(({ id, name }) => ({ value: id, text: name }))],
})}
${select({
  id: 'show',
  name: 'show',
  label: { text: words.listState },
  value: filter.shown,
  items: shownStates.map((shown) => ({ value: shown, text: words.listStates[shown] })),
})}
${button({ text: words.listButton, classes: 'govuk-button--secondary' })}
</div>`
  return form({ method: 'get', action: path(lang, '/suggestions'), content })
}

/** The lines themselves, newest first. */
export function listOf({ lang, today }: Pick<ListPage, 'lang' | 'today'>, listed: readonly Listed[]): Html {
  return html`<ul class="govuk-list suggestion-list">${listed.map((one) => lineOf({ lang, today }, one))}</ul>`
}

function lineOf({ lang, today }: Pick<ListPage, 'lang' | 'today'>, { proposal, service, backings, note }: Listed): Html {
  const words = wordsFor(lang)
  const { id, text, lang: written, suggestedAt, content } = proposal
  return html`<li class="suggestion-list__item">
<p class="suggestion-list__meta govuk-body-s">${service} · <time datetime="${suggestedAt}">${dayOf(suggestedAt, lang)}</time> ${stateTags(proposal, { lang, today })}</p>
<p class="govuk-body"><a class="govuk-link suggestion-list__title" href="${path(lang, `/suggestions/${id}`)}">${titleOf(proposal, lang, service)}</a></p>
${text !== undefined && html`<p class="govuk-body suggestion-list__text" lang="${written}">${beginningOf(text)}</p>`}
${content !== undefined && html`<p class="govuk-body-s">${words.backCount(backings)}</p>`}
${note && html`<p class="govuk-body"><strong>${note}</strong></p>`}
</li>`
}

const shownLength = 200

function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= shownLength ? line : `${line.slice(0, shownLength).replace(/\s\S*$/, '')}…`
}

function pages({ lang, filter, found }: ListPage): Html {
  const words = wordsFor(lang)
  const next = filter.from + pageLength
  return html`<p class="govuk-body">${filter.from > 0 && html`<a class="govuk-link" href="${path(lang, addressOf({ ...filter, from: 0 }))}">${words.listFirst}</a> `}${
    next < found && html`<a class="govuk-link" rel="next" href="${path(lang, addressOf({ ...filter, from: next }))}">${words.listNext}</a>`
  }</p>`
}

export type MinePage = Pick<ListPage, 'lang' | 'today'> & { readonly made: readonly Listed[]; readonly backed: readonly Listed[] }

/** What somebody suggested and what they back. */
export function minePage({ lang, today, made, backed }: MinePage): Html {
  const words = wordsFor(lang)
  const part = (title: string, listed: readonly Listed[]) =>
    listed.length > 0 && html`<h2 class="govuk-heading-m">${title}</h2>${listOf({ lang, today }, listed)}`
  return html`<h1 class="govuk-heading-l">${words.mineTitle}</h1>
${made.length + backed.length === 0 && html`<p class="govuk-body">${words.mineNothing}</p>`}
${part(words.mineMade, made)}
${part(words.mineBacked, backed)}
<p class="govuk-body"><a class="govuk-link" href="${path(lang, '/suggestions')}">${words.inviteList}</a></p>`
}

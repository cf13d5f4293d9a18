/** The page of all services: how long people spend on each, how much could be simpler, and what several of them ask. */
import type { Language } from '#core/definition/index.ts'
import type { AskedTwice } from '#core/simplify/index.ts'
import { button } from '#ui/components/button.ts'
import { insetText } from '#ui/components/inset-text.ts'
import { table } from '#ui/components/table.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsFor } from '../words/index.ts'

/** `hours` a year people spend on its pages; undefined where too few were measured. `count`: what could be simpler; undefined before anybody looked. */
export type ListedService = {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly hours: string | undefined
  readonly count: number | undefined
}

/** A question asked in several services; `key` finds it again. */
export type ListedTwice = Pick<AskedTwice, 'because'> & {
  readonly key: string
  readonly question: string
  readonly services: readonly string[]
  readonly hours: string | undefined
}

export type ListPage = {
  readonly lang: Language
  readonly csrf: string
  readonly root: string
  readonly services: readonly ListedService[]
  readonly twice: readonly ListedTwice[]
  readonly isMadeUp: boolean
  readonly mayWork: boolean
}

export function listPage(view: ListPage): Html {
  const { lang, services, isMadeUp } = view
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.title}</h1>
<p class="govuk-body-l">${words.lead}</p>
${isMadeUp && insetText({ text: words.madeUp })}
${services.length === 0 ? html`<p class="govuk-body">${words.listNone}</p>` : serviceTable(view)}
<h2 class="govuk-heading-m">${words.twiceTitle}</h2>
${twiceView(view)}`
}

function serviceTable({ lang, services }: ListPage): Html {
  const words = wordsFor(lang)
  const { service, minutes, could } = words.listHead
  const rows = services.map(({ name, href, hours, count }) => [
    { html: html`<a class="govuk-link" href="${href}">${name}</a>` },
    { text: hours ?? words.few, format: 'numeric' },
    { text: count === undefined ? words.notLooked : words.number(count), format: 'numeric' },
  ])
  const head = [{ text: service }, { text: minutes, format: 'numeric' }, { text: could, format: 'numeric' }]
  return tableScroll(
    words.title,
    table({ caption: words.title, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows }),
  )
}

function twiceView(view: ListPage): Html {
  const { lang, twice, mayWork } = view
  const words = wordsFor(lang)
  if (twice.length === 0) return html`<p class="govuk-body">${words.twiceNone}</p>`
  const { question, services, because, hours, act } = words.twiceHead
  const head = [question, services, because, hours, ...(mayWork ? [act] : [])].map((text) => ({ text }))
  const rows = twice.map((one) => [
    { text: one.question },
    { text: one.services.join(', ') },
    { text: one.because.map((reason) => words.twiceBecause[reason]).join(', ') },
    { text: one.hours ?? words.few },
    ...(mayWork ? [{ html: suggestForm(view, one) }] : []),
  ])
  const list = table({ caption: words.twiceTitle, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, head, rows })
  return html`<p class="govuk-body">${words.twiceLead}</p>${tableScroll(words.twiceTitle, list)}`
}

function suggestForm({ lang, csrf, root }: ListPage, { key, question }: ListedTwice): Html {
  const text = html`${wordsFor(lang).twiceButton}<span class="govuk-visually-hidden"> (${question})</span>`
  const content = [
    html`<input type="hidden" name="twice" value="${key}">`,
    button({ html: text, classes: 'govuk-button--secondary', preventDoubleClick: true }),
  ]
  return form({ action: `${root}/twice`, csrf, content })
}

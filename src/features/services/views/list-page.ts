/** The page of all services from A to Z, with a search that needs no script. */
import type { Language } from '#core/definition/index.ts'
import { button } from '#ui/components/button.ts'
import { input } from '#ui/components/input.ts'
import { form } from '#ui/form.ts'
import { html, type Html } from '#ui/html.ts'
import { wordsFor } from '../words/index.ts'

export type ListedService = { readonly name: string; readonly summary: string; readonly href: string }

export type ListPage = {
  readonly lang: Language
  readonly query: string
  /** Best first for a search, else in any order. */
  readonly services: readonly ListedService[]
  readonly listHref: string
  readonly trackHref: string
  /** Links to what else one may do here. */
  readonly invites?: Html | undefined
}

export function listPage(view: ListPage): Html {
  const { lang, query, services, listHref } = view
  const words = wordsFor(lang)
  const search = form({
    method: 'get',
    action: listHref,
    classes: 'service-search',
    content: [
      input({
        name: 'q',
        type: 'search',
        label: { text: words.listSearch, classes: 'govuk-label--s' },
        hint: { text: words.listSearchHint },
        value: query,
        spellcheck: false,
      }),
      button({ text: words.listButton, classes: 'govuk-button--secondary' }),
    ],
  })
  return html`<h1 class="govuk-heading-xl">${words.listTitle}</h1>
${search}
${query === '' ? alphabet(lang, services) : found(view)}
<h2 class="govuk-heading-m">${words.listTrack}</h2>
<p class="govuk-body"><a class="govuk-link" href="${view.trackHref}">${words.listTrackLink}</a></p>
${view.invites}`
}

function found({ lang, query, services, listHref }: ListPage): Html {
  const words = wordsFor(lang)
  const all = html`<p class="govuk-body"><a class="govuk-link" href="${listHref}">${words.listAll}</a></p>`
  if (services.length === 0) {
    return html`<div role="status"><p class="govuk-body">${words.listNone(query)} ${words.listNoneHelp}</p></div>${all}`
  }
  return html`<div role="status"><h2 class="govuk-heading-m">${words.listFound(services.length, query)}</h2></div>${listOf(services)}${all}`
}

/** Under the letters they begin with; Welsh has letters of two characters, such as Ch and Ll. */
function alphabet(lang: Language, services: readonly ListedService[]): Html {
  if (services.length === 0) return html`<p class="govuk-body">${wordsFor(lang).listEmpty}</p>`
  const sorted = [...services].sort((a, b) => a.name.localeCompare(b.name, lang))
  const letters = [...new Set(sorted.map(({ name }) => firstLetter(name, lang)))]
  return html`${letters.map(
    (letter) => html`<h2 class="govuk-heading-m">${letter}</h2>${listOf(sorted.filter(({ name }) => firstLetter(name, lang) === letter))}`,
  )}`
}

const welshPairs = ['Ch', 'Dd', 'Ff', 'Ng', 'Ll', 'Ph', 'Rh', 'Th']

function firstLetter(name: string, lang: Language): string {
  const pair = name.slice(0, 1).toUpperCase() + name.slice(1, 2).toLowerCase()
  if (lang === 'cy' && welshPairs.includes(pair)) return pair
  return name.slice(0, 1).normalize('NFD').slice(0, 1).toUpperCase()
}

function listOf(services: readonly ListedService[]): Html {
  return html`<ul class="govuk-list service-list">${services.map(
    ({ name, summary, href }) =>
      html`<li class="service-list__item"><a class="govuk-link service-list__name" href="${href}">${name}</a><p class="govuk-body service-list__summary">${summary}</p></li>`,
  )}</ul>`
}

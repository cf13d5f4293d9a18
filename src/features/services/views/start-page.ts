/** The start page of a service: what it is for, what one needs, how long it takes, the price, what happens to the data, other ways. */
import type { Language, Wording } from '#core/definition/index.ts'
import { button } from '#ui/components/button.ts'
import { html, type Html } from '#ui/html.ts'
import { prose } from '#ui/markdown.ts'
import { wordsFor } from '../words/index.ts'
import type { CouncilFacts } from './contact.ts'
import type { DataUse } from './data-use.ts'

export type StartPage = {
  readonly lang: Language
  readonly wording: Wording
  readonly minutes?: number | undefined
  readonly isFree: boolean
  /** By when the council means to have done its part, such as “Decide within 14 days”. */
  readonly aim?: string | undefined
  readonly uses: readonly DataUse[]
  readonly council: CouncilFacts
  readonly applyHref: string
  readonly paperHref: string
  readonly aboutHref: string
  /** Where anybody sees how many have answered, for a service that publishes it. */
  readonly coverageHref?: string | undefined
  readonly privacyHref: string
  /** Links to what else one may do about this service. */
  readonly invites?: Html | undefined
}

export function startPage(view: StartPage): Html {
  const words = wordsFor(view.lang)
  const { name, start, needs } = view.wording.service
  return html`<h1 class="govuk-heading-xl">${name}</h1>
${prose(start)}
${
  needs.length > 0 &&
  html`<h2 class="govuk-heading-m">${words.needs}</h2>
<ul class="govuk-list govuk-list--bullet">${needs.map((need) => html`<li>${need}</li>`)}</ul>`
}
${price(view)}
${atAGlance(view)}
${button({ text: words.start, href: view.applyHref, isStartButton: true })}
${dataOf(view)}
${otherWays(view)}
${view.coverageHref && html`<p class="govuk-body"><a class="govuk-link" href="${view.coverageHref}">${words.coverageLink}</a></p>`}
<p class="govuk-body"><a class="govuk-link" href="${view.aboutHref}">${words.aboutLink}</a></p>
${view.invites}`
}

/** What it costs, where that takes a sentence. */
function price({ lang, wording, isFree }: StartPage): Html | undefined {
  const { cost } = wording.service
  return isFree || cost === undefined
    ? undefined
    : html`<h2 class="govuk-heading-m">${wordsFor(lang).cost}</h2><p class="govuk-body">${cost}</p>`
}

function atAGlance({ lang, minutes, isFree, aim }: StartPage): Html | undefined {
  const words = wordsFor(lang)
  const facts = [
    ...(minutes === undefined ? [] : [{ key: words.takes, value: words.minutes(minutes) }]),
    ...(isFree ? [{ key: words.cost, value: words.free }] : []),
    ...(aim === undefined ? [] : [{ key: words.aim, value: aim }]),
  ]
  if (facts.length === 0) return undefined
  return html`<dl class="govuk-body at-a-glance">${facts.map(({ key, value }) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>
<p class="govuk-body">${words.save}</p>`
}

function dataOf({ lang, uses, privacyHref }: StartPage): Html {
  const words = wordsFor(lang)
  return html`<h2 class="govuk-heading-m">${words.data}</h2>
${dataUseList(uses)}
<p class="govuk-body"><a class="govuk-link" href="${privacyHref}">${words.dataMore}</a></p>`
}

/** Each purpose with its sentences. */
export function dataUseList(uses: readonly DataUse[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${uses.map(({ why, sentences }) => html`<li><strong>${why}.</strong> ${sentences.join(' ')}</li>`)}</ul>`
}

function otherWays({ lang, council, paperHref }: StartPage): Html {
  const words = wordsFor(lang)
  return html`<h2 class="govuk-heading-m">${words.otherWays}</h2>
<p class="govuk-body">${words.otherWaysBody}</p>
<ul class="govuk-list govuk-list--bullet">
<li>${words.byPhone(council.phone, council.opening)}</li>
<li>${words.onPaper} <a class="govuk-link" href="${paperHref}">${words.onPaperLink}</a> ${words.onPaperAsk(council.phone)} ${words.inPerson(council.address.join(', '))}</li>
</ul>`
}

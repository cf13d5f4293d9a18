/** The page of what a council offers to others: each service with its versions, what changed in words, and what it did here. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { inLanguage } from '#http/council.ts'
import { details } from '#ui/components/details.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { type Ancestor, inGroups, type Results, type Said } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { resultsView } from './results.ts'

export type ShownVersion = {
  /** ISO instant. */
  readonly at: string
  readonly isCurrent: boolean
  readonly changes: readonly Said[]
  readonly more: number
  readonly href: string
}

export type ShownOffer = {
  readonly service: string
  readonly name: Said
  readonly summary: Said
  readonly licence: string
  readonly nations: readonly string[]
  readonly languages: readonly Language[]
  readonly upstream: readonly Ancestor[]
  readonly versions: readonly ShownVersion[]
  readonly results: Results | null
}

export type OffersPage = {
  readonly lang: Language
  readonly offers: readonly ShownOffer[]
  /** Fingerprint of the council’s key. */
  readonly key: string
  readonly feedHref: string
  /** What is typed to take the first of them over. */
  readonly command: string
}

export function offersPage({ lang, offers, key, feedHref, command }: OffersPage): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-xl">${words.offersTitle}</h1>
<p class="govuk-body-l">${words.offersBody}</p>
${offers.length === 0 ? html`<p class="govuk-body">${words.offersNone}</p>` : offers.map((offer) => offerView(offer, lang))}
<h2 class="govuk-heading-m">${words.offersHow}</h2>
<p class="govuk-body">${words.offersHowBody}</p>
<p class="govuk-body"><code class="digest">${command}</code></p>
<h2 class="govuk-heading-m">${words.offersKey}</h2>
<p class="govuk-body">${words.offersKeyBody}</p>
<p class="govuk-body"><code class="digest">${inGroups(key)}</code></p>
<p class="govuk-body"><a class="govuk-link" href="${feedHref}">${words.offersData}</a></p>`
}

function offerView(offer: ShownOffer, lang: Language): Html {
  const words = wordsFor(lang)
  const nationNames: Readonly<Record<string, string>> = words.nationNames
  const [nearest] = offer.upstream
  const about = [
    { key: { text: words.licence }, value: { text: offer.licence } },
    { key: { text: words.nations }, value: { text: offer.nations.map((nation) => nationNames[nation] ?? nation).join(', ') } },
    { key: { text: words.languages }, value: { text: offer.languages.map((language) => words.languageNames[language]).join(', ') } },
    { key: { text: words.from }, value: { text: nearest ? inLanguage(nearest.name, lang) : words.ownWork } },
  ]
  const name = inLanguage(offer.name, lang)
  return html`<section class="offer" id="${offer.service}">
<h2 class="govuk-heading-l">${name}</h2>
<p class="govuk-body">${inLanguage(offer.summary, lang)}</p>
${summaryList({ rows: about })}
<h3 class="govuk-heading-m">${words.versions}</h3>
${offer.versions.map((version) => versionView(version, { name, lang }))}
${details({ summaryText: `${words.results}: ${name}`, html: resultsView(offer.results, lang) })}
</section>`
}

function versionView(
  { at, isCurrent, changes, more, href }: ShownVersion,
  { name, lang }: { readonly name: string; readonly lang: Language },
): Html {
  const words = wordsFor(lang)
  const day = formatDate(dayInLondon(new Date(at)), lang)
  return html`<h4 class="govuk-heading-s">${isCurrent ? words.versionOn(day) : words.versionWas(day)}</h4>
${
  changes.length === 0
    ? html`<p class="govuk-body">${words.versionFirst}</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${changes.map((change) => html`<li>${inLanguage(change, lang)}</li>`)}${more > 0 && html`<li>${words.changesMore(more)}</li>`}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="${href}" download>${words.download}<span class="govuk-visually-hidden"> ${words.downloadOf(name, day)}</span></a></p>`
}

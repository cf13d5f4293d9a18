/** The page of an algorithm record: read like a leaflet, from who answers for it to every rule in words. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { certaintyView, findingsList, flowView, gateList, peopleAt, type Place } from '#features/services/index.ts'
import { dayInLondon } from '#http/clock.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { table } from '#ui/components/table.ts'
import { html, type Html } from '#ui/html.ts'
import { tableScroll } from '#ui/table-scroll.ts'
import { wordsFor } from '../words/index.ts'
import { examplesSection } from './examples.ts'
import { rulesSection } from './rules.ts'
import type { RecordView } from './view.ts'

type Part = { readonly id: string; readonly title: string; readonly body: Html }

export function recordPage(view: RecordView): Html {
  const { lang, record } = view
  const words = wordsFor(lang)
  const parts: readonly Part[] = [
    { id: 'short', title: words.short, body: shortSection(view) },
    { id: 'way', title: words.way, body: waySection(view) },
    { id: 'rules', title: words.rules, body: rulesSection(view) },
    { id: 'examples', title: words.examples, body: examplesSection(view) },
    { id: 'checks', title: words.checks, body: checksSection(view) },
    { id: 'person', title: words.person, body: personSection(view) },
    { id: 'challenge', title: words.challenge, body: challengeSection(view) },
    { id: 'data', title: words.data, body: dataSection(view) },
    { id: 'history', title: words.history, body: historySection(view) },
    { id: 'reuse', title: words.reuse, body: reuseSection(view) },
  ]
  return html`<h1 class="govuk-heading-xl">${words.title(record.wording.service.name)}</h1>
<p class="govuk-body-l leaflet__lead">${words.lead}</p>
<nav class="leaflet__contents" aria-label="${words.contents}"><ul class="govuk-list">${parts.map(({ id, title }) => html`<li><a class="govuk-link" href="#${id}">${title}</a></li>`)}</ul></nav>
<div class="leaflet">
${parts.map(({ id, title, body }) => html`<section aria-labelledby="${id}"><h2 class="govuk-heading-l" id="${id}">${title}</h2>${body}</section>\n`)}
</div>`
}

function shortSection({ lang, record }: RecordView): Html {
  const words = wordsFor(lang)
  const { owner, wording, publishedAt, version } = record
  const rows = [
    { key: words.purpose, value: wording.service.summary },
    { key: words.organisation, value: owner.organisation },
    ...(owner.team === '' ? [] : [{ key: words.team, value: owner.team }]),
    { key: words.member, value: owner.member },
    { key: words.director, value: owner.director },
    { key: words.since, value: dayOf(publishedAt, lang) },
    { key: words.contact, value: `${owner.email}, ${owner.phone}` },
  ].map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))
  const fingerprint = { key: { text: words.fingerprint }, value: { html: html`<code class="digest">${version}</code>` } }
  return html`${words.shortBody.map((text) => html`<p class="govuk-body">${text}</p>`)}
${summaryList({ rows: [...rows, fingerprint] })}`
}

function waySection({ lang, record }: RecordView): Html {
  const { flow, proof, coverage, examples } = record
  const met = peopleAt(coverage, examples.people, (id) => `#example-${id}`)
  return flowView({ lang, flow, findings: proof?.findings ?? [], met })
}

function checksSection({ lang, record: { gates, publishedAt, proof, provedAt } }: RecordView): Html {
  const words = wordsFor(lang)
  const read = ({ step }: Place) => (step === undefined ? undefined : `#step-${step}`)
  return html`${gates.length === 0 ? html`<p class="govuk-body">${words.checksNone}</p>` : html`<p class="govuk-body">${words.checksBody(dayOf(publishedAt, lang))}</p>${gateList(gates, lang)}`}
${
  proof &&
  provedAt !== undefined &&
  html`<h3 class="govuk-heading-m">${words.proved}</h3>
<p class="govuk-body">${words.provedOn(dayOf(provedAt, lang))}</p>
${certaintyView(proof, lang)}`
}
${proof && proof.findings.length > 0 && html`<h3 class="govuk-heading-m">${words.findings}</h3><p class="govuk-body">${words.findingsBody}</p>${findingsList(proof.findings, lang, { read })}`}`
}

function personSection({ lang, record: { adverse, pair } }: RecordView): Html {
  const words = wordsFor(lang)
  return html`<p class="govuk-body">${words.personBody}</p>
${adverse.length > 0 && html`<p class="govuk-body">${words.personAdverse(listed(adverse))}</p>`}
${pair.length > 0 && html`<p class="govuk-body">${words.personPair(listed(pair))}</p>`}`
}

function challengeSection({ lang, record: { challenge, owner } }: RecordView): Html {
  const words = wordsFor(lang)
  if (!challenge) return html`<p class="govuk-body">${words.challengeNone(owner.email, owner.phone)}</p>`
  return html`<p class="govuk-body">${words.challengeBody(challenge.to, challenge.within)}${challenge.cites !== undefined && html`<span class="explanation__source">${challenge.cites}</span>`}</p>`
}

function dataSection({ lang, record: { read, uses, effects } }: RecordView): Html {
  const words = wordsFor(lang)
  return html`${read.length === 0 ? html`<p class="govuk-body">${words.dataNone}</p>` : html`<p class="govuk-body">${words.dataRead}</p>${bullets(read)}`}
${uses.map(({ why, sentences }) => html`<h3 class="govuk-heading-s">${why}</h3><p class="govuk-body">${sentences.join(' ')}</p>`)}
${effects.length > 0 && html`<h3 class="govuk-heading-s">${words.effects}</h3>${bullets(effects)}`}`
}

function historySection({ lang, record: { releases } }: RecordView): Html {
  const words = wordsFor(lang)
  const rows = releases.map(({ at, version, sponsors, isCurrent }) => [
    { text: dayOf(at, lang) },
    { html: html`<code>${version.slice('sha256:'.length, 'sha256:'.length + 8)}</code>${isCurrent && html` ${words.current}`}` },
    { text: `${sponsors.member}, ${sponsors.director}` },
  ])
  const head = [words.when, words.which, words.byWhom].map((text) => ({ text }))
  return html`<p class="govuk-body">${words.historyBody}</p>
${tableScroll(`${words.history}: ${words.which}`, table({ head, rows, caption: words.history, captionClasses: 'govuk-visually-hidden' }))}`
}

function reuseSection({ lang, dataHref }: RecordView): Html {
  const words = wordsFor(lang)
  return html`<p class="govuk-body">${words.reuseBody} <a class="govuk-link" href="${dataHref}">${words.reuseLink}</a>.</p>`
}

function bullets(items: readonly string[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
}

function listed(items: readonly string[]): string {
  return items.map((item) => `“${item}”`).join(', ')
}

function dayOf(instant: string, lang: Language): string {
  return formatDate(dayInLondon(new Date(instant)), lang)
}

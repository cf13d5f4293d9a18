/** The page about a service: who is responsible, since when, by which rules, and what it should achieve. */
import type { Language, Prepared, Wording } from '#core/definition/index.ts'
import { tellingOf, tellTable } from '#core/telling/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { formatMoney, parseMoney } from '#core/value/money.ts'
import { dayInLondon } from '#http/clock.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { ruleTable } from '#ui/rules/rule-table.ts'
import { wordsFor } from '../words/index.ts'
import type { Gate, Waiver } from '../domain/index.ts'
import { timeIn } from './data-use.ts'
import { gateList, waiverList } from './gates.ts'

export type AboutPage = {
  readonly lang: Language
  readonly wording: Wording
  readonly prepared: Prepared
  /** ISO instant. */
  readonly publishedAt: string
  readonly sponsors: { readonly member: string; readonly director: string }
  /** How the gates stood when it was released; none for a release of before they were written down. */
  readonly gates: readonly Gate[]
  readonly waivers: readonly Waiver[]
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Where a gate is set aside, for those who may. */
  readonly waiveHref?: string | undefined
  /** Links to what else one may do about this service. */
  readonly invites?: Html | undefined
}

export function aboutPage(view: AboutPage): Html {
  const { lang, wording, prepared, sponsors } = view
  const words = wordsFor(lang)
  const { tables } = prepared.definition
  const telling = tellingOf(prepared, wording.language)
  const { state, by, on } = wording.translation
  const reviewed = [by, on === undefined ? undefined : formatDate(on, lang)].filter((part) => part !== undefined).join(', ')
  const who = [
    { key: { text: words.aboutMember }, value: { text: sponsors.member } },
    { key: { text: words.aboutDirector }, value: { text: sponsors.director } },
    { key: { text: words.aboutPublished }, value: { text: formatDate(dayInLondon(new Date(view.publishedAt)), lang) } },
    { key: { text: words.aboutTranslation }, value: { text: [words.aboutTranslations[state], reviewed].filter(Boolean).join(' ') } },
    { key: { text: words.aboutVersion }, value: { html: html`<code class="digest">${prepared.version}</code>` } },
  ]
  return html`<h1 class="govuk-heading-l">${words.aboutTitle(wording.service.name)}</h1>
<h2 class="govuk-heading-m">${words.aboutWho}</h2>
${summaryList({ rows: who })}
${
  tables.length > 0 &&
  html`<h2 class="govuk-heading-m">${words.aboutRules}</h2>
<p class="govuk-body">${words.aboutRulesBody}</p>
${tables.map((table) => ruleTable({ table: tellTable(table, telling), reason: wording.reason, heads: { reason: words.aboutReason } }))}`
}
${appealOf(view)}
${measuresOf(view)}
${effectsOf(view)}
${gatesOf(view)}
${view.invites}`
}

function gatesOf({ lang, gates, waivers, today, waiveHref }: AboutPage): Html {
  const words = wordsFor(lang)
  const given = waiverList(waivers, { lang, today })
  return html`<h2 class="govuk-heading-m">${words.gatesTitle}</h2>
${gates.length > 0 ? gateList(gates, lang) : html`<p class="govuk-body">${words.gatesNone}</p>`}
${given && html`<h3 class="govuk-heading-s">${words.waiversTitle}</h3>${given}`}
${waiveHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${waiveHref}">${words.waiversManage}</a></p>`}`
}

function appealOf({ lang, wording, prepared }: AboutPage): Html | undefined {
  const words = wordsFor(lang)
  const { appeal } = prepared.definition.service.casework
  if (!appeal) return undefined
  return html`<h2 class="govuk-heading-m">${words.aboutAppeal}</h2>
<p class="govuk-body">${words.aboutAppealBody(wording.appeal ?? appeal.to, timeIn(lang, appeal.within))}</p>`
}

function measuresOf({ lang, wording, prepared }: AboutPage): Html | undefined {
  const words = wordsFor(lang)
  const { baseline, target, benefits } = prepared.definition.service.measures
  if (baseline === undefined && target === undefined && benefits.length === 0) return undefined
  const costs = [
    { label: words.aboutBaseline, amount: baseline },
    { label: words.aboutTarget, amount: target },
  ].flatMap(({ label, amount }) => (amount === undefined ? [] : [{ key: { text: label }, value: { text: inPounds(amount) } }]))
  return html`<h2 class="govuk-heading-m">${words.aboutMeasures}</h2>
${costs.length > 0 && summaryList({ rows: costs })}
${
  benefits.length > 0 &&
  html`<h3 class="govuk-heading-s">${words.aboutBenefits}</h3>
<ul class="govuk-list govuk-list--bullet">${benefits.map(({ id }) => html`<li>${wording.benefit(id)}</li>`)}</ul>`
}`
}

function inPounds(amount: string): string {
  const pence = parseMoney(amount)
  return pence === undefined ? amount : formatMoney(pence)
}

function effectsOf({ lang, wording, prepared }: AboutPage): Html | undefined {
  const words = wordsFor(lang)
  const { effects } = prepared.definition.service
  if (effects.length === 0) return undefined
  const rows = effects.map(({ id, kind }) => ({ key: { text: words.effects[kind] }, value: { text: wording.effect(id) } }))
  return html`<h2 class="govuk-heading-m">${words.aboutEffects}</h2>${summaryList({ rows })}`
}

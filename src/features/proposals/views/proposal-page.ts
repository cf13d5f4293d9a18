/** The page of one suggested change, as everybody reads it: what would change, what is known of it, who backs it, what happens next. */
import type { Language } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { path } from '#http/language.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { timeline } from '#ui/timeline.ts'
import { effectKinds, isOverdue, type Proposal, type Regard, stateOf, type Verdict } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { changesView } from './changes.ts'
import { dayOf, paragraphs, quoted, stateTags, titleOf } from './parts.ts'

/** What the page shows besides the suggestion: made by others, and the same for everybody. */
export type Evidence = {
  /** The gates before a release, as they stand. */
  readonly gates?: Html | undefined
  /** Example people that would get something other than expected. */
  readonly examples?: Html | undefined
  readonly examplesChanged: readonly ExampleChange[]
  readonly trial?: Html | undefined
  /** True when the service has changed since. */
  readonly isOutdated: boolean
}

/** An example person who changes together with the service. */
export type ExampleChange = { readonly title: string; readonly how: 'left-out' | 'changed' | 'new' }

export type ProposalPage = {
  readonly lang: Language
  readonly today: string
  readonly proposal: Proposal
  readonly service: string
  readonly evidence: Evidence
  /** In the weeks before an election the names of members are left out. */
  readonly isNameless: boolean
}

/** The part before what differs by reader, and the part after it. */
export function proposalPage(view: ProposalPage): { readonly before: Html; readonly after: Html } {
  return { before: beginning(view), after: ending(view) }
}

function beginning(view: ProposalPage): Html {
  const { lang, proposal, service, evidence } = view
  const words = wordsFor(lang)
  return html`<span class="govuk-caption-l">${words.caption}</span>
<h1 class="govuk-heading-l">${titleOf(proposal, lang, service)}</h1>
<p class="govuk-body">${stateTags(proposal, view)}</p>
${about(view)}
${proposal.source === 'resident' || proposal.text !== undefined ? theirWords(view) : undefined}
<h2 class="govuk-heading-m" id="change">${words.changesTitle}</h2>
${proposal.content ? changesView(proposal.content, lang) : html`<p class="govuk-body">${words.changesNone}</p>`}
${proposal.content && evidenceOf(view, evidence)}`
}

/** What happens next and by when, or that it should have happened. */
function next({ lang, proposal, today }: ProposalPage): Html {
  const words = wordsFor(lang)
  const due = formatDate(proposal.due, lang)
  return isOverdue(proposal, today) ? html`<strong>${words.nextOverdue(due)}</strong>` : html`${words.next[stateOf(proposal)](due)}`
}

function about(view: ProposalPage): Html {
  const { lang, proposal, service } = view
  const words = wordsFor(lang)
  const shown = proposal.shown[lang] ?? proposal.shown.en
  const rows = [
    {
      key: { text: words.service },
      value: { html: html`<a class="govuk-link" href="${path(lang, `/services/${proposal.service}`)}">${service}</a>` },
    },
    ...(shown === undefined ? [] : [{ key: { text: words.about }, value: { text: shown } }]),
    { key: { text: words.by }, value: { text: `${dayOf(proposal.suggestedAt, lang)}, ${words.sources[proposal.source]}` } },
    { key: { text: words.nextTitle }, value: { html: next(view) } },
  ]
  return summaryList({ rows })
}

function theirWords({ lang, proposal }: ProposalPage): Html {
  const words = wordsFor(lang)
  return html`<h2 class="govuk-heading-m">${words.wrote}</h2>
${proposal.text === undefined ? html`<p class="govuk-body">${words.erased}</p>` : quoted(proposal.text, proposal.lang)}`
}

function evidenceOf({ lang, proposal }: ProposalPage, { gates, examples, examplesChanged, trial, isOutdated }: Evidence): Html {
  const words = wordsFor(lang)
  return html`<h2 class="govuk-heading-m">${words.checksTitle}</h2>
${isOutdated && html`<div class="govuk-inset-text">${words.checksOutdated}</div>`}
${gates}
${
  examplesChanged.length > 0 &&
  html`<p class="govuk-body">${words.examplesChangedLead}</p>
<ul class="govuk-list govuk-list--bullet">${examplesChanged.map(({ title, how }) => html`<li>${words.examplesChanged[how](title)}</li>`)}</ul>`
}
${examples && html`<p class="govuk-body">${words.examplesDiffer}:</p>${examples}`}
<h2 class="govuk-heading-m" id="tried">${words.triedTitle}</h2>
${trial ?? html`<p class="govuk-body">${words.triedNot}</p>`}
<h2 class="govuk-heading-m">${words.effectsTitle}</h2>
${effectsOf(proposal, lang)}
<h2 class="govuk-heading-m">${words.savingsTitle}</h2>
${savingsOf(proposal, lang)}`
}

function effectsOf({ effects }: Proposal, lang: Language): Html {
  const words = wordsFor(lang)
  if (effects.length === 0) return html`<p class="govuk-body">${words.effectsNone}</p>`
  const rows = effectKinds.flatMap((kind) => {
    const effect = effects.find((one) => one.kind === kind)
    if (!effect) return []
    const said = effect.words[lang] ?? effect.words.en
    return [
      {
        key: { text: words.effectKinds[kind] },
        value: { html: html`<strong>${words.ways[effect.way]}</strong>${said !== undefined && html`<br>${said}`}` },
      },
    ]
  })
  return summaryList({ rows })
}

function savingsOf({ savings: { hours, pounds } }: Proposal, lang: Language): Html {
  const words = wordsFor(lang)
  if (hours === undefined && pounds === undefined) return html`<p class="govuk-body">${words.savingsNone}</p>`
  const money = (amount: number) =>
    amount === 0 ? words.poundsSame : words.pounds(Math.abs(amount).toLocaleString(lang === 'cy' ? 'cy-GB' : 'en-GB'), amount < 0)
  return html`<ul class="govuk-list govuk-list--bullet">${hours !== undefined && html`<li>${words.hours(hours)}</li>`}${pounds !== undefined && html`<li>${money(pounds)}</li>`}</ul>`
}

function ending(view: ProposalPage): Html {
  const { lang, proposal } = view
  const words = wordsFor(lang)
  return html`${decision(view)}
<h2 class="govuk-heading-m">${words.historyTitle}</h2>
${timeline(
  proposal.entries.map(({ at, kind, detail }) => ({
    at,
    when: dayOf(at, lang),
    title: words.history[kind],
    by: detail === 'member' || detail === 'director' || detail === 'officer' ? words.decidedBy[detail] : undefined,
    isWeighty: kind === 'released' || kind === 'refused',
  })),
)}`
}

function decision(view: ProposalPage): Html | undefined {
  const { proposal, lang } = view
  const { verdicts, regards, interests } = proposal
  if (verdicts.length + regards.length + interests.length === 0) return undefined
  const words = wordsFor(lang)
  return html`<h2 class="govuk-heading-m" id="decision">${words.decisionTitle}</h2>
${verdicts.map((verdict) => verdictOf(verdict, view))}
${interests.map(({ role }) => html`<p class="govuk-body">${words.interestSaid(words.decidedBy[role])}</p>`)}
${regards.length > 0 && html`<h3 class="govuk-heading-s">${words.regardTitle}</h3>${regards.map((regard) => regardOf(regard, lang))}`}`
}

/** Who decided what and why. */
export function verdictOf(
  { verdict, role, name, reasons, lang: written, at }: Verdict,
  { lang, isNameless }: Pick<ProposalPage, 'lang' | 'isNameless'>,
): Html {
  const words = wordsFor(lang)
  const who = isNameless || name === '' ? words.decidedBy[role] : `${words.decidedBy[role]}: ${name}`
  return html`<p class="govuk-body"><strong>${words.verdicts[verdict]}</strong> · ${who} · ${dayOf(at, lang)}</p>
<blockquote class="suggested-words" lang="${written}">${paragraphs(reasons)}</blockquote>`
}

function regardOf({ role, regard, lang: written }: Regard, lang: Language): Html {
  const words = wordsFor(lang)
  const rows = effectKinds.flatMap((kind) => {
    const text = regard[kind]
    return text === undefined || text === ''
      ? []
      : [{ key: { text: words.effectKinds[kind] }, value: { html: html`<span lang="${written}">${text}</span>` } }]
  })
  return html`<p class="govuk-body">${words.decidedBy[role]}</p>${summaryList({ rows })}`
}

/** The public register of decisions, as a page and as rows of a spreadsheet. */
import type { Language } from '#core/definition/index.ts'
import { path } from '#http/language.ts'
import { tag } from '#ui/components/tag.ts'
import { html, type Html } from '#ui/html.ts'
import type { Decision } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { dayOf } from './parts.ts'
import { verdictOf } from './proposal-page.ts'

export type Registered = Decision & { readonly serviceName: string; readonly title: string }

export type RegisterPage = { readonly lang: Language; readonly decisions: readonly Registered[]; readonly isNameless: boolean }

export function registerPage({ lang, decisions, isNameless }: RegisterPage): Html {
  const words = wordsFor(lang)
  return html`<h1 class="govuk-heading-l">${words.registerTitle}</h1>
<p class="govuk-body-l">${words.registerLead}</p>
${isNameless && html`<div class="govuk-inset-text">${words.registerNames}</div>`}
<ul class="govuk-list"><li><a class="govuk-link" href="${path(lang, '/decisions.csv')}">${words.registerCsv}</a></li><li><a class="govuk-link" href="${path(lang, '/decisions.json')}">${words.registerJson}</a></li></ul>
${decisions.length === 0 && html`<p class="govuk-body">${words.registerNone}</p>`}
<ol class="govuk-list suggestion-list">${decisions.map((decision) => entryOf(decision, { lang, isNameless }))}</ol>`
}

function entryOf(decision: Registered, { lang, isNameless }: Pick<RegisterPage, 'lang' | 'isNameless'>): Html {
  const words = wordsFor(lang)
  const { id, at, result, title, serviceName, verdicts, power, isDissent } = decision
  const colour = result === 'released' ? 'govuk-tag--green' : 'govuk-tag--grey'
  return html`<li class="suggestion-list__item">
<p class="suggestion-list__meta govuk-body-s">${serviceName} · <time datetime="${at}">${dayOf(at, lang)}</time> ${tag({ text: words.states[result], classes: colour })}</p>
<p class="govuk-body"><a class="govuk-link suggestion-list__title" href="${path(lang, `/suggestions/${id}`)}">${title}</a></p>
${isDissent && html`<p class="govuk-body"><strong>${words.registerDissent}</strong></p>`}
${verdicts.map((verdict) => verdictOf(verdict, { lang, isNameless }))}
<p class="govuk-body-s">${words.registerPower}: ${power === 'both' ? words.registerPowerWords : words.registerPowerOfficer}.<br>${words.registerEvidence}: ${evidenceWords(decision, lang)}.</p>
</li>`
}

function evidenceWords({ evidence }: Decision, lang: Language): string {
  const words = wordsFor(lang)
  const waived = evidence.gates.filter(({ state }) => state === 'waived').map(({ id }) => id)
  return [
    words.registerBackers(evidence.backers),
    ...(evidence.cases === undefined ? [] : [words.registerTrial(evidence.cases)]),
    ...(waived.length === 0 ? [] : [words.registerWaived(waived.join(', '))]),
  ].join(', ')
}

/** A row for each decision, with headings. */
export function registerRows({ lang, decisions, isNameless }: RegisterPage): readonly (readonly string[])[] {
  const words = wordsFor(lang)
  const rows = decisions.map(({ id, at, serviceName, title, result, verdicts, power, evidence, version }) => [
    id,
    at.slice(0, 10),
    serviceName,
    title,
    words.states[result],
    verdicts
      .map(
        ({ role, name, verdict, reasons }) =>
          `${[words.decidedBy[role], isNameless ? '' : name].filter(Boolean).join(', ')}: ${words.verdicts[verdict]}. ${reasons}`,
      )
      .join('\n'),
    power === 'both' ? words.registerPowerWords : words.registerPowerOfficer,
    String(evidence.backers),
    evidence.cases === 0 ? words.registerFew : String(evidence.cases ?? ''),
    version ?? '',
  ])
  const head = [
    'id',
    words.registerDay,
    words.service,
    words.registerWhat,
    words.registerResult,
    words.registerWho,
    words.registerPower,
    words.backTitle,
    words.triedTitle,
    'version',
  ]
  return [head, ...rows]
}

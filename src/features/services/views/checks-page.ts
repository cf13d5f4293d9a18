/** The page for staff of what was checked of a service in use: what is worth a look, the way through with it drawn, rows and who meets them, what is certain. */
import type { Language, ScenarioFile, Wording } from '#core/definition/index.ts'
import { type Coverage, titleIn } from '#core/scenario/index.ts'
import type { Flow, StepTold } from '#core/telling/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { dayInLondon } from '#http/clock.ts'
import { html, type Html } from '#ui/html.ts'
import type { ProofTold } from '../domain/index.ts'
import { checksWordsFor } from '../words/index.ts'
import { coveredTable } from './covered-table.ts'
import { certaintyView, findingsView, type Ways } from './findings.ts'
import { flowView, peopleAt } from './flow.ts'

/** `provedAt`: ISO instant. */
export type ChecksPage = {
  readonly lang: Language
  readonly wording: Wording
  readonly proof: ProofTold
  readonly provedAt: string
  readonly flow: Flow
  readonly steps: readonly StepTold[]
  readonly coverage: Coverage
  readonly scenarios: readonly ScenarioFile[]
  readonly ways: Ways
  readonly recordHref: string
}

export function checksPage(view: ChecksPage): Html {
  const { lang, wording, proof, provedAt, flow, coverage, scenarios, ways, recordHref } = view
  const words = checksWordsFor(lang)
  const count = proof.certain.reduce((sum, one) => sum + one.count, 0)
  const people = scenarios.map((one) => ({ id: one.id, title: titleIn(one, lang) }))
  const met = peopleAt(coverage, people, (id) => `${recordHref}#example-${id}`)
  return html`<h1 class="govuk-heading-l">${words.title(wording.service.name)}</h1>
<p class="govuk-body-l">${words.lead}</p>
<p class="govuk-body"><strong>${words.counts(count, proof.open.length)}</strong> ${words.certainOn(formatDate(dayInLondon(new Date(provedAt)), lang))} <a class="govuk-link" href="${recordHref}">${words.toRecord}</a></p>
${findingsView(proof.findings, lang, ways)}
<h2 class="govuk-heading-m">${words.way}</h2>
${flowView({ lang, flow, findings: proof.findings, met })}
${tables(view)}
<h2 class="govuk-heading-m">${words.certain}</h2>
${certaintyView(proof, lang)}`
}

function tables({ lang, wording, steps, coverage, scenarios, recordHref }: ChecksPage): Html | undefined {
  const words = checksWordsFor(lang)
  const shown = steps.filter((step) => step.kind === 'table')
  if (shown.length === 0) return undefined
  const titles = new Map(scenarios.map((one) => [one.id, titleIn(one, lang)]))
  const rows = coverage.tables.flatMap((table) => table.rows)
  const tablesShown = shown.map(({ id, label, table }) => {
    const reached = new Map(coverage.tables.find((one) => one.id === id)?.rows.map((row) => [row.id, row.by] as const))
    const met = (row: string) => (reached.get(row) ?? []).map((one) => ({ id: one, title: titles.get(one) ?? one }))
    return html`<h3 class="govuk-heading-s" id="step-${id}">${label}</h3>${coveredTable({ lang, table, reason: wording.reason, met, hrefOf: (one) => `${recordHref}#example-${one}` })}`
  })
  return html`<h2 class="govuk-heading-m">${words.tables}</h2>
<p class="govuk-body">${words.tablesBody(rows.length, rows.filter(({ by }) => by.length > 0).length)}</p>
${tablesShown}`
}

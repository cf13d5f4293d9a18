/** The part of a record that says every rule in words: who cannot use the service, what is worked out, what is proposed and what it costs. */
import type { StepTold } from '#core/telling/index.ts'
import { coveredTable } from '#features/services/index.ts'
import { html, type Html } from '#ui/html.ts'
import { toldRule } from '#ui/rules/told.ts'
import type { AlgorithmRecord } from '../domain/index.ts'
import { wordsFor, type Words } from '../words/index.ts'
import type { RecordView } from './view.ts'

export function rulesSection({ lang, record }: RecordView): Html {
  const words = wordsFor(lang)
  const { told, wording } = record
  const { exits, steps, outcome, fee } = told
  const exitsSaid = exits.map(
    ({ id, when, cites }) => html`<div class="rule"><h4 class="govuk-heading-s rule__name">${wording.exit(id).title}</h4>
${when.parts === undefined ? html`<p class="govuk-body rule__lead">${words.exit(when.say)}</p>` : toldRule(when)}${sourceOf(cites, words)}</div>`,
  )
  return html`<p class="govuk-body">${words.rulesBody}</p>
${exits.length > 0 && html`<h3 class="govuk-heading-m">${words.exits}</h3>${exitsSaid}`}
${steps.length > 0 && html`<h3 class="govuk-heading-m">${words.steps}</h3>${coverageOf(record, words)}<ol class="rule-steps-told">${steps.map((step) => html`<li class="rule">${stepOf(step, { lang, record })}</li>`)}</ol>`}
<h3 class="govuk-heading-m">${words.outcome}</h3>
${outcome ? html`<p class="govuk-body">${words.outcomeLead}</p><div class="rule">${toldRule(outcome)}</div>` : html`<p class="govuk-body">${words.noRules}</p>`}
${fee && html`<h3 class="govuk-heading-m">${words.fee}</h3><p class="govuk-body">${words.feeLead}</p><div class="rule">${toldRule(fee)}</div>`}`
}

function stepOf(step: StepTold, { lang, record: { wording, examples } }: Pick<RecordView, 'lang' | 'record'>): Html {
  const words = wordsFor(lang)
  if (step.kind !== 'table')
    return html`<h4 class="govuk-heading-s rule__name" id="step-${step.id}">${step.label}</h4>${toldRule(step.how)}${sourceOf(step.cites, words)}`
  const met = examples.met.get(step.id)
  return html`<h4 class="govuk-heading-s rule__name" id="step-${step.id}">${step.label}</h4><p class="govuk-body rule__lead">${step.table.hit}</p>
${coveredTable({ lang, table: step.table, reason: wording.reason, met: (row) => met?.get(row) ?? [], hrefOf: (id) => `#example-${id}` })}`
}

/** How many rows of the tables the example people meet. */
function coverageOf({ told, examples }: AlgorithmRecord, words: Words): Html | undefined {
  const rows = told.steps.flatMap((step) => (step.kind === 'table' ? step.table.rows.map(({ id }) => ({ table: step.id, row: id })) : []))
  if (rows.length === 0) return undefined
  const met = rows.filter(({ table, row }) => (examples.met.get(table)?.get(row)?.length ?? 0) > 0)
  return html`<p class="govuk-body">${words.metBody(rows.length, met.length)}</p>`
}

function sourceOf(cites: readonly string[], words: Words): Html | undefined {
  if (cites.length === 0) return undefined
  return html`<p class="rule__source">${words.source} ${cites.join('; ')}</p>`
}

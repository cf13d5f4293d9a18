/** The single place that shows what was promised and what became of it: every statement with what it counted, and what others found. */
import type { Language, Wording } from '#core/definition/index.ts'
import { formatDate } from '#core/value/date-words.ts'
import { summaryList } from '#ui/components/summary-list.ts'
import { html, type Html } from '#ui/html.ts'
import { type Benefit, type Statement, statementState } from '../domain/index.ts'
import { wordsFor } from '../words/index.ts'
import { stateTag } from './parts.ts'

export type BenefitsView = {
  readonly lang: Language
  readonly wording: Pick<Wording, 'benefit'>
  readonly benefits: readonly Benefit[]
  /** What stands below a benefit, such as a link for staff. */
  readonly below?: (benefit: Benefit) => Html | undefined
  /** What stands below a statement. */
  readonly belowStatement?: (statement: Statement) => Html | undefined
}

export function benefitList(view: BenefitsView): Html {
  const { lang, wording, benefits } = view
  const words = wordsFor(lang)
  if (benefits.length === 0) return html`<p class="govuk-body">${words.benefitsNone}</p>`
  return html`<ul class="govuk-list value-benefits">${benefits.map(
    (benefit) => html`<li class="value-benefits__benefit" id="benefit-${benefit.id}">
<h3 class="govuk-heading-s">${wording.benefit(benefit.id)} ${stateTag(benefit.state, lang)}</h3>
<p class="govuk-body">${words.stateMeans[benefit.state]}</p>
${aboutOf(benefit, lang)}
${benefit.statements.map((statement) => statementOf(statement, view))}
${view.below?.(benefit)}
</li>`,
  )}</ul>`
}

function aboutOf({ about }: Benefit, lang: Language): Html | undefined {
  if (!about) return undefined
  const words = wordsFor(lang)
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return summaryList({
    classes: 'value-benefits__about',
    rows: [
      row(words.type, words.types[about.type]),
      row(words.payer, about.payer),
      row(words.beneficiary, about.beneficiary),
      row(words.baselineOf, about.baseline),
      row(words.targetOf, `${about.target} (${words.due.toLowerCase()} ${formatDate(about.due, lang)})`),
    ],
  })
}

function statementOf(statement: Statement, { lang, belowStatement }: BenefitsView): Html {
  const words = wordsFor(lang)
  const found = statement.judgements.at(-1)
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return html`<div class="value-statement">
<p class="govuk-body value-statement__head">${stateTag(statementState(statement), lang)} <strong>${statement.figure}</strong>${statement.isMadeUp && html` <span class="value-statement__made-up">(${words.madeUpShort})</span>`}</p>
${summaryList({
  rows: [
    row(words.definition, statement.definition),
    row(words.evidence, words.grades[statement.grade]),
    row(words.source, `${statement.source} (${words.asOf.toLowerCase()} ${formatDate(statement.asOf, lang)})`),
    found && row(words.found, `${found.figure}. ${words.grades[found.grade]}. ${found.source} (${formatDate(found.asOf, lang)})`),
  ],
})}
${belowStatement?.(statement)}
</div>`
}

/** The single place that shows why something was decided: the outcome, the reasons in words, and where each comes from. */
import { html, type Html, type Renderable } from './html.ts'

export interface ReasonWords {
  readonly text: string
  /** The law, policy or scheme it comes from. */
  readonly source?: string | undefined
}

export interface ExplanationOptions {
  /** Such as "You will get £12.40 a week". */
  readonly outcome: string
  readonly headingLevel?: 2 | 3 | undefined
  /** Such as "Why". */
  readonly reasonsTitle: string
  readonly reasons: readonly ReasonWords[]
  /** What follows the reasons: what a person can do next. */
  readonly next?: Renderable
}

export function explanation({ outcome, headingLevel = 2, reasonsTitle, reasons, next }: ExplanationOptions): Html {
  const inner = headingLevel + 1
  return html`<section class="explanation">
  <h${headingLevel} class="govuk-heading-m explanation__outcome">${outcome}</h${headingLevel}>
  ${
    reasons.length > 0 &&
    html`<h${inner} class="govuk-heading-s">${reasonsTitle}</h${inner}>
  <ul class="govuk-body explanation__reasons">${reasons.map(reasonOf)}</ul>`
  }
  ${next}
</section>`
}

function reasonOf({ text, source }: ReasonWords): Html {
  return html`<li>${text}${source && html` <span class="explanation__source">${source}</span>`}</li>`
}

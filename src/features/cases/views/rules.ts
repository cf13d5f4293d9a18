/** The single place that shows what the rules propose and how they came to it. */
import type { Prepared } from '#core/definition/prepare.ts'
import { wordsIn } from '#core/definition/words.ts'
import { decidingFirst, StepTelling } from '#core/telling/index.ts'
import { details } from '#ui/components/details.ts'
import { explanation } from '#ui/explanation.ts'
import { html, type Html } from '#ui/html.ts'
import { trace } from '#ui/trace.ts'
import { type Case, reasonsIn, type Sealed } from '../domain/index.ts'
import type { Desk } from './desk.ts'

export type RulesProps = {
  readonly desk: Desk
  readonly current: Case
  readonly prepared: Prepared
  readonly sealed: Sealed
  readonly steps: Sealed['trace']
  readonly turns: readonly string[]
}

export function rules({ desk, current, prepared, sealed, steps, turns }: RulesProps): Html {
  const { say, ctx } = desk
  const wording = wordsIn(prepared, ctx.lang)
  const proposed = current.proposed === null ? undefined : wording.outcome(current.proposed).label
  return html`<h2 class="govuk-heading-m">${say('rules')}</h2>
${
  proposed === undefined
    ? html`<p class="govuk-body">${say('noProposal')}</p>`
    : explanation({
        outcome: `${say('rulesPropose')}: ${proposed}`,
        headingLevel: 3,
        reasonsTitle: say('why'),
        reasons: reasonsIn(sealed, prepared, ctx.lang).map((text) => ({ text })),
        next: html`<p class="govuk-body">${say('rulesHelp')}</p>`,
      })
}
${turns.length > 0 && details({ summaryText: say('ruleTurns'), html: html`<ul class="govuk-list govuk-list--bullet">${turns.map((turn) => html`<li>${turn}</li>`)}</ul>`, classes: 'rule-steps' })}
${steps.length > 0 && details({ summaryText: say('ruleSteps'), html: stepsTable({ desk, prepared, steps }), classes: 'rule-steps' })}`
}

/** What decided comes first. */
function stepsTable({ desk, prepared, steps }: Pick<RulesProps, 'desk' | 'prepared' | 'steps'>): Html {
  const { say, ctx } = desk
  const heads = { step: say('step'), value: say('value'), reads: say('reads') }
  const words = {
    ...{ outcome: say('rulesPropose'), fee: say('fee'), cannotTell: say('cannotTell') },
    ...{ yes: say('yes'), no: say('no'), today: say('today') },
  }
  const telling = new StepTelling(prepared, ctx.lang, words)
  return trace({ caption: say('ruleSteps'), heads, steps: decidingFirst(steps).map((step) => telling.step(step)) })
}

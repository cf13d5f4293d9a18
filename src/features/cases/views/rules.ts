/** The single place that shows what the rules propose and how they came to it. */
import type { Prepared } from '#core/definition/prepare.ts'
import { type Wording, wordsIn } from '#core/definition/words.ts'
import { formatMoney } from '#core/value/money.ts'
import { explanation } from '#ui/explanation.ts'
import { html, type Html } from '#ui/html.ts'
import { trace, type TraceStep } from '#ui/trace.ts'
import { type Case, figure, reasonsIn, type RecordedStep, type Sealed } from '../domain/index.ts'
import type { Desk } from './desk.ts'

export type RulesProps = {
  readonly desk: Desk
  readonly current: Case
  readonly prepared: Prepared
  readonly sealed: Sealed
  readonly steps: Sealed['trace']
}

export function rules({ desk, current, prepared, sealed, steps }: RulesProps): Html {
  const { say, ctx } = desk
  const wording = wordsIn(prepared, ctx.lang)
  const heads = { step: say('step'), value: say('value'), reads: say('reads'), source: say('source') }
  const naming: Naming = { desk, prepared, wording }
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
${steps.length > 0 && trace({ caption: say('ruleSteps'), heads, steps: steps.map((step) => stepShown(naming, step)) })}`
}

type Naming = { readonly desk: Desk; readonly prepared: Prepared; readonly wording: Wording }

function stepShown(naming: Naming, step: RecordedStep): TraceStep {
  return {
    name: nameOfStep(naming, step),
    value: valueOfStep(naming, step),
    reads: [...new Set(step.reads.map((read) => nameOfRead(naming, read)))],
    rows: step.rows,
    cites: step.cites,
  }
}

function nameOfStep({ desk, wording }: Naming, { id, kind }: RecordedStep): string {
  if (kind === 'calculation') return wording.calculation(id)
  if (kind === 'condition') return wording.condition(id)
  if (kind === 'exit') return wording.exit(id).title
  if (kind === 'outcome') return desk.say('outcome')
  return kind === 'fee' ? desk.say('fee') : id.replaceAll('_', ' ')
}

/** A question by its short name, what was worked out by its own; a figure of the scheme by its id. */
function nameOfRead({ prepared, wording }: Naming, read: string): string {
  const root = read.split('.')[0] ?? read
  if (prepared.questions.has(root)) return wording.question(root).short
  const derived = prepared.program.derived.find(({ id }) => id === root)
  if (derived?.kind === 'calculation') return wording.calculation(root)
  if (derived?.kind === 'condition') return wording.condition(root)
  return read.replaceAll('_', ' ')
}

function valueOfStep({ desk, prepared, wording }: Naming, { id, kind, value, fault }: RecordedStep): string {
  if (fault !== undefined || value === null) return desk.say('cannotTell')
  if (kind === 'outcome' && typeof value === 'string') return wording.outcome(value).label
  if (kind === 'fee' && typeof value === 'number') return formatMoney(value)
  return figure(prepared, { id, value }, desk.ctx.lang)
}

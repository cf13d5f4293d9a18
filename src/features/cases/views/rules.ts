/** The single place that shows what the rules propose and how they came to it. */
import type { Prepared } from '#core/definition/prepare.ts'
import { type Wording, wordsIn } from '#core/definition/words.ts'
import { type Telling, tellingOf, tellTable, type Told } from '#core/telling/index.ts'
import { formatMoney } from '#core/value/money.ts'
import { details } from '#ui/components/details.ts'
import { explanation } from '#ui/explanation.ts'
import { html, type Html } from '#ui/html.ts'
import { trace, type TraceStep } from '#ui/trace.ts'
import { type Case, reasonsIn, type RecordedStep, type Sealed } from '../domain/index.ts'
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
  const naming: Naming = { desk, prepared, wording, telling: tellingOf(prepared, ctx.lang) }
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
${steps.length > 0 && details({ summaryText: say('ruleSteps'), html: stepsTable(naming, steps), classes: 'rule-steps' })}`
}

type Naming = { readonly desk: Desk; readonly prepared: Prepared; readonly wording: Wording; readonly telling: Telling }

/** What decided comes first, then what it was worked out from, last of all where the service would have ended early. */
function stepsTable(naming: Naming, steps: Sealed['trace']): Html {
  const { say } = naming.desk
  const heads = { step: say('step'), value: say('value'), reads: say('reads') }
  const rank = ({ kind }: RecordedStep): number => (kind === 'outcome' || kind === 'fee' ? 0 : kind === 'exit' ? 2 : 1)
  const shown = steps
    .filter(({ kind }) => kind !== 'once')
    .toReversed()
    .toSorted((one, other) => rank(one) - rank(other))
  return trace({ caption: say('ruleSteps'), heads, steps: shown.map((step) => stepShown(naming, step)) })
}

function stepShown(naming: Naming, step: RecordedStep): TraceStep {
  return {
    name: nameOfStep(naming, step),
    value: valueOfStep(naming, step),
    reads: [...new Set(readsShown(step).map((read) => nameOfRead(naming, read)))],
    cites: step.cites,
    how: ruleOf(naming, step),
  }
}

/** The rule in words; of a table the rows that fitted. */
function ruleOf({ prepared, telling }: Naming, { id, kind, rows = [] }: RecordedStep): Told | undefined {
  const { program, definition } = prepared
  if (kind === 'exit' || kind === 'outcome' || kind === 'fee') {
    const ast = kind === 'exit' ? program.exits.find((exit) => exit.id === id)?.when.ast : program[kind]?.ast
    return ast && telling.laidOut(ast)
  }
  const derived = program.derived.find((one) => one.id === id)
  if (derived === undefined || derived.kind !== 'table') return derived && telling.laidOut(derived.compiled.ast)
  const table = definition.tables.find((one) => one.id === id)
  const fitted = table && tellTable(table, telling).rows.filter((row) => rows.includes(row.id))
  if (fitted === undefined || fitted.length === 0) return undefined
  const [first] = fitted
  return fitted.length === 1 && first ? { say: first.sentence } : { say: '', parts: fitted.map(({ sentence }) => ({ say: sentence })) }
}

/** A table whose column is named is not named besides. */
function readsShown({ reads }: RecordedStep): readonly string[] {
  return reads.filter((read) => !reads.some((other) => other.startsWith(`${read}.`)))
}

function nameOfStep({ desk, wording }: Naming, { id, kind }: RecordedStep): string {
  if (kind === 'outcome') return desk.say('rulesPropose')
  if (kind === 'fee') return desk.say('fee')
  if (kind === 'exit') return wording.exit(id).title
  if (kind === 'table') return wording.table(id).label
  return upperFirst(kind === 'condition' ? wording.condition(id) : wording.calculation(id))
}

/** A question by its short name; what was worked out, and figures of the scheme, by the words of the service. */
function nameOfRead({ desk, prepared, wording }: Naming, read: string): string {
  const [root = read, column] = read.split('.')
  if (root === 'today') return desk.say('today')
  if (prepared.questions.has(root)) return wording.question(root).short
  const derived = prepared.program.derived.find(({ id }) => id === root)
  if (derived?.kind === 'table') return column === undefined ? wording.table(root).label : wording.table(root).column(column)
  if (derived === undefined) return upperFirst(wording.constant(root))
  return upperFirst(derived.kind === 'condition' ? wording.condition(root) : wording.calculation(root))
}

function valueOfStep({ desk: { say }, wording }: Naming, { id, kind, value, fault }: RecordedStep): string {
  if (fault !== undefined || value === null) return say('cannotTell')
  if (kind === 'outcome' && typeof value === 'string') return wording.outcome(value).label
  if (kind === 'fee' && typeof value === 'number') return formatMoney(value)
  if (kind === 'exit') return say(value === true ? 'yes' : 'no')
  return wording.result(id, value) ?? say('cannotTell')
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

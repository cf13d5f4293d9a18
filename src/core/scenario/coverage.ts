/** The single place that says what of a service its example people reach: pages, answers to choose, rows of tables, ends before sending and outcomes. */
import type { Answer } from '#core/definition/answers.ts'
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { evaluate } from '#core/journey/evaluate.ts'
import { readFileAnswers } from '#core/journey/file-answers.ts'
import { parseDate } from '#core/value/calendar-date.ts'

/** A part by its id, with the ids of the example people who reach it, in the order in which they come. */
export type Reached = { readonly id: string; readonly by: readonly string[] }

/** Options as `question` (or `group.member`) with each option; of a yes-no question they are `yes` and `no`. */
export type Coverage = {
  readonly covered: number
  readonly of: number
  readonly pages: readonly Reached[]
  readonly tables: readonly { readonly id: string; readonly rows: readonly Reached[] }[]
  readonly options: readonly { readonly question: string; readonly options: readonly Reached[] }[]
  readonly exits: readonly Reached[]
  readonly outcomes: readonly Reached[]
}

/** Walks each example person once. Answers that do not count, since their page is not asked, reach nothing. */
export function coverageOf(prepared: Prepared, scenarios: readonly ScenarioFile[]): Coverage {
  const reached = new Map<string, string[]>()
  for (const scenario of scenarios) {
    for (const part of new Set(partsReached(prepared, scenario))) reached.set(part, [...(reached.get(part) ?? []), scenario.id])
  }
  const of = (kind: Kind, ids: readonly string[], within = ''): readonly Reached[] =>
    ids.map((id) => ({ id, by: reached.get(key(kind, id, within)) ?? [] }))
  const { definition, pages } = prepared
  const { exits, outcomes, outcome } = definition.service
  const parts = {
    pages: of(
      'page',
      pages.map(({ id }) => id),
    ),
    tables: definition.tables.map(({ id, rows }) => ({
      id,
      rows: of(
        'row',
        rows.map((row, at) => row.id ?? String(at + 1)),
        id,
      ),
    })),
    options: pages
      .flatMap(({ questions }) => questions.flatMap(choices))
      .map(({ question, options }) => ({ question, options: of('option', options, question) })),
    exits: of(
      'exit',
      exits.map(({ id }) => id),
    ),
    // Without a rule for it every outcome is a person's own choice, which no example can reach.
    outcomes: outcome === undefined ? [] : of('outcome', proposable(prepared, outcomes)),
  }
  const all = [
    ...parts.pages,
    ...parts.tables.flatMap(({ rows }) => rows),
    ...parts.options.flatMap(({ options }) => options),
    ...parts.exits,
    ...parts.outcomes,
  ]
  return { covered: all.filter(({ by }) => by.length > 0).length, of: all.length, ...parts }
}

type Kind = 'page' | 'row' | 'option' | 'exit' | 'outcome'

const key = (kind: Kind, id: string, within = ''): string => `${kind} ${within} ${id}`

function partsReached(prepared: Prepared, { answers, today: day }: ScenarioFile): readonly string[] {
  const today = parseDate(day)
  if (today === undefined) return []
  const { walk, outcome, exit, trace } = evaluate(prepared, readFileAnswers(prepared, answers).answers, today)
  const chosen = walk.pages.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = walk.relevant[question.id]
      return answer === undefined ? [] : optionsChosen(question, answer)
    }),
  )
  return [
    ...walk.pages.map(({ page }) => key('page', page.id)),
    ...trace.flatMap(({ kind, id, rows }) => (kind === 'table' ? (rows ?? []).map((row) => key('row', row, id)) : [])),
    ...chosen.map(({ question, option }) => key('option', option, question)),
    ...(exit === undefined ? [] : [key('exit', exit)]),
    ...(outcome === null ? [] : [key('outcome', outcome)]),
  ]
}

/** Outcomes that the rules speak of; the others are for a person to choose. */
function proposable({ definition: { service, tables } }: Prepared, outcomes: readonly { readonly id: string }[]): readonly string[] {
  const spoken = JSON.stringify([service.outcome, service.calculations, tables.map(({ rows }) => rows.map(({ then }) => then))])
  return outcomes.map(({ id }) => id).filter((id) => new RegExp(`\\b${id}\\b`).test(spoken))
}

/** The answers to choose of a question, or of the members of a group. */
export function choices(question: Question): readonly { readonly question: string; readonly options: readonly string[] }[] {
  if (question.kind === 'group')
    return question.of.flatMap((member) => choices(member).map(({ options }) => ({ question: `${question.id}.${member.id}`, options })))
  if (question.kind === 'yes-no') return [{ question: question.id, options: ['yes', 'no'] }]
  if (question.kind !== 'one-of' && question.kind !== 'many-of') return []
  return [{ question: question.id, options: question.options.map(({ id }) => id) }]
}

function optionsChosen(question: Question, answer: Answer): readonly { readonly question: string; readonly option: string }[] {
  if (question.kind !== 'group') return chosenOf(answer).map((option) => ({ question: question.id, option }))
  const entries = Array.isArray(answer) ? answer : []
  return entries.flatMap((entry: unknown) =>
    question.of.flatMap((member) => {
      const given: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, member.id) : undefined
      return choices(member).length === 0 ? [] : chosenOf(given).map((option) => ({ question: `${question.id}.${member.id}`, option }))
    }),
  )
}

function chosenOf(answer: unknown): readonly string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  if (typeof answer === 'string') return [answer]
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : []
}

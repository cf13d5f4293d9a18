/** The single place that says what of a service its example people reach: pages, answers to choose, rows of tables, ends before sending and outcomes. */
import type { Answer } from '#core/definition/answers.ts'
import type { ScenarioFile } from '#core/definition/model/scenario.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { evaluate } from '#core/journey/evaluate.ts'
import { readFileAnswers } from '#core/journey/file-answers.ts'
import type { Unknown } from '#core/proof/find-person.ts'
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

/** One thing of a service that an example person can reach. `within`: the table of a row, the question (or `group.member`) of an answer. */
export type Part = { readonly kind: 'page' | 'row' | 'answer' | 'exit' | 'outcome'; readonly id: string; readonly within?: string }

/** Something nobody reaches. `conflict`: nobody can, and these parts of the definition are why. Otherwise nobody was found, and why not. */
export type Unreached = { readonly part: Part } & ({ readonly conflict: readonly string[] } | { readonly unknown: Unknown })

/** Whoever is walked: answers as files give them, on a day. */
type Walkable = Pick<ScenarioFile, 'answers' | 'today'>

/** All there is to reach, the answers to choose last. Without a rule for it every outcome is a person’s own choice, which no example can reach. */
export function partsOf(prepared: Prepared): readonly Part[] {
  const { definition, pages } = prepared
  const { exits, outcomes, outcome } = definition.service
  const of = (kind: Part['kind'], all: readonly { readonly id: string }[]) => all.map(({ id }): Part => ({ kind, id }))
  return [
    ...of('page', pages),
    ...definition.tables.flatMap(({ id: within, rows }) =>
      rows.map((row, at): Part => ({ kind: 'row', id: row.id ?? String(at + 1), within })),
    ),
    ...of('exit', exits),
    ...(outcome === undefined ? [] : of('outcome', proposable(prepared, outcomes))),
    ...pages
      .flatMap(({ questions }) => questions.flatMap(choices))
      .flatMap(({ question: within, options }) => options.map((id): Part => ({ kind: 'answer', id, within }))),
  ]
}

/** The same for the same thing. */
export function partKey({ kind, id, within = '' }: Part): string {
  return `${kind} ${within} ${id}`
}

/** Walks each example person once. Answers that do not count, since their page is not asked, reach nothing. */
export function coverageOf(prepared: Prepared, scenarios: readonly ScenarioFile[]): Coverage {
  const reached = new Map<string, string[]>()
  for (const scenario of scenarios) {
    for (const key of partsReached(prepared, scenario)) reached.set(key, [...(reached.get(key) ?? []), scenario.id])
  }
  const all = partsOf(prepared).map((part) => ({ ...part, by: reached.get(partKey(part)) ?? [] }))
  const of = (kind: Part['kind'], within?: string): readonly Reached[] =>
    all.filter((part) => part.kind === kind && part.within === within).map(({ id, by }) => ({ id, by }))
  const questions = new Set(all.flatMap(({ kind, within }) => (kind === 'answer' && within !== undefined ? [within] : [])))
  return {
    covered: all.filter(({ by }) => by.length > 0).length,
    of: all.length,
    pages: of('page'),
    tables: prepared.definition.tables.map(({ id }) => ({ id, rows: of('row', id) })),
    options: [...questions].map((question) => ({ question, options: of('answer', question) })),
    exits: of('exit'),
    outcomes: of('outcome'),
  }
}

/** Keys of what somebody reaches. */
export function partsReached(prepared: Prepared, { answers, today: day }: Walkable): ReadonlySet<string> {
  const today = parseDate(day)
  if (today === undefined) return new Set()
  const { walk, outcome, exit, trace } = evaluate(prepared, readFileAnswers(prepared, answers).answers, today)
  const chosen = walk.pages.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = walk.relevant[question.id]
      return answer === undefined ? [] : optionsChosen(question, answer)
    }),
  )
  const parts: readonly Part[] = [
    ...walk.pages.map(({ page }): Part => ({ kind: 'page', id: page.id })),
    ...trace.flatMap(({ kind, id, rows }) =>
      kind === 'table' ? (rows ?? []).map((row): Part => ({ kind: 'row', id: row, within: id })) : [],
    ),
    ...chosen.map(({ question, option }): Part => ({ kind: 'answer', id: option, within: question })),
    ...(exit === undefined ? [] : [{ kind: 'exit', id: exit } as const]),
    ...(outcome === null ? [] : [{ kind: 'outcome', id: outcome } as const]),
  ]
  return new Set(parts.map(partKey))
}

type Outcome = { readonly id: string }

/** Outcomes that the rules speak of; the others are for a person to choose. */
function proposable({ definition: { service, tables } }: Prepared, outcomes: readonly Outcome[]): readonly Outcome[] {
  const spoken = JSON.stringify([service.outcome, service.calculations, tables.map(({ rows }) => rows.map(({ then }) => then))])
  return outcomes.filter(({ id }) => new RegExp(`\\b${id}\\b`).test(spoken))
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

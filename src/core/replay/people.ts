/** The single place that makes people up for a service nobody has used yet: for every row of its tables, both sides of each condition, pairs of them, and the edges of its figures. */
import type { Answers } from '#core/definition/answers.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import { penceOf } from '#core/definition/questions/money.ts'
import { evaluate } from '#core/journey/evaluate.ts'
import { findPerson } from '#core/proof/index.ts'
import { isFulfilled, type Wish } from '#core/proof/wish.ts'
import { type Ast, partsOf } from '#core/expression/index.ts'
import { keptOf, type PastCase } from './past-case.ts'

/** Somebody made up: what they answer on which day (`YYYY-MM-DD`), and what they are there for. */
export type MadeUp = { readonly answers: Answers; readonly today: string; readonly covers: readonly string[] }

/** `nobody` are wishes that nobody who reaches the end can fulfil, `unknown` those for which nobody was found with the steps allowed. */
export type People = { readonly people: readonly MadeUp[]; readonly nobody: readonly string[]; readonly unknown: readonly string[] }

/** Steps of the search for one person, and how many are made up at most. */
const BUDGET = 20_000
const MOST_PEOPLE = 2_000
const MOST_PAIRED = 24

/** Deterministic; everybody reaches the end of the journey, as the real walk finds. */
export function madeUpPeople(prepared: Prepared, budget = BUDGET): People {
  const steps = makingPeople(prepared, budget)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** The same in steps, for whoever has others to serve meanwhile. */
export function* makingPeople(prepared: Prepared, budget = BUDGET): Generator<undefined, People> {
  const making = new Making(prepared, budget)
  for (const wishes of [...wishesOf(prepared).map((wish) => [wish]), ...pairsOf(prepared)]) {
    making.wish(wishes)
    yield
  }
  for (const step of making.edges(figuresOf(prepared))) yield step
  return making.read()
}

/** People as past cases, said to be made up. */
export function asPastCases(prepared: Prepared, { people }: Pick<People, 'people'>): readonly PastCase[] {
  return people.map(({ answers, today }, at) => ({
    ...keptOf(prepared, answers, { today }),
    id: `made-up-${String(at + 1).padStart(5, '0')}`,
    today,
    channel: 'web',
    madeUp: true,
  }))
}

class Making {
  readonly #prepared: Prepared
  readonly #budget: number
  readonly #people = new Map<string, { readonly answers: Answers; readonly today: string; readonly covers: string[] }>()
  readonly #nobody: string[] = []
  readonly #unknown: string[] = []

  constructor(prepared: Prepared, budget: number) {
    this.#prepared = prepared
    this.#budget = budget
  }

  /** Somebody of whom all this is so, unless there is one. */
  wish(wishes: readonly Wish[]): void {
    const name = wishes.map(nameOf).join(' + ')
    for (const one of this.#people.values()) {
      const evaluation = evaluate(this.#prepared, one.answers, one.today)
      if (!wishes.every((wish) => isFulfilled(this.#prepared, evaluation, wish))) continue
      one.covers.push(name)
      return
    }
    if (this.#people.size >= MOST_PEOPLE) return
    const found = findPerson(this.#prepared, wishes, this.#budget)
    if ('person' in found) this.#add(found.person.answers, found.person.today, name)
    else if ('conflict' in found) this.#nobody.push(name)
    else this.#unknown.push(name)
  }

  /** Each figure met and just missed, by whoever is asked for such an amount or number. */
  *edges(figures: ReadonlySet<number>): Generator<undefined, void> {
    const before = [...this.#people.values()]
    for (const [id, { question }] of this.#prepared.questions) {
      if (question.kind !== 'money' && question.kind !== 'number') continue
      const [least, most] = question.kind === 'number' ? [question.min, question.max] : [penceOf(question.min) ?? 0, penceOf(question.max)]
      const ends = [least, most].filter((end) => end !== undefined)
      for (const one of before.filter(({ answers }) => Object.hasOwn(answers, id)).slice(0, 2)) {
        for (const value of new Set([...ends, ...[...figures].flatMap((figure) => [figure - 1, figure, figure + 1])])) {
          const answers = { ...one.answers, [id]: value }
          if (evaluate(this.#prepared, answers, one.today).walk.done) this.#add(answers, one.today, `${id} = ${value}`)
        }
        yield
      }
    }
  }

  read(): People {
    return { people: [...this.#people.values()], nobody: this.#nobody, unknown: this.#unknown }
  }

  #add(answers: Answers, today: string, name: string): void {
    const key = JSON.stringify([answers, today])
    const found = this.#people.get(key)
    if (found !== undefined) found.covers.push(name)
    else if (this.#people.size < MOST_PEOPLE) this.#people.set(key, { answers, today, covers: [name] })
  }
}

function wishesOf({ definition, program, questions }: Prepared): readonly Wish[] {
  const rows = program.derived.flatMap((one) =>
    one.kind === 'table' ? one.table.trees.rows.map((row): Wish => ({ row: [one.id, row.id] })) : [],
  )
  const answers = [...questions.values()].flatMap(({ question }): readonly Wish[] => {
    if (question.kind === 'one-of') return question.options.map(({ id }) => ({ answer: [question.id, id] }))
    return question.kind === 'yes-no' ? [true, false].map((is) => ({ answer: [question.id, is] })) : []
  })
  return [
    ...definition.service.outcomes.map(({ id }): Wish => ({ outcome: id })),
    ...program.pages.map(({ id }): Wish => ({ page: id })),
    ...rows,
    ...conditionsOf({ program }).flatMap((condition): readonly Wish[] => [true, false].map((is) => ({ condition, is }))),
    ...answers,
  ]
}

/** Any two conditions in each way they can be together. */
function pairsOf({ program }: Prepared): readonly (readonly Wish[])[] {
  const conditions = conditionsOf({ program }).slice(0, MOST_PAIRED)
  const sides = [true, false]
  return conditions.flatMap((one, at) =>
    conditions.slice(at + 1).flatMap((other) =>
      sides.flatMap((is) =>
        sides.map(
          (also) =>
            [
              { condition: one, is },
              { condition: other, is: also },
            ] as const,
        ),
      ),
    ),
  )
}

function conditionsOf({ program }: Pick<Prepared, 'program'>): readonly string[] {
  return program.derived.filter(({ kind }) => kind === 'condition').map(({ id }) => id)
}

/** Numbers and amounts that rules compare with. */
function figuresOf({ program }: Prepared): ReadonlySet<number> {
  const figures = new Set(Object.values(program.constants).filter((value) => typeof value === 'number'))
  const visit = (ast: Ast): void => {
    if (ast.kind === 'literal' && typeof ast.value === 'number') figures.add(ast.value)
    for (const part of partsOf(ast)) visit(part)
  }
  for (const one of program.derived) {
    if (one.kind !== 'table') visit(one.compiled.ast)
    else for (const row of one.table.trees.rows) for (const test of row.tests) if (test !== undefined) visit(test)
  }
  return figures
}

function nameOf(wish: Wish): string {
  if ('row' in wish) return `row ${wish.row.join('.')}`
  if ('condition' in wish) return wish.is ? wish.condition : `not ${wish.condition}`
  if ('answer' in wish) return `answer ${wish.answer[0]} = ${String(wish.answer[1])}`
  if ('page' in wish) return `page ${wish.page}`
  if ('exit' in wish) return `exit ${wish.exit}`
  return 'outcome' in wish ? `outcome ${wish.outcome}` : `question ${wish.question}`
}

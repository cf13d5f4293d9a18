/** The single place that keeps what real walks of example people have shown, so that nothing is looked for twice. */
import type { Prepared } from '#core/definition/index.ts'
import type { QuestionProgram } from '#core/definition/program/program.ts'
import { isFailure } from '#core/expression/index.ts'
import { membersAsked } from '#core/journey/flaws.ts'
import { Walker } from '#core/journey/walker.ts'
import type { AnswerModel } from './model/answer.ts'
import type { Person } from './model/person.ts'
import { partId } from './model/part.ts'

/** What was seen: `page racket`, `asked level`, `yes conditions.adult`, `no pages.racket.when`, `row rate 1`, `exit too_young`, `end`. */
export class Evidence {
  readonly #prepared: Prepared
  readonly #seen = new Set<string>()
  #people = 0

  constructor(prepared: Prepared) {
    this.#prepared = prepared
  }

  has(what: string): boolean {
    return this.#seen.has(what)
  }

  /** How much was seen. */
  get size(): number {
    return this.#seen.size
  }

  /** Walks a person and keeps what shows, up to the first page they do not complete. */
  see({ answers, today }: Person): void {
    this.#people += 1
    const walker = new Walker(this.#prepared, answers, today).walk()
    for (const [id, answer] of Object.entries(walker.relevant)) this.#seeAnswer(id, answer)
    const stop = this.#stopOf(walker)
    for (const [page] of this.#prepared.program.pages.entries()) if (page <= stop) this.#seePage(walker, page)
    this.#seeDerived(walker, stop)
    if (walker.exit !== undefined) this.#seen.add(`exit ${walker.exit}`)
    else if (stop === this.#prepared.pages.length) this.#seeEnd(walker)
  }

  /**
   * What to try for an answer so that something new shows: the first people all give their first, second, … option, since conditions that
   * follow each other often ask for the same; later ones mix.
   */
  readonly lean = ({ path, program: { question } }: AnswerModel): bigint | undefined => {
    const turn = this.#people < inStep ? this.#people : mixed(path, this.#people)
    if (question.kind === 'yes-no') return turn % 2 === 0 ? 2n : 1n
    return question.kind === 'one-of' ? 1n << BigInt((turn % question.options.length) + 1) : undefined
  }

  #seeAnswer(id: string, answer: unknown): void {
    for (const one of Array.isArray(answer) ? answer : [answer]) if (typeof one === 'string') this.#seen.add(`answer ${id} ${one}`)
  }

  #seeEnd({ values }: Walker): void {
    const outcome = this.#prepared.program.outcome?.evaluate(values)
    this.#seen.add('end')
    if (typeof outcome === 'string') this.#seen.add(`outcome ${outcome}`)
  }

  /** The first page that is not complete, or after which an exit was met. */
  #stopOf({ pages, exit }: Walker): number {
    const { program } = this.#prepared
    const open = pages.find(({ complete }) => !complete) ?? (exit === undefined ? undefined : pages.at(-1))
    return open === undefined ? program.pages.length : program.pages.findIndex(({ id }) => id === open.page.id)
  }

  #seePage({ values }: Walker, page: number): void {
    const { program, definition } = this.#prepared
    const one = program.pages[page]
    if (one === undefined) return
    const ids = partId.pageConditions(definition)[page] ?? []
    let isShown = true
    for (const [at, when] of one.when.entries()) {
      const holds = when.evaluate(values) === true
      this.#seen.add(`${holds ? 'yes' : 'no'} ${ids[at]}`)
      isShown &&= holds
    }
    if (isShown) for (const question of one.questions) this.#seeQuestion(question, one.id, values)
  }

  #seeQuestion(program: QuestionProgram, page: string, values: Walker['values']): void {
    const { question, when } = program
    const isAsked = when === undefined || when.evaluate(values) === true
    if (when !== undefined) this.#seen.add(`${isAsked ? 'yes' : 'no'} ${partId.when(question.id)}`)
    if (!isAsked) return
    this.#seen.add(`page ${page}`)
    const entries = values[question.id]
    if (question.kind !== 'group' || !Array.isArray(entries)) return
    for (const entry of entries) {
      const asked = membersAsked(program, entry, values)
      for (const member of question.of)
        this.#seen.add(`${asked.includes(member.id) ? 'yes' : 'no'} ${partId.when(`${question.id}.${member.id}`)}`)
    }
  }

  #seeDerived({ results, decisions }: Walker, stop: number): void {
    const { program } = this.#prepared
    const pageOf = new Map(program.pages.flatMap((page, at) => page.questions.map(({ question }) => [question.id, at] as const)))
    for (const one of program.derived) {
      if (one.asks.some((id) => (pageOf.get(id) ?? 0) > stop)) continue
      if (one.kind === 'table') for (const row of decisions.get(one.id)?.rows ?? []) this.#seen.add(`row ${one.id} ${row}`)
      if (one.kind !== 'condition') continue
      const value = results.get(one.id)
      if (value === undefined || isFailure(value)) this.#seen.add(`no ${partId.derived(one)}`)
      else this.#seen.add(`${value === true ? 'yes' : 'no'} ${partId.derived(one)}`)
    }
  }
}

/** How many people answer in step before they mix. */
const inStep = 4

/** A number that looks chosen at random, the same every time. */
function mixed(path: string, turn: number): number {
  let hash = turn * 2_654_435_761
  for (let at = 0; at < path.length; at += 1) hash = Math.imul(hash ^ path.charCodeAt(at), 16_777_619)
  return (hash >>> 8) % 5_040
}

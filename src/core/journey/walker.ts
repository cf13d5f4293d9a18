/** The single place that goes through the pages once, works out each name when it can be known, and stops at an exit. */
import type { Decision } from '#core/decision/index.ts'
import { type Answer, type Answers, isEntries } from '#core/definition/answers.ts'
import type { AnswerFault, Flaw } from '#core/definition/fault.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared, PreparedPage } from '#core/definition/prepare.ts'
import type { Derived, PageProgram, QuestionProgram } from '#core/definition/program/program.ts'
import { kindFor } from '#core/definition/questions/index.ts'
import { isFailure, type Value } from '#core/expression/index.ts'
import { asOffered, flawsOf, invalidities, isAsked, missingFlaws, readEntries, type Values } from './flaws.ts'

/** One page that counts. `questions` are those of its questions that are asked, with the options that are offered; a complete page has no fault. */
export type WalkedPage = {
  readonly page: PreparedPage
  readonly questions: readonly Question[]
  readonly complete: boolean
  readonly faults: readonly AnswerFault[]
}

/** What a walk has found; it is filled page by page. */
export class Walker {
  readonly prepared: Prepared
  readonly pages: WalkedPage[] = []
  readonly relevant: Record<string, Answer> = {}
  /** Constants, `today`, answers that count and what they make known. */
  readonly values: Values
  /** What conditions and calculations gave, failures included. */
  readonly results = new Map<string, Value>()
  readonly decisions = new Map<string, Decision>()
  exit: string | undefined
  readonly #answers: Answers
  readonly #supposed = new Map<string, Value>()

  constructor(prepared: Prepared, answers: Answers, today: string) {
    this.prepared = prepared
    this.values = { ...prepared.program.constants, today }
    this.#answers = answers
  }

  /** Takes what is worked out under a name to be something else: what would follow if it were. */
  suppose(name: string, value: Value): this {
    this.#supposed.set(name, value)
    return this
  }

  /** Goes through all pages, or up to the first exit. */
  walk(): this {
    const { program, schedule, pages } = this.prepared
    this.#workOut(schedule.first)
    for (const [index, page] of program.pages.entries()) {
      const prepared = pages[index]
      if (prepared !== undefined && page.when.every((when) => when.evaluate(this.values) === true)) this.#visit(page, prepared, index)
      const due = schedule.after[index]
      this.#workOut(due?.derived ?? [])
      this.exit = due?.exits.find(({ when }) => when.evaluate(this.values) === true)?.id
      if (this.exit !== undefined) break
    }
    return this
  }

  /** Works out what pages not walked would have settled: after an exit these are mostly not known. */
  finish(): this {
    this.#workOut(this.prepared.program.derived.filter(({ id }) => !this.results.has(id) && !this.decisions.has(id)))
    return this
  }

  #visit(program: PageProgram, page: PreparedPage, index: number): void {
    const asked = program.questions.filter((question) => isAsked(question, this.values))
    if (asked.length === 0) return
    const faults: AnswerFault[] = []
    const answered = asked.filter((question) => {
      const flaws = this.#take(question)
      faults.push(...placed(flaws, page.id, question))
      return flaws.length === 0 && Object.hasOwn(this.relevant, question.question.id)
    })
    const conditional = answered.filter(({ valid }) => valid.length > 0)
    if (conditional.length > 0) faults.push(...this.#invalid(conditional, page, index))
    const questions = asked.map((program) => asOffered(program, this.values))
    this.pages.push({ page, questions, complete: faults.length === 0, faults })
  }

  /** Takes the answer to a question over, unless it is at fault. */
  #take(program: QuestionProgram): readonly Flaw[] {
    const { question } = program
    const answer = Object.hasOwn(this.#answers, question.id) ? this.#answers[question.id] : undefined
    if (answer === undefined) return missingFlaws(program)
    const flaws = flawsOf(program, answer, this.values)
    if (flaws.length > 0) return flaws
    const read = question.kind === 'group' && isEntries(answer) ? readEntries(program, answer, this.values) : { entries: answer, flaws: [] }
    if (read.flaws.length > 0) return read.flaws
    this.relevant[question.id] = read.entries
    this.values[question.id] = kindFor(question).value(question, read.entries)
    return []
  }

  /** Conditions on answers may read the whole page and what is worked out from it; an answer that fails does not count. */
  #invalid(conditional: readonly QuestionProgram[], page: PreparedPage, index: number): readonly AnswerFault[] {
    this.#workOut(this.prepared.schedule.after[index]?.derived ?? [])
    const faults = conditional.flatMap((program) => placed(invalidities(program, this.values), page.id, program))
    for (const { question } of faults) {
      delete this.relevant[question]
      delete this.values[question]
    }
    return faults
  }

  #workOut(derived: readonly Derived[]): void {
    for (const one of derived) {
      const value = this.#supposed.has(one.id)
        ? this.#supposed.get(one.id)
        : one.kind === 'table'
          ? this.#decide(one)
          : one.compiled.evaluate(this.values)
      if (one.kind !== 'table') this.results.set(one.id, value)
      this.values[one.id] = isFailure(value) ? undefined : value
    }
  }

  #decide(one: Extract<Derived, { kind: 'table' }>): Value {
    const decision = one.table.decide(this.values)
    this.decisions.set(one.id, decision)
    if (decision.state === 'decided') return one.isList ? decision.list : decision.outputs
    return decision.state === 'no-match' && one.isList ? [] : undefined
  }
}

function placed(flaws: readonly Flaw[], page: string, { question }: QuestionProgram): readonly AnswerFault[] {
  return flaws.map((flaw) => ({ page, question: question.id, ...flaw }))
}

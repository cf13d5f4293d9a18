/**
 * The single place where the rules of a service speak about whole answers without walking its pages and without a trace: what trials of many
 * people need. What it cannot tell at once it leaves to `evaluate`, so that both always say the same.
 */
import { quickTable } from '#core/decision/index.ts'
import type { Answers } from '#core/definition/answers.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Derived } from '#core/definition/program/program.ts'
import { kindFor } from '#core/definition/questions/index.ts'
import {
  type AnswerSlot,
  type Ast,
  Frame,
  type Ground,
  type Known,
  partsOf,
  type Quick,
  QuickCompiler,
  type Source,
} from '#core/expression/index.ts'

/** What the rules say: the exit reached, or the outcome, the fee in pence and the calculations shown, in the order of `Rules.shown`. */
export type Ruling = {
  readonly exit: string | undefined
  readonly outcome: string | undefined
  readonly fee: number | undefined
  readonly values: readonly (Known | undefined)[]
}

export type Rules = {
  /** Ids of the calculations that people are shown. */
  readonly shown: readonly string[]
  /**
   * Of answers that count, as a walk that was done or reached an exit keeps them (`Walk.relevant`). `today` is `YYYY-MM-DD`. Undefined where more than
   * a glance is needed: something the rules ask for is missing, or one of them has a fault.
   */
  readonly ruling: (answers: Answers, today: string) => Ruling | undefined
}

const TODAY = 0

/** Made once for each version. Its frame is used again for each ruling. */
export function rulesOf(prepared: Prepared): Rules {
  const layout = new Layout(prepared)
  const { exits, outcome, fee, values, shown } = layout.rules()
  const frame = new Frame(layout.answers, layout.size)
  const ruling = (answers: Answers, today: string): Ruling | undefined => {
    frame.begin(answers)
    frame.slots[TODAY] = today
    for (const exit of exits)
      if (exit.when(frame)) return frame.isLost ? undefined : { exit: exit.id, outcome: undefined, fee: undefined, values: [] }
    const said = { exit: undefined, outcome: outcome?.(frame), fee: fee?.(frame), values: valuesIn(frame, values) }
    return frame.isLost ? undefined : said
  }
  return { shown, ruling }
}

/** Which slot holds what: `today`, the answers that rules read, what is worked out from them, and the members of walks. */
class Layout {
  readonly answers: readonly AnswerSlot[]
  size: number
  readonly #prepared: Prepared
  readonly #sources = new Map<string, Source>([['today', { kind: 'slot', at: TODAY }]])
  readonly #compiler: QuickCompiler

  constructor(prepared: Prepared) {
    this.#prepared = prepared
    const { program, questions } = prepared
    const asked = new Set([...program.derived, ...program.exits].flatMap(({ asks }) => asks))
    for (const compiled of [program.outcome, program.fee])
      for (const path of compiled?.reads ?? []) asked.add(path.split('.', 1)[0] ?? path)
    const read = [...questions.values()].filter(({ question }) => asked.has(question.id))
    this.answers = [
      { name: 'today', convert: undefined },
      ...read.map(({ question }) => ({ name: question.id, convert: conversionOf(question) })),
    ]
    this.size = this.answers.length
    for (const [name, value] of Object.entries(program.constants)) this.#sources.set(name, { kind: 'constant', value })
    for (const [at, { question }] of read.entries()) this.#sources.set(question.id, { kind: 'slot', at: at + 1 })
    const ground: Ground = { find: (name) => this.#sources.get(name), newSlot: () => this.size++ }
    this.#compiler = new QuickCompiler(ground)
    const mentions = mentionsIn(prepared)
    for (const one of program.derived) this.#sources.set(one.id, this.#derived(one, ground, (mentions.get(one.id) ?? 0) <= 1))
  }

  rules() {
    const { program, definition } = this.#prepared
    const shown = definition.service.calculations.filter((calculation) => calculation.shown).map(({ id }) => id)
    return {
      shown,
      // A walk stops at the first page that makes one of them hold, so those that hold came to hold together.
      exits: program.exits.map(({ id, when }) => ({ id, when: this.#compiler.truth(when.ast) })),
      outcome: program.outcome && this.#compiler.text(program.outcome.ast),
      fee: program.fee && this.#compiler.number(program.fee.ast),
      values: shown.map((id) => this.#value(id)),
    }
  }

  #derived(one: Derived, ground: Ground, isAskedOnce: boolean): Source {
    const quick = one.kind === 'table' ? quickTable(one.table.trees, Object.keys(one.table.outputs), ground) : undefined
    if (quick !== undefined) return quick
    if (one.kind !== 'table' && isAskedOnce) return { kind: 'asked-once', ast: one.compiled.ast }
    return { kind: 'worked-out', at: ground.newSlot(), work: one.kind === 'table' ? lost : this.#compiler.any(one.compiled.ast) }
  }

  #value(id: string): Quick<Known | undefined> {
    const one = this.#prepared.program.derived.find((derived) => derived.id === id)
    if (one === undefined || one.kind === 'table') return lost
    return this.#compiler.any({ kind: 'variable', name: id, type: one.type, start: 0, end: 0 })
  }
}

/** How often each name stands in what is worked out, told or shown. */
function mentionsIn({ program, definition }: Prepared): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const count = (ast: Ast): void => {
    if (ast.kind === 'variable') counts.set(ast.name, (counts.get(ast.name) ?? 0) + 1)
    partsOf(ast).forEach(count)
  }
  for (const one of program.derived) {
    if (one.kind !== 'table') count(one.compiled.ast)
    else for (const ast of [...one.table.trees.inputs, ...one.table.trees.rows.flatMap(({ results }) => results)]) count(ast)
  }
  for (const compiled of [program.outcome, program.fee, ...program.exits.map(({ when }) => when)]) if (compiled) count(compiled.ast)
  for (const { id, shown } of definition.service.calculations) if (shown) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** A list of the right length from the start: to let it grow costs as much as to work out what stands in it. */
function valuesIn(frame: Frame, values: readonly Quick<Known | undefined>[]): Ruling['values'] {
  const found = new Array<Known | undefined>(values.length)
  let at = 0
  for (const value of values) {
    found[at] = value(frame)
    at += 1
  }
  return found
}

function lost(frame: Frame): undefined {
  frame.isLost = true
}

/** How an answer becomes a value where the two differ: months become days. */
function conversionOf(question: Question): AnswerSlot['convert'] {
  const isSame = question.kind === 'group' ? question.of.every(({ kind }) => kind !== 'month') : question.kind !== 'month'
  return isSame ? undefined : (answer) => kindFor(question).value(question, answer)
}

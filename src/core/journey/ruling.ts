/**
 * The single place where the rules of a service speak about whole answers without walking its pages and without a trace: what trials of many
 * people need. What it cannot tell at once it leaves to `evaluate`, so that both always say the same.
 */
import { quickTable } from '#core/decision/index.ts'
import type { Answer, Answers } from '#core/definition/answers.ts'
import type { Question } from '#core/definition/model/question.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Derived } from '#core/definition/program/program.ts'
import { kindFor } from '#core/definition/questions/index.ts'
import { Frame, type Ground, type Known, type Quick, QuickCompiler, type Source } from '#core/expression/index.ts'

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

type Read = { readonly id: string; readonly convert: ((answer: Answer) => unknown) | undefined }

/** Made once for each version. Its frame is used again for each ruling. */
export function rulesOf(prepared: Prepared): Rules {
  const layout = new Layout(prepared)
  const { exits, outcome, fee, values, shown } = layout.rules()
  const frame = new Frame(layout.size)
  const { reads } = layout
  const ruling = (answers: Answers, today: string): Ruling | undefined => {
    frame.isLost = false
    frame.slots.fill(undefined)
    frame.slots[0] = today
    for (let at = 0; at < reads.length; at += 1) {
      const read = reads[at]
      if (read !== undefined) frame.slots[at + 1] = valueOf(read, answers)
    }
    for (let at = 0; at < exits.length; at += 1) {
      const exit = exits[at]
      if (exit?.when(frame) === true) return frame.isLost ? undefined : { exit: exit.id, outcome: undefined, fee: undefined, values: [] }
    }
    const said = { exit: undefined, outcome: outcome?.(frame), fee: fee?.(frame), values: values.map((value) => value(frame)) }
    return frame.isLost ? undefined : said
  }
  return { shown, ruling }
}

function valueOf({ id, convert }: Read, answers: Answers): unknown {
  const answer = answers[id]
  return convert === undefined || answer === undefined ? answer : convert(answer)
}

/** Which slot holds what: `today`, the answers that rules read, what is worked out from them, and the members of walks. */
class Layout {
  readonly reads: readonly Read[]
  size: number
  readonly #prepared: Prepared
  readonly #sources = new Map<string, Source>([['today', { kind: 'slot', at: 0 }]])
  readonly #compiler: QuickCompiler

  constructor(prepared: Prepared) {
    this.#prepared = prepared
    const { program, questions } = prepared
    const asked = new Set([...program.derived, ...program.exits].flatMap(({ asks }) => asks))
    for (const compiled of [program.outcome, program.fee])
      for (const path of compiled?.reads ?? []) asked.add(path.split('.', 1)[0] ?? path)
    const read = [...questions.values()].filter(({ question }) => asked.has(question.id))
    this.reads = read.map(({ question }) => ({ id: question.id, convert: conversionOf(question) }))
    this.size = this.reads.length + 1
    for (const [name, value] of Object.entries(program.constants)) this.#sources.set(name, { kind: 'constant', value })
    for (const [at, { id }] of this.reads.entries()) this.#sources.set(id, { kind: 'slot', at: at + 1 })
    const ground: Ground = { find: (name) => this.#sources.get(name), newSlot: () => this.size++ }
    this.#compiler = new QuickCompiler(ground)
    for (const one of program.derived) this.#sources.set(one.id, this.#derived(one, ground))
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

  #derived(one: Derived, ground: Ground): Source {
    const quick = one.kind === 'table' ? quickTable(one.table.trees, Object.keys(one.table.outputs), ground) : undefined
    if (quick !== undefined) return quick
    return { kind: 'worked-out', at: ground.newSlot(), work: one.kind === 'table' ? lost : this.#compiler.any(one.compiled.ast) }
  }

  #value(id: string): Quick<Known | undefined> {
    const one = this.#prepared.program.derived.find((derived) => derived.id === id)
    if (one === undefined || one.kind === 'table') return lost
    return this.#compiler.any({ kind: 'variable', name: id, type: one.type, start: 0, end: 0 })
  }
}

function lost(frame: Frame): undefined {
  frame.isLost = true
}

/** How an answer becomes a value where the two differ: months become days. */
function conversionOf(question: Question): Read['convert'] {
  const isSame = question.kind === 'group' ? question.of.every(({ kind }) => kind !== 'month') : question.kind !== 'month'
  return isSame ? undefined : (answer) => kindFor(question).value(question, answer)
}

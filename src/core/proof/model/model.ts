/** The single place where a definition becomes values that rest on each other: what is asked, what is known when, and what must hold of answers. */
import type { Prepared } from '#core/definition/index.ts'
import type { Derived, Program, QuestionProgram } from '#core/definition/program/program.ts'
import type { Compiled } from '#core/expression/index.ts'
import { Reader } from '../reading/reader.ts'
import { missingValue, optionBit, type Value, vagueValue, wholeOf } from '../reading/value.ts'
import { oneOf, settled } from '../solver/operations/choice.ts'
import { allOf, anyOf, isYes, mapped, reversed } from '../solver/operations/truth.ts'
import { type Node, no, states, yes } from '../solver/node.ts'
import { answerOf, type AnswerModel } from './answer.ts'
import type { Moments } from './moments.ts'
import { partId } from './part.ts'
import { type TableModel, tableOf } from './table.ts'
import { reachOf } from '../reading/value.ts'
import type { Variables } from './variables.ts'

/** One definition, seen at each moment of a journey. `cut` is the number of the last page that was answered; -1 before the first. */
export class Model implements Moments {
  readonly variables: Variables
  readonly prepared: Prepared
  /** Ids of the parts that values made so far rest on. */
  readonly used = new Set<string>()
  readonly instead: ReadonlyMap<string, Value>
  /** Names any rule reads. */
  readonly reads: ReadonlySet<string>
  readonly #pageOf: ReadonlyMap<string, number>
  readonly #derived: ReadonlyMap<string, { readonly one: Derived; readonly last: number }>
  readonly #readers = new Map<number, Reader>()
  readonly #names = new Map<string, Value>()
  readonly #answers = new Map<string, AnswerModel>()
  readonly #tables = new Map<string, TableModel>()
  readonly #shown = new Map<number, Node>()

  /** @param instead answers by path, how many entries a group has, `today` and calculations, in the place of what they would be */
  constructor(variables: Variables, instead: ReadonlyMap<string, Value> = new Map()) {
    this.variables = variables
    this.prepared = variables.prepared
    this.instead = instead
    const { reads, pageOf, derived } = namesOf(this.prepared.program)
    this.reads = reads
    this.#pageOf = pageOf
    this.#derived = derived
  }

  /** Whether a part counts: it is noted, and left out if it is to be. */
  has(part: string): boolean {
    this.used.add(part)
    return !this.variables.without.has(part)
  }

  /** The value of an expression as it stands after a page. */
  value(compiled: Compiled, cut: number): Value {
    return this.readerAt(cut).read(compiled.ast)
  }

  /** An expression that gives yes or no, or one value. */
  node(compiled: Compiled, cut: number): Node {
    return wholeOf(this.value(compiled, cut))
  }

  /** Yes where an expression is yes; no where it is no, missing or failed. */
  holds(compiled: Compiled, cut: number): Node {
    return this.#isYes(this.node(compiled, cut))
  }

  readerAt(cut: number): Reader {
    const found = this.#readers.get(cut) ?? new Reader(this.variables.ground, (name) => this.named(name, cut))
    this.#readers.set(cut, found)
    return found
  }

  /** What a name stands for after a page. */
  named(name: string, cut: number): Value {
    const derived = this.#derived.get(name)
    const key = `${name} ${derived === undefined ? 0 : Math.min(cut, derived.last)}`
    if (this.#pageOf.has(name) && (this.#pageOf.get(name) ?? 0) > cut) return this.#missing(name)
    const found =
      this.#names.get(key) ?? (derived === undefined ? this.#plain(name) : this.#workedOut(derived.one, Math.min(cut, derived.last)))
    this.#names.set(key, found)
    return found
  }

  /** The value a condition or calculation has before a failure is taken for missing. */
  result(one: Derived, cut: number): Value {
    return one.kind === 'table' ? this.named(one.id, cut) : this.value(one.compiled, Math.min(cut, this.#lastOf(one.asks)))
  }

  /** The page after which a name that is worked out is known. */
  settledAt(asks: readonly string[]): number {
    return this.#lastOf(asks)
  }

  table(id: string, cut: number): TableModel | undefined {
    const derived = this.#derived.get(id)
    if (derived === undefined || derived.one.kind !== 'table') return undefined
    const at = Math.min(cut, derived.last)
    const key = `${id} ${at}`
    const found = this.#tables.get(key) ?? tableOf(this, derived.one, at)
    this.#tables.set(key, found)
    return found
  }

  /** Yes where a row of a table is the first that matches. */
  reachedRow({ rows }: TableModel, at: number): Node | undefined {
    const { net } = this.variables.ground
    const own = rows[at]
    const before = rows.slice(0, at).map((row) => net.make('truth', mapped('not', row, reversed)))
    return own === undefined ? undefined : this.all([...before, own])
  }

  /** Yes where a row of a table matches and none that is more important does. */
  rankedRow({ rows, trees }: TableModel, at: number): Node | undefined {
    const own = rows[at]
    const rank = trees.rows[at]?.rank ?? 0
    const { net } = this.variables.ground
    const better = rows
      .filter((_, index) => (trees.rows[index]?.rank ?? 0) < rank)
      .map((row) => net.make('truth', mapped('not', row, reversed)))
    return own === undefined ? undefined : this.all([...better, own])
  }

  /** Yes where one of some rows is the one that counts, or among those that do. */
  anyRow(id: string, rows: readonly number[]): Node {
    const table = this.table(id, this.prepared.program.pages.length)
    if (table === undefined) return this.any([])
    const { policy } = table.trees
    const reached = rows.map((at) => (policy === 'first' ? this.reachedRow(table, at) : table.rows[at]))
    return this.any(reached.filter((row) => row !== undefined))
  }

  /** Whether a value is among some choices. */
  isChoice(node: Node, choices: bigint): Node {
    return this.variables.ground.net.make('truth', oneOf(node, choices))
  }

  /** The bit of an option of a set. */
  optionBit(set: string, option: string): bigint {
    return optionBit(option, this.variables.ground.sets[set] ?? [])
  }

  /** Whether the conditions of a page hold: its section’s, its placing’s and its own. */
  shown(page: number): Node {
    const found = this.#shown.get(page) ?? this.#conditions(page)
    this.#shown.set(page, found)
    return found
  }

  /** The answer to a question of a page. */
  answer(page: number, program: QuestionProgram): AnswerModel {
    const { id } = program.question
    const found = this.#answers.get(id) ?? answerOf(this, page, program)
    this.#answers.set(id, found)
    return found
  }

  /** What must hold of the answers of a page. */
  rules(page: number): readonly Node[] {
    return (this.prepared.program.pages[page]?.questions ?? []).flatMap((program) => this.answer(page, program).rules())
  }

  /** Whether each exit that is tried after a page ends the journey there. */
  exits(page: number): readonly { readonly id: string; readonly node: Node }[] {
    const tried = this.prepared.schedule.after[page]?.exits ?? []
    return tried.flatMap(({ id, when }) => (this.has(partId.exit(id)) ? [{ id, node: this.holds(when, page) }] : []))
  }

  all(nodes: readonly Node[]): Node {
    const { net } = this.variables.ground
    const [only] = nodes
    if (only === undefined) return net.fixed('truth', states(yes))
    return nodes.length === 1 ? only : net.make('truth', allOf(nodes))
  }

  any(nodes: readonly Node[]): Node {
    const { net } = this.variables.ground
    const [only] = nodes
    if (only === undefined) return net.fixed('truth', states(no))
    return nodes.length === 1 ? only : net.make('truth', anyOf(nodes))
  }

  /** Yes where a journey ends at an exit after a page: it is the first of those tried there that holds. */
  exitMet(page: number, id: string): Node {
    const { net } = this.variables.ground
    if (!this.has(partId.exit(id))) return net.fixed('truth', states(yes))
    const exits = this.exits(page)
    const at = exits.findIndex((exit) => exit.id === id)
    const before = exits.slice(0, Math.max(at, 0)).map(({ node }) => net.make('truth', mapped('not', node, reversed)))
    return this.all([...before, exits[at]?.node ?? net.fixed('truth', states(no))])
  }

  #isYes(node: Node): Node {
    return (node.state & ~(yes | no)) === 0 ? node : this.variables.ground.net.make('truth', mapped('is yes', node, isYes))
  }

  #conditions(page: number): Node {
    const { program, definition } = this.prepared
    const ids = partId.pageConditions(definition)[page] ?? []
    const whens = program.pages[page]?.when ?? []
    return this.all(whens.flatMap((when, at) => (this.has(ids[at] ?? '') ? [this.holds(when, page - 1)] : [])))
  }

  #plain(name: string): Value {
    const { program } = this.prepared
    const { ground, today } = this.variables
    const instead = this.instead.get(name)
    if (name === 'today') return instead ?? today
    const page = this.#pageOf.get(name)
    const question = page === undefined ? undefined : program.pages[page]?.questions.find((one) => one.question.id === name)
    if (page !== undefined && question !== undefined) return this.answer(page, question).value
    const type = program.scope.variables[name]
    const constant = program.constants[name]
    if (name === 'decided') return this.variables.choice('decided', program.scope.options['outcome'] ?? [])
    const reach = constant === undefined || type === undefined ? undefined : reachOf(constant, type, ground)
    if (reach === undefined || type === undefined) return vagueValue(ground.net, type ?? { kind: 'bool' }, ground.sets)
    return ground.net.fixed(type.kind === 'string' ? 'choice' : 'number', reach)
  }

  #workedOut(one: Derived, cut: number): Value {
    const { net, sets } = this.variables.ground
    const instead = this.instead.get(one.id)
    if (instead !== undefined) return instead
    if (!this.has(partId.derived(one))) return vagueValue(net, one.type, sets)
    if (one.kind === 'table') return this.table(one.id, cut)?.value ?? this.#missing(one.id)
    const value = this.value(one.compiled, cut)
    if ('kind' in value) return { ...value, whole: net.make('truth', settled(value.whole)) }
    return net.make(value.sort, settled(value))
  }

  #missing(name: string): Value {
    const type = this.prepared.program.scope.variables[name]
    return missingValue(this.variables.ground.net, type ?? { kind: 'bool' })
  }

  #lastOf(asks: readonly string[]): number {
    return lastOf(this.#pageOf, asks)
  }
}

function lastOf(pageOf: ReadonlyMap<string, number>, asks: readonly string[]): number {
  return asks.reduce((last, id) => Math.max(last, pageOf.get(id) ?? -1), -1)
}

/** `reads`: names that anything evaluated reads. `pageOf`: the page of each question. `last`: the page after which a name is known. */
type Names = {
  readonly reads: ReadonlySet<string>
  readonly pageOf: ReadonlyMap<string, number>
  readonly derived: ReadonlyMap<string, { readonly one: Derived; readonly last: number }>
}

const names = new WeakMap<Program, Names>()

/** The names of a program, worked out once, since many models are made of it. */
function namesOf(program: Program): Names {
  const found = names.get(program)
  if (found !== undefined) return found
  const pageOf = new Map(program.pages.flatMap((page, at) => page.questions.map(({ question }) => [question.id, at] as const)))
  const made = {
    reads: new Set(
      [...expressionsOf(program).flatMap(({ reads }) => reads), ...program.derived.flatMap(({ reads }) => reads)].map(
        (name) => name.split('.', 1)[0] ?? name,
      ),
    ),
    pageOf,
    derived: new Map(program.derived.map((one) => [one.id, { one, last: lastOf(pageOf, one.asks) }])),
  }
  names.set(program, made)
  return made
}

function expressionsOf({ pages, exits, outcome, fee, once, actions, messages, tasks, appointments }: Program): readonly Compiled[] {
  const results = [outcome, fee, once].filter((one) => one !== undefined)
  const casework = [actions, messages, tasks, appointments].flatMap((part) => [...part.values()])
  return [
    ...pages.flatMap(({ when, questions }) => [...when, ...questions.flatMap(ofQuestion)]),
    ...exits.map(({ when }) => when),
    ...results,
    ...casework,
  ]
}

function ofQuestion({ when, valid, offered, earliest, latest, of }: QuestionProgram): readonly Compiled[] {
  const own = [when, earliest, latest, ...valid.map(({ is }) => is), ...offered.values()].filter((one) => one !== undefined)
  return [...own, ...of.flatMap(ofQuestion)]
}

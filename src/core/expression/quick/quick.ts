/**
 * The single place where a checked tree becomes quick closures: one for each type, chosen when they are made, over slots instead of names.
 * They say what `runOf` says, or lose the frame: where an answer is missing, a fault arises, or a part has no quick closure.
 */
import type { Ast, Operator } from '../ast.ts'
import { hasGaps, isAbsent, type Known } from '../value.ts'
import { anyCall, numberCall } from './call.ts'
import { type Group, lostTruth, type Members, type Quick } from './frame.ts'
import { arithmetic, arithmeticWith, comparedWith, comparison, daysApart, isTruth, joined, shifted } from './operation.ts'
import { choose, constant, field, memberAt, memberIs, type Reading, slotIs } from './read.ts'
import type { Ground, Items } from './source.ts'
import { GROUPS, LISTS, NUMBERS, TEXTS, TRUTHS, type Way } from './way.ts'
import { both, counted, exactlyOne, gathered, type Picked, quantified, summed } from './walk.ts'

const NUMERIC: ReadonlySet<string> = new Set(['int', 'money', 'days', 'months'])

type Call = Extract<Ast, { kind: 'call' }>
type WalkAst = Extract<Ast, { kind: 'walk' }>
type FieldAst = Extract<Ast, { kind: 'field' }>

export class QuickCompiler {
  readonly #ground: Ground
  readonly #numbers: Way<number>
  readonly #truths: Way<boolean>
  readonly #texts: Way<string>
  readonly #lists: Way<Members>
  readonly #groups: Way<Group>

  constructor(ground: Ground) {
    this.#ground = ground
    this.#numbers = { ...NUMBERS, make: (ast, items) => this.number(ast, items) }
    this.#truths = { ...TRUTHS, make: (ast, items) => this.truth(ast, items) }
    this.#texts = { ...TEXTS, make: (ast, items) => this.text(ast, items) }
    this.#lists = { ...LISTS, make: (ast, items) => this.list(ast, items) }
    this.#groups = { ...GROUPS, make: (ast, items) => this.#group(ast, items) }
  }

  /** Counts, money, days and months. */
  number(ast: Ast, items: Items = new Map()): Quick<number> {
    if (ast.kind === 'minus') {
      const of = this.number(ast.of, items)
      return (frame) => 0 - of(frame)
    }
    if (ast.kind === 'operation') {
      const { left, right, operator } = ast
      if (left.type.kind === 'date') return daysApart({ left: this.text(left, items), right: this.text(right, items) })
      const written = this.#writtenNumber(right)
      if (written !== undefined) return arithmeticWith(operator, this.number(left, items), written)
      return arithmetic(operator, { left: this.number(left, items), right: this.number(right, items) })
    }
    return ast.kind === 'call' ? this.#numberCall(ast, items) : this.#usual(ast, items, this.#numbers)
  }

  truth(ast: Ast, items: Items = new Map()): Quick<boolean> {
    switch (ast.kind) {
      case 'not': {
        const of = this.truth(ast.of, items)
        return (frame) => !of(frame)
      }
      case 'and': {
        const [left, right] = [this.truth(ast.left, items), this.truth(ast.right, items)]
        return (frame) => left(frame) && right(frame)
      }
      case 'or': {
        const [left, right] = [this.truth(ast.left, items), this.truth(ast.right, items)]
        return (frame) => left(frame) || right(frame)
      }
      case 'operation':
        return this.#comparison(ast, items)
      case 'walk':
        return this.#question(ast, items)
      case 'call':
        return ast.name === 'answered' ? this.#answered(ast.given[0], items) : this.#anyCall(ast, items, this.#truths)
      default:
        return this.#usual(ast, items, this.#truths)
    }
  }

  /** Texts, options and dates. */
  text(ast: Ast, items: Items = new Map()): Quick<string> {
    if (ast.kind === 'option') return constant(ast.option)
    if (ast.kind === 'call') return this.#anyCall(ast, items, this.#texts)
    if (ast.kind !== 'operation') return this.#usual(ast, items, this.#texts)
    const left = this.text(ast.left, items)
    if (ast.left.type.kind !== 'date') return joined({ left, right: this.text(ast.right, items) })
    const unit = ast.right.type.kind === 'months' ? 'months' : 'days'
    return shifted(left, this.number(ast.right, items), { unit, sign: ast.operator === '-' ? -1 : 1 })
  }

  list(ast: Ast, items: Items = new Map()): Quick<Members> {
    if (ast.kind === 'list') {
      const parts = ast.items.map((item) => this.any(item, items))
      return (frame) => parts.map((part) => part(frame))
    }
    if (ast.kind === 'call') return this.#anyCall(ast, items, this.#lists)
    if (ast.kind !== 'walk') return this.#usual(ast, items, this.#lists)
    const { picked, inside } = this.#walked(ast, items)
    if (ast.walk === 'map') return gathered(picked, this.any(ast.body, inside))
    return gathered({ ...picked, test: both(picked.test, this.truth(ast.body, inside)) }, memberAt(picked.at))
  }

  #group(ast: Ast, items: Items): Quick<Group> {
    return this.#usual(ast, items, this.#groups)
  }

  /** A value of any type. */
  any(ast: Ast, items: Items = new Map()): Quick<Known | undefined> {
    switch (ast.type.kind) {
      case 'bool':
        return this.truth(ast, items)
      case 'string':
      case 'option':
      case 'date':
        return this.text(ast, items)
      case 'list':
        return this.list(ast, items)
      case 'map':
        return this.#group(ast, items)
      default:
        return this.number(ast, items)
    }
  }

  /** Literals, names, fields and choices, whatever their type. */
  #usual<Result>(ast: Ast, items: Items, way: Way<Result>): Quick<Result> {
    switch (ast.kind) {
      case 'literal':
        return way.is(ast.value) ? constant(ast.value) : way.lost
      case 'variable':
        return this.#variable(ast.name, way)
      case 'item': {
        const at = items.get(ast.name)
        return at === undefined ? this.#variable(ast.name, way) : way.slot(at)
      }
      case 'field':
        return this.#field(ast, items, way)
      case 'if':
        return this.#choice(ast, items, way)
      default:
        return way.lost
    }
  }

  #choice<Result>({ condition, then, otherwise }: Extract<Ast, { kind: 'if' }>, items: Items, way: Way<Result>): Quick<Result> {
    const [first, second] = [way.make(then, items), way.make(otherwise, items)]
    if (condition.kind === 'not') return choose(this.truth(condition.of, items), second, first)
    return choose(this.truth(condition, items), first, second)
  }

  #variable<Result>(name: string, way: Way<Result>): Quick<Result> {
    const source = this.#ground.find(name)
    if (source?.kind === 'constant') return way.is(source.value) ? constant(source.value) : way.lost
    if (source?.kind === 'slot') return way.slot(source.at)
    if (source?.kind === 'asked-once') return way.make(source.ast, new Map())
    if (source?.kind !== 'worked-out') return way.lost
    return way.kept(source.at, source.work)
  }

  #field<Result>(ast: FieldAst, items: Items, way: Way<Result>): Quick<Result> {
    const { of, name } = ast
    const source = of.kind === 'variable' ? this.#ground.find(of.name) : undefined
    if (source?.kind === 'table') {
      const results = (source.outputs.get(name) ?? []).map((result) => way.make(result, new Map()))
      return (frame) => (results[source.row(frame)] ?? way.lost)(frame)
    }
    const at = of.kind === 'item' ? items.get(of.name) : undefined
    return at === undefined ? field(this.#group(of, items), name, way) : way.member(at, name)
  }

  #comparison(ast: Extract<Ast, { kind: 'operation' }>, items: Items): Quick<boolean> {
    const { operator, left, right } = ast
    if (operator === 'in') return this.#membership(left, right, items)
    switch (left.type.kind) {
      case 'bool':
        if (right.kind === 'literal') return isTruth(operator, this.truth(left, items), right.value === true)
        return comparison(operator, { left: this.truth(left, items), right: this.truth(right, items) })
      case 'string':
      case 'option':
      case 'date': {
        const written = right.kind === 'option' ? right.option : right.kind === 'literal' ? right.value : undefined
        if (typeof written === 'string') return this.#comparedWithText(operator, left, { written, items })
        return comparison(operator, { left: this.text(left, items), right: this.text(right, items) })
      }
      default: {
        const written = this.#writtenNumber(right)
        if (written !== undefined) return comparedWith(operator, this.number(left, items), written)
        return comparison(operator, { left: this.number(left, items), right: this.number(right, items) })
      }
    }
  }

  #comparedWithText(
    operator: Operator,
    left: Ast,
    { written, items }: { readonly written: string; readonly items: Items },
  ): Quick<boolean> {
    if (operator === '==') {
      const source = left.kind === 'variable' ? this.#ground.find(left.name) : undefined
      if (source?.kind === 'slot') return slotIs(source.at, written)
      const at = left.kind === 'field' && left.of.kind === 'item' ? items.get(left.of.name) : undefined
      if (left.kind === 'field' && at !== undefined) return memberIs(at, left.name, written)
    }
    return comparedWith(operator, this.text(left, items), written)
  }

  #writtenNumber(ast: Ast): number | undefined {
    const source = ast.kind === 'variable' ? this.#ground.find(ast.name) : undefined
    const value = ast.kind === 'literal' ? ast.value : source?.kind === 'constant' ? source.value : undefined
    return typeof value === 'number' ? value : undefined
  }

  #membership(left: Ast, right: Ast, items: Items): Quick<boolean> {
    const sought = this.any(left, items)
    const list = this.list(right, items)
    return (frame) => {
      const members = list(frame)
      if (members.includes(sought(frame))) return true
      return hasGaps(members) ? lostTruth(frame) : false
    }
  }

  #question(ast: WalkAst, items: Items): Quick<boolean> {
    const { picked, inside } = this.#walked(ast, items)
    const body = this.truth(ast.body, inside)
    return ast.walk === 'exists_one' ? exactlyOne(picked, body) : quantified(picked, body, ast.walk === 'exists')
  }

  #numberCall(ast: Call, items: Items): Quick<number> {
    const [only] = ast.given
    if (ast.name === 'sum' && only?.kind === 'walk' && only.walk === 'map') {
      const { picked, inside } = this.#walked(only, items)
      return summed(picked, this.number(only.body, inside))
    }
    if (ast.name === 'size' && only?.type.kind === 'list') return this.#size(only, items)
    const numbers = ast.given.flatMap((part) => (NUMERIC.has(part.type.kind) ? [this.number(part, items)] : []))
    const texts = ast.given.flatMap((part) => (part.type.kind === 'date' ? [this.text(part, items)] : []))
    return numberCall(ast, numbers, texts) ?? this.#anyCall(ast, items, this.#numbers)
  }

  #size(list: Ast, items: Items): Quick<number> {
    if (list.kind === 'walk' && list.walk === 'filter') return counted(this.#filtered(list, items))
    const members = this.list(list, items)
    return (frame) => members(frame).length
  }

  #anyCall<Result>(ast: Call, items: Items, reading: Reading<Result>): Quick<Result> {
    return anyCall(
      ast,
      ast.given.map((part) => this.any(part, items)),
      reading,
    )
  }

  #answered(of: Ast | undefined, items: Items): Quick<boolean> {
    if (of?.kind === 'variable') {
      const source = this.#ground.find(of.name)
      return source?.kind === 'slot' ? (frame) => !isAbsent(frame.slots[source.at]) : lostTruth
    }
    if (of?.kind !== 'field') return lostTruth
    const group = this.#group(of.of, items)
    return (frame) => !isAbsent(group(frame)[of.name])
  }

  /** The list a walk goes over, with the picking that comes before it, and what stands around its body. Both stand at the same member. */
  #walked(ast: WalkAst, items: Items): { readonly picked: Picked; readonly inside: Items } {
    const before = this.#before(ast.over, items)
    const inside = new Map(items).set(ast.item, before.at)
    const where = ast.where === undefined ? undefined : this.truth(ast.where, inside)
    return { picked: { ...before, test: both(before.test, where) }, inside }
  }

  #before(over: Ast, items: Items): Picked {
    if (over.kind !== 'walk' || over.walk !== 'filter') return { over: this.list(over, items), at: this.#ground.newSlot(), test: undefined }
    return this.#filtered(over, items)
  }

  #filtered(ast: WalkAst, items: Items): Picked {
    const { picked, inside } = this.#walked(ast, items)
    return { ...picked, test: both(picked.test, this.truth(ast.body, inside)) }
  }
}

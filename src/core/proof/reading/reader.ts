/** The single place where a checked expression becomes values of the net, in the three-valued logic it is evaluated by. */
import type { Ast, Known, Type } from '#core/expression/index.ts'
import { product } from '../solver/operations/calculated.ts'
import { chosen, gated, oneOf, sameChoice } from '../solver/operations/choice.ts'
import { added, type Comparison, compared, exactNumbers, type Limits, linear, sumOf } from '../solver/operations/linear.ts'
import { allOf, anyOf, isAnswered, mapped, needing, reversed, sameTruth } from '../solver/operations/truth.ts'
import { between, isFixed, known, no, type Node, states, yes } from '../solver/node.ts'
import { call, division, monthsAdded } from './call.ts'
import { type Ground, type Items, noItems, type Reading } from './reading.ts'
import { walked } from './lists.ts'
import {
  firstDay,
  isNode,
  lastDay,
  type ListValue,
  missingValue,
  reachOf,
  sortOf,
  unnamed,
  type Value,
  vagueValue,
  wholeOf,
} from './value.ts'

type Of<Kind extends Ast['kind']> = Extract<Ast, { kind: Kind }>

/** Reads expressions whose names mean what `lookUp` says. */
export class Reader implements Reading {
  readonly ground: Ground
  readonly #lookUp: (name: string) => Value
  readonly #read = new Map<Ast, Value>()

  constructor(ground: Ground, lookUp: (name: string) => Value) {
    this.ground = ground
    this.#lookUp = lookUp
  }

  read(ast: Ast, items: Items = noItems): Value {
    if (items.size > 0) return this.#made(ast, items)
    const found = this.#read.get(ast) ?? this.#made(ast, items)
    this.#read.set(ast, found)
    return found
  }

  /** A value that is one of the net; something left out where it is a list or group. */
  node(ast: Ast, items: Items = noItems): Node {
    const value = this.read(ast, items)
    return isNode(value) ? value : this.vague(ast.type)
  }

  /** A value of which only the type is known. No two are the same. */
  vague(type: Type): Node {
    const { net, sets } = this.ground
    return wholeOf(vagueValue(net, sortOf(type) === undefined ? bool : type, sets))
  }

  #made(ast: Ast, items: Items): Value {
    const { net } = this.ground
    switch (ast.kind) {
      case 'literal':
        return this.#literal(ast)
      case 'option':
        return this.#constant(ast.option, ast)
      case 'variable':
        return this.#lookUp(ast.name)
      case 'item':
        return items.get(ast.name) ?? this.vague(ast.type)
      case 'field':
        return this.#field(ast, items)
      case 'not':
        return net.make('truth', mapped('not', this.node(ast.of, items), reversed))
      case 'minus':
        return this.#sum(ast, [net.fixed('number', between(0, 0)), this.node(ast.of, items), -1])
      case 'and':
        return net.make('truth', allOf([this.node(ast.left, items), this.node(ast.right, items)]))
      case 'or':
        return net.make('truth', anyOf([this.node(ast.left, items), this.node(ast.right, items)]))
      case 'operation':
        return this.#operation(ast, items)
      case 'if':
        return this.#choice(ast, items)
      case 'list':
        return this.#list(ast.items.map((item) => this.read(item, items)))
      case 'call':
        return this.#call(ast, items)
      case 'walk':
        return walked(this, ast, items)
    }
  }

  #literal(ast: Of<'literal'>): Value {
    return this.#constant(ast.value, ast)
  }

  #constant(value: Known, ast: Ast): Value {
    const reach = reachOf(value, ast.type, this.ground)
    const sort = sortOf(ast.type)
    return reach === undefined || sort === undefined ? this.vague(ast.type) : this.ground.net.fixed(sort, reach)
  }

  #field(ast: Of<'field'>, items: Items): Value {
    const of = this.read(ast.of, items)
    if (isNode(of) || of.kind !== 'record') return this.vague(ast.type)
    const field = of.fields.get(ast.name) ?? missingValue(this.ground.net, ast.type)
    return this.gatedValue(of.whole, field)
  }

  /** A value that is missing or failed where the condition is. */
  gatedValue(when: Node, value: Value): Value {
    const { net } = this.ground
    if (when.state === yes) return value
    if (isNode(value)) return net.make(value.sort, gated(when, value))
    return { ...value, whole: net.make('truth', gated(when, value.whole)) }
  }

  #list(values: readonly Value[]): ListValue {
    const { net } = this.ground
    const here = net.fixed('truth', states(yes))
    return { kind: 'list', whole: net.make('truth', needing(values.map(wholeOf))), slots: values.map((value) => ({ here, value })) }
  }

  #choice(ast: Of<'if'>, items: Items): Value {
    const { net } = this.ground
    const when = this.node(ast.condition, items)
    if (when.state === yes) return this.read(ast.then, items)
    if (when.state === no) return this.read(ast.otherwise, items)
    const [then, otherwise] = [this.read(ast.then, items), this.read(ast.otherwise, items)]
    if (!isNode(then) || !isNode(otherwise)) return this.vague(ast.type)
    return then === otherwise && when.state === known ? then : net.make(then.sort, chosen(when, then, otherwise))
  }

  #call(ast: Of<'call'>, items: Items): Value {
    const given = ast.given.map((part) => this.read(part, items))
    const [first] = given
    if (ast.name === 'answered' && first !== undefined) return this.ground.net.make('truth', mapped('answered', wholeOf(first), isAnswered))
    return call(this, ast, given)
  }

  #operation(ast: Of<'operation'>, items: Items): Value {
    if (ast.operator === 'in') return this.#membership(ast, items)
    const [left, right] = [this.node(ast.left, items), this.node(ast.right, items)]
    switch (ast.operator) {
      case '+':
      case '-':
        return this.#sum(ast, [left, right, ast.operator === '+' ? 1 : -1])
      case '*':
        return this.#product(ast, left, right)
      case '/':
      case '%':
        return division(this, ast.operator, [left, right])
      default:
        return this.compare(ast.operator, left, right)
    }
  }

  #sum(ast: Ast, [left, right, times]: readonly [Node, Node, 1 | -1]): Value {
    const { net } = this.ground
    if (ast.type.kind === 'string') return this.vague(ast.type)
    if (ast.kind === 'operation' && ast.right.type.kind === 'months') return monthsAdded(this, [left, right, times])
    const sum = added(sumOf(left), sumOf(right), times)
    return sum === undefined ? this.vague(ast.type) : net.make('number', linear(sum, [left, right], limitsOf(ast)))
  }

  #product(ast: Ast, left: Node, right: Node): Node {
    const { net } = this.ground
    const [figure, other] = isFixed(right) ? [right, left] : [left, right]
    if (!isFixed(figure) || figure.state !== yes) return net.make('number', product(left, right))
    const sum = added({ terms: [], offset: 0 }, sumOf(other), figure.least)
    return sum === undefined ? this.vague(ast.type) : net.make('number', linear(sum, [left, right], exactNumbers))
  }

  /** Two values compared. Numbers by the difference between them, so that what is compared twice is one thing. */
  compare(operator: '==' | '!=' | '<' | '<=' | '>' | '>=', left: Node, right: Node): Node {
    const { net } = this.ground
    if (operator === '!=') return net.make('truth', mapped('not', this.compare('==', left, right), reversed))
    if (left.sort === 'truth') return net.make('truth', sameTruth(left, right))
    if (left.sort === 'choice') return this.#sameChoice(left, right)
    if (operator === '>' || operator === '>=') return this.compare(operator === '>' ? '<' : '<=', right, left)
    return this.#measured(operator === '==' ? 'equal' : 'at most', [left, right], operator === '<' ? -1 : 0)
  }

  #sameChoice(left: Node, right: Node): Node {
    const { net } = this.ground
    const [one, other] = isFixed(right) ? [left, right] : [right, left]
    const isNamed = isFixed(other) && other.state === yes && other.choices !== unnamed
    return net.make('truth', isNamed ? oneOf(one, other.choices) : sameChoice([left, right], unnamed))
  }

  /** `left - right` against a figure, as the same measure whichever way round it is written. */
  #measured(comparison: Comparison, [left, right]: readonly [Node, Node], than: number): Node {
    const { net } = this.ground
    const needs = [left, right].filter((node) => !(isFixed(node) && node.state === yes))
    const sum = added(sumOf(left), sumOf(right), -1)
    const [first] = sum?.terms ?? []
    if (sum === undefined) return this.vague(bool)
    if (first === undefined) return this.#decided(comparison, { offset: sum.offset - than, needs })
    const sign = first.times < 0 ? -1 : 1
    const divisor = sum.terms.reduce((common, { times }) => gcd(common, Math.abs(times)), 0)
    const terms = sum.terms.map(({ times, of }) => ({ times: (times * sign) / divisor, of }))
    const [only] = terms
    const measure = terms.length === 1 && only?.times === 1 ? only.of : net.make('number', linear({ terms, offset: 0 }, []))
    const limit = (than - sum.offset) / divisor
    if (comparison === 'equal') {
      // Multiples of whole numbers never make a figure that is no multiple.
      if (!Number.isInteger(limit)) return this.#decided('equal', { offset: 1, needs })
      return net.make('truth', compared('equal', measure, { than: limit * sign + 0, needs }))
    }
    if (sign === 1) return net.make('truth', compared('at most', measure, { than: Math.floor(limit), needs }))
    const below = net.make('truth', compared('at most', measure, { than: Math.ceil(-limit) - 1, needs }))
    return net.make('truth', mapped('not', below, reversed))
  }

  #decided(comparison: Comparison, { offset, needs }: { readonly offset: number; readonly needs: readonly Node[] }): Node {
    const { net } = this.ground
    const holds = comparison === 'equal' ? offset === 0 : offset <= 0
    const truth = net.fixed('truth', states(holds ? yes : no))
    return needs.length === 0 ? truth : net.make('truth', gated(net.make('truth', needing(needs)), truth))
  }

  #membership(ast: Of<'operation'>, items: Items): Value {
    const { net } = this.ground
    const sought = this.node(ast.left, items)
    const list = this.read(ast.right, items)
    if (isNode(list) || list.kind !== 'list') return this.vague(ast.type)
    const found = list.slots.map(({ here, value }) => net.make('truth', allOf([here, this.compare('==', sought, wholeOf(value))])))
    const any = found.length === 0 ? net.fixed('truth', states(no)) : net.make('truth', anyOf(found))
    return this.gatedValue(net.make('truth', needing([list.whole, sought])), any)
  }
}

const bool: Type = { kind: 'bool' }

function limitsOf({ type }: Ast): Limits {
  return type.kind === 'date' ? { least: firstDay, most: lastDay } : exactNumbers
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

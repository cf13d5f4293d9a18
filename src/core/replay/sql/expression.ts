/** The single place where a checked tree becomes SQL: the same three values as its closure gives, known, missing and failed. */
import type { Ast } from '#core/expression/index.ts'
import { dayNumber, isDate } from '#core/value/calendar-date.ts'
import { Calls } from './calls.ts'
import type { Codes } from './codes.ts'
import { equal, ordered } from './comparison.ts'
import type { Graph, Node } from './graph.ts'
import { type Around, type Refusals, type Scalar, sound, type Spots, type Sym } from './symbol.ts'
import { tabulated } from './tabulated.ts'

type Operation = Extract<Ast, { kind: 'operation' }>

/** Expressions of one graph. What SQL cannot say is put among the refusals, and the result is then worth nothing. */
export class Translator {
  readonly calls: Calls
  readonly #graph: Graph
  readonly #codes: Codes
  readonly #refusals: Refusals

  constructor({ graph, codes, refusals }: { readonly graph: Graph; readonly codes: Codes; readonly refusals: Refusals }) {
    this.#graph = graph
    this.#codes = codes
    this.#refusals = refusals
    this.calls = new Calls(graph, refusals)
  }

  of(ast: Ast, around: Around): Sym {
    switch (ast.kind) {
      case 'literal':
        return sound(this.#graph, this.literal(ast))
      case 'option':
        return sound(this.#graph, this.#graph.code(this.#codes.of(ast.option)))
      case 'variable':
        return around.variable(ast.name)
      case 'item':
        return around.items.get(ast.name) ?? this.#refused(ast, 'a member of nothing')
      case 'field':
        return this.#field(ast, around)
      case 'if':
        return this.#choice(ast, around)
      case 'list':
        return this.calls.lists.written(ast.items.map((item) => this.scalar(item, around)))
      case 'call':
        return this.#call(ast, around)
      case 'walk':
        return this.#walk(ast, around)
      case 'not':
      case 'minus':
        return this.#turned(ast, around)
      case 'and':
      case 'or':
        return this.#both(ast, around)
      case 'operation':
        return this.#operation(ast, around)
    }
  }

  scalar(ast: Ast, around: Around): Scalar {
    return this.calls.lists.scalar(this.of(ast, around))
  }

  /** A value of a cell or a constant. */
  literal({ type, value }: Pick<Extract<Ast, { kind: 'literal' }>, 'type' | 'value'>): Node {
    if (typeof value === 'boolean') return this.#graph.bool(value)
    if (typeof value === 'number') return this.#graph.int(value)
    if (typeof value !== 'string') return this.#nothing('a value written out')
    if (type.kind === 'date' && isDate(value)) return this.#graph.date(value, dayNumber(value))
    return this.#graph.code(this.#codes.of(value))
  }

  #field(ast: Extract<Ast, { kind: 'field' }>, around: Around): Sym {
    const of = this.of(ast.of, around)
    return (of.kind === 'fields' ? of.fields[ast.name] : undefined) ?? this.#refused(ast, `the part ${ast.name}`)
  }

  #turned(ast: Extract<Ast, { kind: 'not' | 'minus' }>, around: Around): Sym {
    const of = this.scalar(ast.of, around)
    return ast.kind === 'minus' ? this.calls.arithmetic.negate(of) : { ...of, node: this.#graph.not(of.node) }
  }

  #both(ast: Extract<Ast, { kind: 'and' | 'or' }>, around: Around): Sym {
    const graph = this.#graph
    const [a, b] = [this.scalar(ast.left, around), this.scalar(ast.right, around)]
    const node = ast.kind === 'and' ? graph.and(a.node, b.node) : graph.or(a.node, b.node)
    // The other side could still be decisive while it is missing.
    const isOpen = (one: Scalar) => (ast.kind === 'and' ? graph.isTrue(one.node) : graph.isFalse(one.node))
    const fault = graph.or(graph.and(a.fault, graph.or(isOpen(b), b.fault)), graph.and(b.fault, isOpen(a)))
    return { kind: 'scalar', node, fault }
  }

  #choice(ast: Extract<Ast, { kind: 'if' }>, around: Around): Sym {
    const graph = this.#graph
    const condition = this.scalar(ast.condition, around)
    const [a, b] = [this.of(ast.then, around), this.of(ast.otherwise, around)]
    if (a.kind === 'list' && b.kind === 'list') return this.calls.lists.chosen(condition, { then: a, otherwise: b })
    const [then, otherwise] = [this.calls.lists.scalar(a), this.calls.lists.scalar(b)]
    const isMissing = graph.and(graph.not(graph.isKnown(condition.node)), graph.not(condition.fault))
    const fault = graph.or(
      condition.fault,
      graph.and(graph.isTrue(condition.node), then.fault),
      graph.and(graph.isFalse(condition.node), otherwise.fault),
      graph.and(isMissing, then.fault, otherwise.fault),
    )
    return { kind: 'scalar', node: graph.choose(condition.node, then.node, otherwise.node), fault }
  }

  #walk(ast: Extract<Ast, { kind: 'walk' }>, around: Around): Sym {
    const over = this.of(ast.over, around)
    if (over.kind !== 'list') return this.#refused(ast, 'a walk')
    const { where, body } = ast
    const inside = (part: Ast) => (member: Sym) => this.of(part, { ...around, items: new Map(around.items).set(ast.item, member) })
    return this.calls.lists.walk(ast.walk, over, { where: where && inside(where), body: inside(body) })
  }

  #call(ast: Extract<Ast, { kind: 'call' }>, around: Around): Sym {
    const beforehand = OF_ONE_DAY.has(ast.name) ? tabulated(ast, { graph: this.#graph, codes: this.#codes, around }) : undefined
    if (beforehand !== undefined) return beforehand
    const given = ast.given.map((one) => this.of(one, around))
    return this.calls.find(ast, given) ?? this.#refused(ast, `${ast.name}()`)
  }

  #operation(ast: Operation, around: Around): Sym {
    const graph = this.#graph
    const left = this.of(ast.left, around)
    const right = this.of(ast.right, around)
    if (ast.operator === 'in' && right.kind === 'list') return this.calls.lists.has(right, this.calls.lists.scalar(left))
    const [a, b] = [this.calls.lists.scalar(left), this.calls.lists.scalar(right)]
    const fault = graph.or(a.fault, b.fault)
    switch (ast.operator) {
      case '==':
        return { kind: 'scalar', node: equal(graph, a.node, b.node), fault }
      case '!=':
        return { kind: 'scalar', node: graph.not(equal(graph, a.node, b.node)), fault }
      case '<':
      case '<=':
      case '>':
      case '>=':
        return { kind: 'scalar', node: ordered(graph, ast.operator, { left: a.node, right: b.node }), fault }
      default:
        return this.#calculated(ast, a, b)
    }
  }

  #calculated(ast: Operation, a: Scalar, b: Scalar): Sym {
    const { arithmetic, calendar } = this.calls
    if (ast.type.kind === 'string') return this.#refused(ast, 'texts joined')
    if (ast.left.type.kind === 'date') {
      const sign = ast.operator === '+' ? 1 : -1
      if (ast.right.type.kind === 'date') return calendar.daysBetween(b, a)
      return ast.right.type.kind === 'months' ? calendar.addMonths(a, b, sign) : calendar.addDays(a, b, sign)
    }
    switch (ast.operator) {
      case '+':
        return arithmetic.add({ a, b })
      case '-':
        return arithmetic.subtract({ a, b })
      case '*':
        return arithmetic.multiply({ a, b })
      case '/':
        return arithmetic.divide({ a, b })
      case '%':
        return arithmetic.rest({ a, b })
      default:
        return this.#refused(ast, ast.operator)
    }
  }

  #refused(ast: Ast, what: string): Sym {
    const node = this.#nothing(what)
    const empty: Spots = { kind: 'list', isGiven: this.#graph.no, isSound: this.#graph.no, fault: this.#graph.no, spots: [] }
    return ast.type.kind === 'list' ? empty : sound(this.#graph, node)
  }

  #nothing(what: string): Node {
    this.#refusals.add(what)
    return this.#graph.unknown('bool')
  }
}

/** Functions that need a calendar of bank holidays. */
const OF_ONE_DAY = new Set(['isBankHoliday', 'isWorkingDay', 'addWorkingDays', 'workingDaysBetween'])

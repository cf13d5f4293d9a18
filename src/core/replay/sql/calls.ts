/** The single place that says which functions of the language SQL can do, and how. What it cannot do of one date is worked out for every day beforehand. */
import type { Ast } from '#core/expression/index.ts'
import { ROUNDINGS } from '#core/value/rounding.ts'
import { Arithmetic } from './arithmetic.ts'
import { Calendar } from './calendar.ts'
import { ordered } from './comparison.ts'
import type { Graph } from './graph.ts'
import { Lists } from './lists.ts'
import { type Refusals, type Scalar, sound, type Spots, type Sym } from './symbol.ts'

type Call = Extract<Ast, { kind: 'call' }>

/** Functions over one graph. */
export class Calls {
  readonly arithmetic: Arithmetic
  readonly calendar: Calendar
  readonly lists: Lists
  readonly #graph: Graph
  readonly #refusals: Refusals

  constructor(graph: Graph, refusals: Refusals) {
    this.#graph = graph
    this.#refusals = refusals
    this.arithmetic = new Arithmetic(graph, refusals)
    this.calendar = new Calendar(graph)
    this.lists = new Lists(graph, refusals)
  }

  /** Undefined for a function that SQL cannot do. */
  find(call: Call, given: readonly Sym[]): Sym | undefined {
    const [first] = given
    if (first?.kind === 'list') return this.#ofList(call, first)
    const scalars = given.map((one) => this.lists.scalar(one))
    const [a, b, c] = scalars
    if (a === undefined) return undefined
    return this.#ofOne(call, a) ?? (b === undefined ? undefined : (this.#ofTwo(call.name, a, b) ?? this.#scaled(call, [a, b, c])))
  }

  #ofList({ name }: Call, list: Spots): Sym | undefined {
    switch (name) {
      case 'answered':
        return { kind: 'scalar', node: list.isSound, fault: list.fault }
      case 'size':
        return this.lists.size(list)
      case 'sum':
        return this.lists.sum(list)
      case 'min':
        return this.lists.most(list, '<')
      case 'max':
        return this.lists.most(list, '>')
      default:
        return undefined
    }
  }

  #ofOne({ name, given }: Call, of: Scalar): Sym | undefined {
    switch (name) {
      case 'answered':
        return { kind: 'scalar', node: this.#graph.isKnown(of.node), fault: of.fault }
      case 'days':
      case 'months':
      case 'count':
        return of
      case 'yearOf':
        return this.calendar.part(of, 'year')
      case 'monthOf':
        return this.calendar.part(of, 'month')
      case 'dayOf':
        return this.calendar.part(of, 'day')
      case 'weekdayOf':
        return this.calendar.part(of, 'weekday')
      case 'firstOfMonth':
        return this.calendar.firstOfMonth(of)
      case 'lastOfMonth':
        return this.calendar.lastOfMonth(of)
      default:
        return given.length === 0 ? of : undefined
    }
  }

  #ofTwo(name: string, a: Scalar, b: Scalar): Scalar | undefined {
    switch (name) {
      case 'min':
        return this.#picked(a, b, '<=')
      case 'max':
        return this.#picked(a, b, '>=')
      case 'ceilDiv':
        return this.arithmetic.steps({ a, b }, true)
      case 'floorDiv':
        return this.arithmetic.steps({ a, b }, false)
      case 'ageOn':
        return this.calendar.ageOn(a, b)
      case 'monthsBetween':
        return this.calendar.monthsBetween(a, b)
      default:
        return undefined
    }
  }

  #picked(a: Scalar, b: Scalar, operator: '<=' | '>='): Scalar {
    const [first, last] = a.node.isNullable ? [b.node, a.node] : [a.node, b.node]
    const wins = ordered(this.#graph, operator, { left: first, right: last })
    const node = first.isNullable ? this.#graph.choose(wins, first, last) : this.#graph.chooseOr(wins, first, last)
    return { kind: 'scalar', node, fault: this.#graph.or(a.fault, b.fault) }
  }

  /** Divisions of money name how they round, by an option written out. */
  #scaled({ name, given }: Call, [a, b, c]: readonly [Scalar, Scalar, Scalar | undefined]): Scalar | undefined {
    const last = given.at(-1)
    const rounding = ROUNDINGS.find((one) => last?.kind === 'option' && last.option === one)
    const number = (value: number) => sound(this.#graph, this.#graph.int(value))
    if (rounding === undefined) return undefined
    switch (name) {
      case 'percent':
        return this.arithmetic.scale({ amount: a, times: b, by: number(100) }, rounding)
      case 'share':
        return c && this.arithmetic.scale({ amount: a, times: b, by: c }, rounding)
      case 'divide':
        return this.arithmetic.scale({ amount: a, times: number(1), by: b }, rounding)
      case 'roundTo':
        return this.arithmetic.multiply({ a: this.arithmetic.scale({ amount: a, times: number(1), by: b }, rounding), b })
      default:
        this.#refusals.add(name)
        return undefined
    }
  }
}

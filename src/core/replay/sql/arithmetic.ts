/** The single place for calculating with whole numbers in SQL: exact, and a fault where the language has one, never an error of the database. */
import { LARGEST_INTEGER } from '#core/value/integer.ts'
import type { Rounding } from '#core/value/rounding.ts'
import { equal, ordered } from './comparison.ts'
import type { Graph, Node, Range } from './graph.ts'
import type { Refusals, Scalar } from './symbol.ts'

const LARGEST = BigInt(LARGEST_INTEGER)
/** What an int8 holds. */
const WIDEST = 2n ** 63n - 1n
/** Any number of the language. */
export const ANY: Range = { least: -LARGEST, most: LARGEST }

type Pair = { readonly a: Scalar; readonly b: Scalar }
/** A count or amount and what it is multiplied and divided by. */
type Ratio = { readonly amount: Scalar; readonly times: Scalar; readonly by: Scalar }

/** Calculations over one graph. Failed or missing on either side, a result is null; a failure goes before what is missing. */
export class Arithmetic {
  readonly #graph: Graph
  readonly #refusals: Refusals

  constructor(graph: Graph, refusals: Refusals) {
    this.#graph = graph
    this.#refusals = refusals
  }

  add({ a, b }: Pair): Scalar {
    const [x, y] = [rangeOf(a.node), rangeOf(b.node)]
    if (a.node.constant === 0n) return { ...b, fault: this.#blocked(a, b) }
    if (b.node.constant === 0n) return { ...a, fault: this.#blocked(a, b) }
    return this.#bounded({ a, b }, ' + ', { least: x.least + y.least, most: x.most + y.most })
  }

  subtract({ a, b }: Pair): Scalar {
    const [x, y] = [rangeOf(a.node), rangeOf(b.node)]
    if (b.node.constant === 0n) return { ...a, fault: this.#blocked(a, b) }
    return this.#bounded({ a, b }, ' - ', { least: x.least - y.most, most: x.most - y.least })
  }

  multiply({ a, b }: Pair): Scalar {
    const range = productOf(rangeOf(a.node), rangeOf(b.node))
    if (a.node.constant === 1n) return { ...b, fault: this.#blocked(a, b) }
    if (b.node.constant === 1n) return { ...a, fault: this.#blocked(a, b) }
    return this.#bounded({ a, b }, ' * ', range)
  }

  negate(of: Scalar): Scalar {
    const { least, most } = rangeOf(of.node)
    if (typeof of.node.constant === 'bigint') return { ...of, node: this.#graph.int(-of.node.constant) }
    return { kind: 'scalar', fault: of.fault, node: this.#int(['(-', ')'], [of.node], { least: -most, most: -least }) }
  }

  /** Whole division drops the rest. */
  divide(pair: Pair): Scalar {
    const { least, most } = rangeOf(pair.a.node)
    const widest = -least > most ? -least : most
    return this.#divided(pair, (a, b) =>
      this.#int(['(', ' / ', ')'], [a, b], { least: least < 0n ? -widest : signedLeast(pair.b.node, widest), most: widest }),
    )
  }

  rest(pair: Pair): Scalar {
    const { least, most } = rangeOf(pair.a.node)
    return this.#divided(pair, (a, b) =>
      this.#int(['(', ' % ', ')'], [a, b], { least: least < 0n ? least : 0n, most: most > 0n ? most : 0n }),
    )
  }

  /** Steps needed to reach an amount (`up`), or complete steps in it. */
  steps(pair: Pair, up: boolean): Scalar {
    const graph = this.#graph
    const zero = graph.int(0)
    return this.#divided(pair, (a, b) => {
      const { least, most } = rangeOf(a)
      const widest = (-least > most ? -least : most) + 1n
      const range = { least: least >= 0n && rangeOf(b).least > 0n ? 0n : -widest, most: widest }
      const whole = this.#int(['(', ' / ', ')'], [a, b], range)
      const [above, below] = [ordered(graph, '>', { left: a, right: zero }), ordered(graph, '>', { left: b, right: zero })]
      const isSame = equal(graph, above, below)
      const hasRest = graph.not(equal(graph, this.#int(['(', ' % ', ')'], [a, b], ANY), zero))
      const isOneMore = graph.and(hasRest, up ? isSame : graph.not(isSame))
      const one = graph.choose(isOneMore, graph.int(up ? 1 : -1), zero)
      return this.#int(['(', ' + ', ')'], [whole, one], range)
    })
  }

  /** `amount × times ÷ by`, exact before it is rounded once. */
  scale({ amount, times, by }: Ratio, rounding: Rounding): Scalar {
    const graph = this.#graph
    const product = productOf(rangeOf(amount.node), rangeOf(times.node))
    const divisor = rangeOf(by.node)
    const fault = graph.or(this.#blocked(amount, times), by.fault)
    if (-product.least > WIDEST / 4n || product.most > WIDEST / 4n) {
      this.#refusals.add('a share of an amount without bounds')
      return { kind: 'scalar', node: graph.unknown('int'), fault: graph.no }
    }
    const raw = times.node.constant === 1n ? amount.node : this.#int(['(', ' * ', ')'], [amount.node, times.node], product)
    if (divisor.least > 0n) return this.#bounds({ kind: 'scalar', node: this.#rounded({ raw, by: by.node }, rounding), fault })
    const zero = graph.int(0)
    const isNegative = ordered(graph, '<', { left: by.node, right: zero })
    const turned = this.#int(['(-', ')'], [raw], { least: -product.most, most: -product.least })
    const size = this.#perhaps(['nullif(abs(', '), 0)'], [by.node], { least: 1n, most: LARGEST })
    const node = this.#rounded({ raw: graph.choose(isNegative, turned, raw), by: size }, rounding)
    const byNothing = graph.isTrue(
      graph.when(graph.and(graph.isKnown(amount.node), graph.isKnown(times.node)), equal(graph, by.node, zero)),
    )
    return this.#bounds({ kind: 'scalar', node, fault: graph.or(fault, byNothing) })
  }

  /** The value and whether it is out of the bounds of the language. */
  #bounds(value: Scalar): Scalar {
    const { least, most } = rangeOf(value.node)
    if (least >= -LARGEST && most <= LARGEST) return value
    const graph = this.#graph
    const within = graph.make([`(`, ` between -${LARGEST} and ${LARGEST})`], [value.node], {
      type: 'bool',
      isNullable: value.node.isNullable,
    })
    return { kind: 'scalar', node: clipped(graph.when(within, value.node), graph), fault: graph.or(value.fault, graph.isFalse(within)) }
  }

  #bounded({ a, b }: Pair, operator: string, range: Range): Scalar {
    const graph = this.#graph
    const [x, y] = [a.node, b.node]
    const fault = this.#blocked(a, b)
    if (x.constant === null || y.constant === null) return { kind: 'scalar', node: graph.unknown('int'), fault }
    if (typeof x.constant === 'bigint' && typeof y.constant === 'bigint' && isSafe(range))
      return { kind: 'scalar', node: graph.int(range.least), fault }
    if (range.least >= -WIDEST && range.most <= WIDEST)
      return this.#bounds({ kind: 'scalar', node: this.#int(['(', operator, ')'], [x, y], range), fault })
    const wide = this.#int(['(', `::numeric${operator}`, ')'], [x, y], range)
    const { node, fault: over } = this.#bounds({ kind: 'scalar', node: wide, fault })
    return { kind: 'scalar', node: this.#perhaps(['(', ')::int8'], [node], ANY), fault: over }
  }

  #divided({ a, b }: Pair, result: (a: Node, b: Node) => Node): Scalar {
    const graph = this.#graph
    const { least, most } = rangeOf(b.node)
    const fault = this.#blocked(a, b)
    if (least > 0n || most < 0n) return { kind: 'scalar', node: result(a.node, b.node), fault }
    const isNothing = equal(graph, b.node, graph.int(0))
    const safe = this.#perhaps(['nullif(', ', 0)'], [b.node], { least, most })
    const byNothing = graph.isTrue(graph.when(graph.isKnown(a.node), isNothing))
    return { kind: 'scalar', node: result(a.node, safe), fault: graph.or(fault, byNothing) }
  }

  /** `by` is above nothing. */
  #rounded({ raw, by }: { readonly raw: Node; readonly by: Node }, rounding: Rounding): Node {
    const graph = this.#graph
    const { least, most } = rangeOf(raw)
    const range = { least: least / rangeOf(by).least - 1n, most: most / rangeOf(by).least + 1n }
    const floor = least >= 0n ? { ...range, least: 0n } : range
    if (rounding === 'down') return this.#int(['(', ' / ', ')'], [raw, by], floor)
    if (rounding === 'half_even') return this.#halfEven({ raw, by }, range)
    const more =
      rounding === 'half_up' ? this.#int(['(', ' / 2)'], [by], halfOf(rangeOf(by))) : this.#int(['(', ' - 1)'], [by], oneLess(rangeOf(by)))
    const up = (node: Node) => this.#int(['((', ' + ', ') / ', ')'], [node, literal(more, graph), by], floor)
    if (least >= 0n) return up(raw)
    const turned = this.#int(['(-', ')'], [raw], { least: -most, most: -least })
    const down = this.#int(['(-', ')'], [up(turned)], range)
    return graph.choose(ordered(graph, '>=', { left: raw, right: graph.int(0) }), up(raw), down)
  }

  #halfEven({ raw, by }: { readonly raw: Node; readonly by: Node }, range: Range): Node {
    const graph = this.#graph
    const whole = this.#int(['(', ' / ', ')'], [raw, by], range)
    const twice = this.#int(['(2 * abs(', ' % ', '))'], [raw, by], { least: 0n, most: WIDEST })
    const isOdd = graph.not(equal(graph, this.#int(['(', ' % 2)'], [whole], { least: -1n, most: 1n }), graph.int(0)))
    const above = ordered(graph, '>', { left: twice, right: by })
    const isAway = graph.or(above, graph.and(equal(graph, twice, by), isOdd))
    const step = this.#int(['(case when ', ' < 0 then -1 else 1 end)'], [raw], { least: -1n, most: 1n })
    return graph.choose(isAway, this.#int(['(', ' + ', ')'], [whole, step], range), whole)
  }

  #int(pieces: readonly string[], parts: readonly Node[], range: Range): Node {
    if (parts.some(({ constant }) => constant === null)) return this.#graph.unknown('int')
    return this.#graph.make(pieces, parts, { type: 'int', isNullable: parts.some((part) => part.isNullable), range })
  }

  /** One that can be null though its parts are not. */
  #perhaps(pieces: readonly string[], parts: readonly Node[], range: Range): Node {
    if (parts.some(({ constant }) => constant === null)) return this.#graph.unknown('int')
    return this.#graph.make(pieces, parts, { type: 'int', isNullable: true, range })
  }

  #blocked(a: Scalar, b: Scalar): Node {
    return this.#graph.or(a.fault, b.fault)
  }
}

function literal(node: Node, graph: Graph): Node {
  return node.range !== undefined && node.range.least === node.range.most ? graph.int(node.range.least) : node
}

/** After a check of the bounds nothing lies beyond them. */
function clipped(node: Node, graph: Graph): Node {
  return graph.make(['', ''], [node], { type: 'int', isNullable: node.isNullable, range: ANY })
}

/** The range of a number; of one without, all there are. */
export function rangeOf({ range }: Node): Range {
  return range ?? ANY
}

function isSafe({ least, most }: Range): boolean {
  return least >= -LARGEST && most <= LARGEST
}

function signedLeast(divisor: Node, widest: bigint): bigint {
  return rangeOf(divisor).least >= 0n ? 0n : -widest
}

function productOf(a: Range, b: Range): Range {
  const corners = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most]
  return {
    least: corners.reduce((one, other) => (other < one ? other : one)),
    most: corners.reduce((one, other) => (other > one ? other : one)),
  }
}

function halfOf({ least, most }: Range): Range {
  return { least: least / 2n, most: most / 2n }
}

function oneLess({ least, most }: Range): Range {
  return { least: least - 1n, most: most - 1n }
}

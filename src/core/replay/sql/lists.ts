/** The single place for walks over lists in SQL: every place a member may stand is written out, since a list has few. */
import type { Walk } from '#core/expression/index.ts'
import { Arithmetic, rangeOf } from './arithmetic.ts'
import { among, equal, ordered } from './comparison.ts'
import type { Graph, Node } from './graph.ts'
import { type Refusals, type Scalar, sound, type Spot, type Spots, type Sym } from './symbol.ts'

/** What a walk asks at a member. */
export type Ask = { readonly where: ((member: Sym) => Sym) | undefined; readonly body: (member: Sym) => Sym }

/** Lists over one graph. */
export class Lists {
  readonly #graph: Graph
  readonly #arithmetic: Arithmetic
  readonly #refusals: Refusals

  constructor(graph: Graph, refusals: Refusals) {
    this.#graph = graph
    this.#refusals = refusals
    this.#arithmetic = new Arithmetic(graph, refusals)
  }

  walk(walk: Walk, list: Spots, ask: Ask): Sym {
    switch (walk) {
      case 'all':
        return this.#quantified(list, ask, false)
      case 'exists':
        return this.#quantified(list, ask, true)
      case 'exists_one':
        return this.#one(this.#picked(list, ask.body))
      case 'filter':
        return this.#picked(list, ask.body)
      case 'map':
        return this.#mapped(list, ask)
    }
  }

  /** Only numbers of members; a member missing does not matter unless a walk needed it. */
  size(list: Spots): Scalar {
    const one = sound(this.#graph, this.#graph.int(1))
    const count = this.#summed(list.spots, () => one)
    return { kind: 'scalar', node: this.#graph.when(list.isSound, count.node), fault: list.fault }
  }

  sum(list: Spots): Scalar {
    const total = this.#summed(list.spots, (value) => this.scalar(value))
    const fault = this.#graph.or(list.fault, this.#graph.and(list.isSound, total.fault))
    return { kind: 'scalar', node: this.#graph.when(list.isGiven, total.node), fault }
  }

  /** The least or the most of a list; a fault where it is empty. */
  most(list: Spots, operator: '<' | '>'): Scalar {
    const graph = this.#graph
    let best: Node = graph.unknown('int')
    for (const { isThere, isPicked, value } of list.spots) {
      const { node } = this.scalar(value)
      const isIn = graph.isTrue(graph.and(isThere, isPicked))
      const wins =
        best.constant === null
          ? graph.yes
          : graph.or(graph.not(graph.isKnown(best)), graph.isTrue(ordered(graph, operator, { left: node, right: best })))
      best = best.constant === null ? graph.when(isIn, node) : graph.choose(graph.and(isIn, wins), node, best)
    }
    const isEmpty = graph.not(graph.or(...list.spots.map(({ isThere, isPicked }) => graph.isTrue(graph.and(isThere, isPicked)))))
    return { kind: 'scalar', node: graph.when(list.isSound, best), fault: graph.or(list.fault, graph.and(list.isSound, isEmpty)) }
  }

  /** Whether a list has a member. */
  has(list: Spots, sought: Scalar): Scalar {
    const graph = this.#graph
    const isWritten = list.spots.every(
      ({ isThere, isPicked, value }) =>
        isThere === graph.yes && isPicked === graph.yes && value.kind === 'scalar' && value.node.constant !== undefined,
    )
    const found = isWritten
      ? among(
          graph,
          sought.node,
          list.spots.map(({ value }) => this.scalar(value).node),
        )
      : this.#nested(list.spots, (spot) => graph.and(spot.isPicked, equal(graph, sought.node, this.scalar(spot.value).node)), true)
    const isKnown = isWritten ? list.isSound : graph.and(list.isSound, graph.isKnown(sought.node))
    return { kind: 'scalar', node: graph.when(isKnown, found), fault: graph.or(sought.fault, list.fault) }
  }

  /** A list written out: missing while a member is, failed with any of them. */
  written(members: readonly Scalar[]): Spots {
    const graph = this.#graph
    const fault = graph.or(...members.map((member) => member.fault))
    const isKnown = graph.and(...members.map(({ node }) => graph.isKnown(node)))
    const spots = members.map((value): Spot => ({ isThere: graph.yes, isPicked: graph.yes, value }))
    return { kind: 'list', isGiven: isKnown, isSound: isKnown, fault, spots }
  }

  /** The one that is chosen of two lists. */
  chosen(condition: Scalar, { then, otherwise }: { readonly then: Spots; readonly otherwise: Spots }): Spots {
    const graph = this.#graph
    const at = (node: Node, list: Spots) => list.spots.map((spot) => ({ ...spot, isThere: graph.and(graph.isTrue(node), spot.isThere) }))
    const isKnown = (part: 'isGiven' | 'isSound') => graph.isTrue(graph.choose(condition.node, then[part], otherwise[part]))
    if (then.fault !== graph.no || otherwise.fault !== graph.no || condition.fault !== graph.no)
      this.#refusals.add('a choice between lists that may fail')
    const spots = [...at(condition.node, then), ...at(graph.not(condition.node), otherwise)]
    return {
      kind: 'list',
      isGiven: isKnown('isGiven'),
      isSound: isKnown('isSound'),
      fault: graph.no,
      spots: spots.map((spot) => this.#loose(spot)),
    }
  }

  scalar(value: Sym): Scalar {
    if (value.kind === 'scalar') return value
    this.#refusals.add('a list of lists')
    return sound(this.#graph, this.#graph.unknown('int'))
  }

  /** A place that may be empty before one that is not. */
  #loose({ isThere, isPicked, value }: Spot): Spot {
    return { isThere: this.#graph.yes, isPicked: this.#graph.and(isThere, isPicked), value }
  }

  #quantified(list: Spots, { body }: Ask, decisive: boolean): Scalar {
    const graph = this.#graph
    const asked = list.spots.map((spot) => ({ ...spot, value: this.scalar(body(spot.value)) }))
    const found = this.#nested(
      asked,
      ({ isPicked, value }) => (decisive ? graph.and(isPicked, value.node) : graph.or(graph.not(isPicked), value.node)),
      decisive,
    )
    const node = graph.when(list.isSound, found)
    if (asked.every(({ value }) => value.fault === graph.no)) return { kind: 'scalar', node, fault: list.fault }
    const isIn = ({ isThere, isPicked }: Spot) => graph.isTrue(graph.and(isThere, isPicked))
    const fails = graph.or(...asked.map((spot) => graph.and(isIn(spot), spot.value.fault)))
    const isMissing = graph.or(
      ...asked.map((spot) => graph.and(isIn(spot), graph.not(graph.isKnown(spot.value.node)), graph.not(spot.value.fault))),
    )
    const isDecided = graph.isKnown(node)
    return { kind: 'scalar', node, fault: graph.or(list.fault, graph.and(list.isSound, graph.not(isDecided), fails, graph.not(isMissing))) }
  }

  /** First places first: after one that is empty nothing is looked at. */
  #nested<Place extends Spot>(spots: readonly Place[], ask: (spot: Place) => Node, decisive: boolean): Node {
    const graph = this.#graph
    return spots.reduceRight((rest, spot) => {
      const own = ask(spot)
      return decisive ? graph.and(spot.isThere, graph.or(own, rest)) : graph.or(graph.not(spot.isThere), graph.and(own, rest))
    }, graph.bool(!decisive))
  }

  #one(list: Spots): Scalar {
    const { node, fault } = this.size(list)
    return { kind: 'scalar', node: equal(this.#graph, node, this.#graph.int(1)), fault }
  }

  #picked(list: Spots, where: (member: Sym) => Sym): Spots {
    const graph = this.#graph
    const spots = list.spots.map((spot) => ({ ...spot, asked: this.scalar(where(spot.value)) }))
    const faults = spots.map(({ isThere, isPicked, asked }) => graph.and(isThere, graph.isTrue(isPicked), asked.fault))
    const isKnown = graph.and(
      ...spots.map(({ isThere, isPicked, asked }) => graph.or(graph.not(isThere), graph.isFalse(isPicked), graph.isKnown(asked.node))),
    )
    return {
      kind: 'list',
      isGiven: list.isSound,
      isSound: graph.and(list.isSound, isKnown),
      fault: graph.or(list.fault, graph.and(list.isSound, graph.or(...faults))),
      spots: spots.map(({ isThere, isPicked, value, asked }) => ({ isThere, isPicked: graph.and(isPicked, asked.node), value })),
    }
  }

  #mapped(list: Spots, { where, body }: Ask): Spots {
    const graph = this.#graph
    const from = where === undefined ? list : this.#picked(list, where)
    const spots = from.spots.map((spot) => ({ ...spot, value: this.scalar(body(spot.value)) }))
    const isIn = ({ isThere, isPicked }: Spot) => graph.and(isThere, graph.isTrue(isPicked))
    const faults = spots.map((spot) => graph.and(isIn(spot), spot.value.fault))
    const isKnown = graph.and(...spots.map((spot) => graph.or(graph.not(isIn(spot)), graph.isKnown(spot.value.node))))
    return {
      kind: 'list',
      // A pick or a value that is missing makes a sum over the list missing by itself.
      isGiven: list.isSound,
      isSound: graph.and(from.isSound, isKnown),
      fault: graph.or(from.fault, graph.and(from.isSound, graph.or(...faults))),
      spots,
    }
  }

  #summed(spots: readonly Spot[], value: (of: Sym) => Scalar): Scalar {
    const graph = this.#graph
    const nothing = sound(graph, graph.int(0))
    return spots.reduceRight<Scalar>((rest, spot) => {
      const own = value(spot.value)
      const counted = { kind: 'scalar', node: graph.choose(spot.isPicked, own.node, nothing.node), fault: graph.no } as const
      const both = this.#arithmetic.add({ a: counted, b: rest })
      if (both.fault !== graph.no && rangeOf(own.node).least < 0n) this.#refusals.add('a sum that goes up and down without bounds')
      return { kind: 'scalar', node: graph.choose(spot.isThere, both.node, nothing.node), fault: graph.and(spot.isThere, both.fault) }
    }, nothing)
  }
}

/** The single place for how two nodes are compared in SQL, or known to compare without looking. */
import type { Graph, Node } from './graph.ts'

export type Order = '<' | '<=' | '>' | '>='

const TURNED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/** Whether two values of one type are the same. */
export function equal(graph: Graph, a: Node, b: Node): Node {
  if (a === b) return a.isNullable ? graph.when(graph.isKnown(a), graph.yes) : graph.yes
  const [known, other] = a.constant === undefined ? [b, a] : [a, b]
  if (known.constant === null || other.constant === null) return graph.unknown('bool')
  if (known.constant !== undefined && other.constant !== undefined) return graph.bool(known.constant === other.constant)
  if (typeof known.constant === 'boolean') return known.constant ? other : graph.not(other)
  if (!a.isNullable && !b.isNullable && isApart(a, b)) return graph.no
  return graph.make(['(', ' = ', ')'], [other, known], { type: 'bool', isNullable: a.isNullable || b.isNullable })
}

/** Which comes first: numbers by size, dates by time. */
export function ordered(graph: Graph, operator: Order, { left, right }: { readonly left: Node; readonly right: Node }): Node {
  if (left.constant === null || right.constant === null) return graph.unknown('bool')
  if (left.constant !== undefined && right.constant === undefined) return ordered(graph, TURNED[operator], { left: right, right: left })
  const certain = certainOf(operator, left, right)
  if (certain !== undefined) {
    const known = graph.and(graph.isKnown(left), graph.isKnown(right))
    return graph.when(known, graph.bool(certain))
  }
  const isNullable = left.isNullable || right.isNullable
  return graph.make(['(', ` ${operator} `, ')'], [left, right], { type: 'bool', isNullable })
}

/** Whether a node is one of some constants. */
export function among(graph: Graph, sought: Node, list: readonly Node[]): Node {
  if (sought.constant !== undefined || list.length < 2) return graph.or(...list.map((one) => equal(graph, sought, one)))
  const pieces = list.map((_, at) => (at === 0 ? ' in (' : ', '))
  return graph.make(['(', ...pieces, '))'], [sought, ...list], { type: 'bool', isNullable: sought.isNullable })
}

function certainOf(operator: Order, left: Node, right: Node): boolean | undefined {
  const [a, b] = [left.range, right.range]
  if (a === undefined || b === undefined) return undefined
  switch (operator) {
    case '<':
      return a.most < b.least ? true : a.least >= b.most ? false : undefined
    case '<=':
      return a.most <= b.least ? true : a.least > b.most ? false : undefined
    case '>':
      return a.least > b.most ? true : a.most <= b.least ? false : undefined
    case '>=':
      return a.least >= b.most ? true : a.most < b.least ? false : undefined
  }
}

function isApart({ range: a }: Node, { range: b }: Node): boolean {
  return a !== undefined && b !== undefined && (a.most < b.least || b.most < a.least)
}

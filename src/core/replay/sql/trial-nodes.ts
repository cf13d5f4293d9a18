/** The single place where two versions of one case are compared in SQL: in which cell of all tables it falls, as one or more whole numbers. */
import type { Side } from '../side.ts'
import { Codes } from './codes.ts'
import type { Columns } from './columns.ts'
import { Graph, type Node } from './graph.ts'
import { Refusals } from './symbol.ts'
import { type Share, sqlVerdict, type SqlVerdict } from './verdict.ts'

/** One part of a cell: a number from 0 below `size`. */
export type Part = { readonly name: PartName; readonly node: Node; readonly size: number }
export type PartName = 'from' | 'to' | 'asked' | 'madeUp' | `fee` | `value ${string}`

/** Which way a figure goes, by number. */
export const WAYS = ['same', 'more', 'less', 'other'] as const
export const ASKED_WAYS = ['same', 'more', 'fewer', 'unknown'] as const

/** What SQL works out of each case. A figure that is no number has no sums. */
export type TrialNodes = {
  readonly graph: Graph
  readonly codes: Codes
  readonly isTold: Node
  readonly parts: readonly Part[]
  /** By question, numbers of `LACKS`, each from 0 to 3. */
  readonly lacks: readonly (readonly [string, Node])[]
  readonly sums: readonly { readonly name: PartName; readonly before: Node; readonly after: Node }[]
}

/** The comparison, or why SQL cannot say it. */
export function trialNodes(
  sides: { readonly from: Side; readonly to: Side },
  columns: Columns,
): TrialNodes | { readonly refusals: readonly string[] } {
  const graph = new Graph()
  const codes = new Codes(columns.codes)
  const refusals = new Refusals()
  const ground = { graph, codes, refusals, columns }
  const [from, to] = [sqlVerdict(sides.from, ground), sqlVerdict(sides.to, ground)]
  const ids = [...new Set([...from.shown.keys(), ...to.shown.keys()])].sort()
  const figures = [
    { name: 'fee' as const, before: from.fee, after: to.fee },
    ...ids.map((id) => ({
      name: `value ${id}` as const,
      before: from.shown.get(id) ?? graph.unknown('int'),
      after: to.shown.get(id) ?? graph.unknown('int'),
    })),
  ]
  const ways = figures.map(
    ({ name, before, after }): Part => ({ name, node: wayOf(graph, refusals, { before, after }), size: WAYS.length }),
  )
  const size = codes.list().length
  const madeUp = graph.make(['t.made_up'], [], { type: 'bool', isNullable: false })
  const parts: readonly Part[] = [
    { name: 'from', node: from.outcome, size },
    { name: 'to', node: to.outcome, size },
    ...ways,
    { name: 'asked', node: askedWay(graph, from, to), size: ASKED_WAYS.length },
    { name: 'madeUp', node: graph.choose(madeUp, graph.int(1), graph.int(0)), size: 2 },
  ]
  const refused = refusals.list()
  if (refused.length > 0) return { refusals: refused }
  const sums = figures.filter(({ before, after }) => isNumber(before) || isNumber(after))
  return { graph, codes, isTold: graph.and(from.isTold, to.isTold), parts, lacks: lacksOf(graph, from, to), sums }
}

function isNumber({ type, constant }: Node): boolean {
  return type === 'int' && constant !== null
}

function wayOf(graph: Graph, refusals: Refusals, { before: a, after: b }: { readonly before: Node; readonly after: Node }): Node {
  const [same, more, less, other] = [0, 1, 2, 3].map((way) => graph.int(way))
  if (same === undefined || more === undefined || less === undefined || other === undefined || a === b) return graph.int(0)
  if (a.type !== b.type && a.constant !== null && b.constant !== null) refusals.add('a figure that is of another kind in each version')
  if (a.constant === null || b.constant === null) return graph.choose(graph.isKnown(a.constant === null ? b : a), other, same)
  const range = { least: 0n, most: 3n }
  const steps =
    a.type === 'int' ? ['(case when ', ' = ', ' then 0 when ', ' > ', ' then 1 when ', ' < ', ' then 2'] : ['(case when ', ' = ', ' then 0']
  const ends = a.isNullable || b.isNullable ? [' when coalesce(', ', ', ') is null then 0 else 3 end)'] : [' else 3 end)']
  const compared = a.type === 'int' ? [a, b, b, a, b, a] : [a, b]
  const tail = a.isNullable || b.isNullable ? [a, b] : []
  const pieces = [...steps.slice(0, -1), `${steps.at(-1) ?? ''}${ends[0] ?? ''}`, ...ends.slice(1)]
  return graph.make(pieces, [...compared, ...tail], { type: 'int', isNullable: false, range })
}

/** Questions that both versions ask under the same condition make no difference and are not counted. */
function askedWay(graph: Graph, from: SqlVerdict, to: SqlVerdict): Node {
  const isWhole = graph.and(from.isWhole, to.isWhole)
  const [before, after] = [alone(from.asked, to.asked), alone(to.asked, from.asked)]
  const total = (shares: readonly Share[]): Node => {
    const shown = shares.map(({ isIn, count }) => graph.choose(isIn, count, graph.int(0)))
    const [first, ...rest] = shown
    if (first === undefined || rest.length === 0) return first ?? graph.int(0)
    return graph.make(['(', ...rest.map(() => ' + '), ')'], shown, { type: 'int', isNullable: false })
  }
  const [a, b] = [total(before), total(after)]
  if (a === b) return graph.choose(isWhole, graph.int(0), graph.int(3))
  const way = graph.make(['(case when ', ' = ', ' then 0 when ', ' > ', ' then 1 else 2 end)'], [a, b, b, a], {
    type: 'int',
    isNullable: false,
  })
  return graph.choose(isWhole, way, graph.int(3))
}

function alone(shares: readonly Share[], others: readonly Share[]): readonly Share[] {
  const left = [...others]
  return shares.filter(({ isIn, count }) => {
    const at = left.findIndex((other) => other.isIn === isIn && other.count === count)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Each question once, as the later version lacks it. A version that can tell all the same lacks nothing. */
function lacksOf(graph: Graph, from: SqlVerdict, to: SqlVerdict): TrialNodes['lacks'] {
  const none = graph.int(0)
  const of = (verdict: SqlVerdict, path: string) => {
    const lack = verdict.lacks.get(path)
    return lack === undefined ? none : graph.choose(verdict.isTold, none, lack)
  }
  return [...new Set([...to.lacks.keys(), ...from.lacks.keys()])].map((path) => {
    const [before, after] = [of(from, path), of(to, path)]
    const lacksAfter = after.constant === 0n ? graph.no : graph.make(['(', ' > 0)'], [after], { type: 'bool', isNullable: false })
    return [path, graph.choose(lacksAfter, after, before)] as const
  })
}

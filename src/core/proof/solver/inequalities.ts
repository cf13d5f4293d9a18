/** The single place where several sums are looked at together: what they leave for the values they are made of (Fourier and Motzkin, in whole numbers). */
import type { Net } from './net.ts'
import { between, type Node, type Sum, yes } from './node.ts'

/** A sum with bounds of its own that what it is made of does not explain. */
type Bounded = { readonly node: Node; readonly sum: Sum }

/** Multiples of the unknowns, in order, that together are at most a figure. */
type Row = { readonly of: readonly number[]; readonly most: number }

const mostUnknowns = 8
const mostRows = 200
/** Rows that count as one step of the solver. */
const rowsPerStep = 4

/** Narrows what sums are made of to what all of them together leave. */
export class Inequalities {
  readonly #net: Net
  /** Bounds looked at last, by the sums they are of. */
  readonly #seen = new Map<string, string>()

  constructor(net: Net) {
    this.#net = net
  }

  /** True where something was narrowed. */
  narrow(): boolean {
    const net = this.#net
    if (net.sums.length < 2) return false
    const before = net.trail.length
    for (const bounded of connected(net.sums.flatMap(boundedOf))) if (!net.isBroken) this.#narrowAll(bounded)
    return net.isBroken || net.trail.length > before
  }

  #narrowAll(bounded: readonly Bounded[]): void {
    const net = this.#net
    const unknowns = [...new Set(bounded.flatMap(({ sum }) => sum.terms.map(({ of }) => of)))]
    if (bounded.length < 2 || unknowns.length > mostUnknowns) return
    const nodes = [...unknowns, ...bounded.map(({ node }) => node)]
    const key = nodes.map(({ id }) => id).join(' ')
    const bounds = nodes.map(({ least, most }) => `${least} ${most}`).join(' ')
    if (this.#seen.get(key) === bounds) return
    this.#seen.set(key, bounds)
    const rows = [...bounded.flatMap((one) => rowsOf(one, unknowns)), ...unknowns.flatMap((of, at) => edgesOf(of, at, unknowns))]
    net.because = nodes.reduce((rests, node) => rests | node.rests, 0)
    for (const [at, node] of unknowns.entries()) {
      const { least, most, isNone, made } = projected(rows, at)
      net.steps += Math.ceil(made / rowsPerStep)
      const [first] = bounded
      if (isNone && first !== undefined) net.narrow(first.node, between(1, 0))
      else net.narrow(node, { ...between(least, most), state: node.state })
      if (net.isBroken) break
    }
    net.because = 0
  }
}

function boundedOf(node: Node): readonly Bounded[] {
  const { sum } = node.operation
  if (sum === undefined || node.state !== yes) return []
  let [least, most] = [sum.offset, sum.offset]
  for (const { times, of } of sum.terms) {
    least += times * (times > 0 ? of.least : of.most)
    most += times * (times > 0 ? of.most : of.least)
  }
  return node.least > least || node.most < most ? [{ node, sum }] : []
}

/** Sums that share something, directly or through others. */
function connected(all: readonly Bounded[]): readonly (readonly Bounded[])[] {
  const groups: { readonly nodes: Set<Node>; readonly sums: Bounded[] }[] = []
  for (const one of all) {
    const nodes = new Set(one.sum.terms.map(({ of }) => of))
    const sums = [one]
    for (let at = groups.length - 1; at >= 0; at -= 1) {
      const group = groups[at]
      if (group === undefined || group.nodes.isDisjointFrom(nodes)) continue
      for (const node of group.nodes) nodes.add(node)
      sums.push(...group.sums)
      groups.splice(at, 1)
    }
    groups.push({ nodes, sums })
  }
  return groups.map(({ sums }) => sums)
}

function rowsOf({ node, sum }: Bounded, unknowns: readonly Node[]): readonly Row[] {
  const of = unknowns.map((unknown) => sum.terms.find((term) => term.of === unknown)?.times ?? 0)
  return [...rowOf(of, node.most - sum.offset), ...rowOf(opposite(of), sum.offset - node.least)]
}

/** What an unknown may be anyway. */
function edgesOf({ least, most }: Node, at: number, unknowns: readonly Node[]): readonly Row[] {
  const of = unknowns.map((_, index) => (index === at ? 1 : 0))
  return [...rowOf(of, most), ...rowOf(opposite(of), -least)]
}

/** What rows leave for one unknown, with all others put out of them. `isNone` where they leave nothing at all; `made` counts rows. */
type Projected = { readonly least: number; readonly most: number; readonly isNone: boolean; readonly made: number }

function projected(rows: readonly Row[], at: number): Projected {
  const open = new Set(rows[0]?.of.keys() ?? [])
  open.delete(at)
  let left = rows
  let made = rows.length
  while (open.size > 0) {
    const next = cheapest(left, open)
    if (next.rows > mostRows) return { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, isNone: false, made }
    left = without(left, next.at)
    made += left.length
    open.delete(next.at)
  }
  const upper = left.flatMap(({ of, most }) => ((of[at] ?? 0) > 0 ? [most] : []))
  const lower = left.flatMap(({ of, most }) => ((of[at] ?? 0) < 0 ? [0 - most] : []))
  const [least, most] = [Math.max(...lower), Math.min(...upper)]
  const isNone = least > most || left.some((row) => row.most < 0 && row.of.every((times) => times === 0))
  return { least, most, isNone, made }
}

/** The unknown that is put out with the fewest rows. */
function cheapest(rows: readonly Row[], open: ReadonlySet<number>): { readonly at: number; readonly rows: number } {
  let best = { at: 0, rows: Number.POSITIVE_INFINITY }
  for (const at of open) {
    const upper = rows.filter(({ of }) => (of[at] ?? 0) > 0).length
    const lower = rows.filter(({ of }) => (of[at] ?? 0) < 0).length
    const after = rows.length - upper - lower + upper * lower
    if (after < best.rows) best = { at, rows: after }
  }
  return best
}

/** Every upper bound of an unknown with every lower one; of rows about the same, the one that says most. */
function without(rows: readonly Row[], at: number): readonly Row[] {
  const left = new Map<string, Row>()
  const keep = (row: Row): void => {
    const key = row.of.join(' ')
    if (row.most < (left.get(key)?.most ?? Number.POSITIVE_INFINITY)) left.set(key, row)
  }
  const side = (sign: number): readonly Row[] => rows.filter(({ of }) => Math.sign(of[at] ?? 0) === sign)
  for (const row of side(0)) keep(row)
  for (const upper of side(1)) for (const lower of side(-1)) for (const row of joined(upper, lower, at)) keep(row)
  return [...left.values()]
}

/** The two rows without the unknown; none where a multiple of either would not be exact, since two such could add up to a figure that looks so. */
function joined(upper: Row, lower: Row, at: number): readonly Row[] {
  const [one, other] = [multipleOf(upper, 0 - (lower.of[at] ?? 0)), multipleOf(lower, upper.of[at] ?? 0)]
  if (one === undefined || other === undefined) return []
  return rowOf(
    one.of.map((times, index) => times + (other.of[index] ?? 0)),
    one.most + other.most,
  )
}

function multipleOf({ of, most }: Row, factor: number): Row | undefined {
  const multiple = { of: of.map((times) => times * factor), most: most * factor }
  return [...multiple.of, multiple.most].every(Number.isSafeInteger) ? multiple : undefined
}

function opposite(of: readonly number[]): readonly number[] {
  return of.map((times) => 0 - times)
}

/** The row in its smallest figures; none where it says nothing, or a figure in it would not be exact. */
function rowOf(of: readonly number[], most: number): readonly Row[] {
  if (!Number.isSafeInteger(most) || !of.every(Number.isSafeInteger)) return []
  const divisor = of.reduce((common, times) => gcd(common, Math.abs(times)), 0)
  if (divisor === 0) return most < 0 ? [{ of, most }] : []
  return [{ of: of.map((times) => times / divisor), most: Math.floor(most / divisor) }]
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

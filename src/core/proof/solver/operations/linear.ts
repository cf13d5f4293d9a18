/** The single place for sums of multiples, and for comparing them: what bounds on a sum say of its parts, and the other way. */
import { LARGEST_INTEGER } from '#core/value/integer.ts'
import {
  between,
  failed,
  isFixed,
  isKnown,
  known,
  type Narrow,
  needsOf,
  no,
  type Node,
  type Operation,
  type Reach,
  splitNeeds,
  states,
  type Sum,
  yes,
} from '../node.ts'

/** Bounds outside which a sum fails. */
export type Limits = { readonly least: number; readonly most: number }

export const exactNumbers: Limits = { least: -LARGEST_INTEGER, most: LARGEST_INTEGER }

/** A number as a sum of multiples of others that are none themselves. */
export function sumOf(node: Node): Sum {
  return (
    node.operation.sum ??
    (isFixed(node) && node.state === yes ? { terms: [], offset: node.least } : { terms: [{ times: 1, of: node }], offset: 0 })
  )
}

/** Two sums as one, the second as often as said; undefined where a figure would not be exact. */
export function added(left: Sum, right: Sum, times: number): Sum | undefined {
  const byNode = new Map<Node, number>()
  for (const term of left.terms) byNode.set(term.of, term.times)
  for (const term of right.terms) byNode.set(term.of, (byNode.get(term.of) ?? 0) + term.times * times)
  const terms = [...byNode].filter(([, each]) => each !== 0).map(([of, each]) => ({ times: each, of }))
  const offset = left.offset + right.offset * times
  const isExact = Number.isSafeInteger(offset) && terms.every((term) => Number.isSafeInteger(term.times))
  return isExact ? { terms: terms.toSorted((a, b) => a.of.id - b.of.id), offset } : undefined
}

/**
 * A sum that is known where all it `needs` is. With limits it fails outside them; without, it is only a measure of its parts, for comparing.
 */
export function linear(sum: Sum, needs: readonly Node[], limits?: Limits): Operation {
  const { terms, offset } = sum
  const parts = [...new Set([...terms.map(({ of }) => of), ...needs])]
  const reach: Reach = states(0)
  return {
    key: `sum ${terms.map(({ times, of }) => `${times}*${of.id}`).join(' ')} ${offset} ${needs.map(({ id }) => id).join(' ')} ${limits?.most}`,
    parts,
    sum,
    image: () => {
      reach.state = needs.length === 0 ? yes : needsOf(needs)
      reach.least = exactOr(bound(sum, 'least'), Number.NEGATIVE_INFINITY)
      reach.most = exactOr(bound(sum, 'most'), Number.POSITIVE_INFINITY)
      if (limits !== undefined && (reach.state & yes) !== 0) limit(reach, limits)
      return reach
    },
    push: (node, narrow) => {
      if (limits === undefined) return pushSum(sum, node, narrow)
      if (node.state === failed && needs.every(isKnown)) return pushOutside(sum, limits, narrow)
      if (node.state !== yes) return
      for (const need of needs) narrow(need, states(known))
      pushSum(sum, node, narrow)
    },
    split: (node) => splitNeeds(node, needs),
  }
}

function limit(reach: Reach, { least, most }: Limits): void {
  if (reach.least < least || reach.most > most) reach.state |= failed
  reach.least = Math.max(reach.least, least)
  reach.most = Math.min(reach.most, most)
  if (reach.least > reach.most) reach.state &= ~yes
}

/** The least or most a sum can be, infinite where that is not exact. */
function bound({ terms, offset }: Sum, side: 'least' | 'most', without?: Node): number {
  let total = offset
  for (const { times, of } of terms) {
    if (of === without) continue
    const end = times > 0 === (side === 'least') ? of.least : of.most
    total += times * end
    if (!Number.isSafeInteger(total)) return side === 'least' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  }
  return total
}

function exactOr(value: number, otherwise: number): number {
  return Number.isSafeInteger(value) ? value : otherwise
}

/** A sum that failed lies beyond its limits: at the only end it can reach. */
function pushOutside(sum: Sum, { least, most }: Limits, narrow: Narrow): void {
  if (bound(sum, 'least') >= least) pushSum(sum, between(most + 1, Number.POSITIVE_INFINITY), narrow)
  else if (bound(sum, 'most') <= most) pushSum(sum, between(Number.NEGATIVE_INFINITY, least - 1), narrow)
}

function pushSum(sum: Sum, node: Reach, narrow: Narrow): void {
  for (const { times, of } of sum.terms) {
    const above = node.most - bound(sum, 'least', of)
    const below = node.least - bound(sum, 'most', of)
    const [most, least] =
      times > 0 ? [Math.floor(above / times), Math.ceil(below / times)] : [Math.floor(below / times), Math.ceil(above / times)]
    const upper = isSafe(above) ? most : Number.POSITIVE_INFINITY
    const lower = isSafe(below) ? least : Number.NEGATIVE_INFINITY
    const [from, to] =
      times > 0 ? [lower, upper] : [isSafe(above) ? least : Number.NEGATIVE_INFINITY, isSafe(below) ? most : Number.POSITIVE_INFINITY]
    if (from > of.least || to < of.most) narrow(of, { state: of.state, least: from, most: to, choices: 0n })
  }
}

function isSafe(value: number): boolean {
  return Number.isSafeInteger(value)
}

/** How a number is compared with a figure. */
export type Comparison = 'at most' | 'equal'

/** Whether a number is at most, or equal to, a figure; as far as what it `needs` is known. */
export function compared(
  comparison: Comparison,
  measure: Node,
  { than, needs }: { readonly than: number; readonly needs: readonly Node[] },
): Operation {
  const reach: Reach = states(0)
  const holds: Reach = comparison === 'equal' ? between(than, than) : between(Number.NEGATIVE_INFINITY, than)
  return {
    key: `${comparison} ${measure.id} ${than} ${needs.map(({ id }) => id).join(' ')}`,
    parts: [...new Set([measure, ...needs])],
    image: () => {
      const state = needsOf(needs)
      reach.state = state & ~yes
      if ((state & yes) === 0) return reach
      if (measure.most >= holds.least && measure.least <= than) reach.state |= yes
      if (measure.most > than || measure.least < holds.least) reach.state |= no
      return reach
    },
    push: (node, narrow) => {
      if (!isKnown(node)) return
      for (const need of needs) narrow(need, states(known))
      if (node.state === yes) narrow(measure, { ...holds, state: measure.state })
      if (node.state !== no) return
      if (comparison === 'at most' || measure.least === than)
        narrow(measure, { ...between(than + 1, Number.POSITIVE_INFINITY), state: measure.state })
      else if (measure.most === than) narrow(measure, { ...between(Number.NEGATIVE_INFINITY, than - 1), state: measure.state })
    },
    split: (node) => splitNeeds(node, needs),
  }
}

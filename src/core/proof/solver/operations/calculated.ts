/** The single place for functions of numbers that are no sums: those that only rise or fall with each part, products, and all others. */
import {
  between,
  failed,
  isFixed,
  isKnown,
  known,
  needsOf,
  type Node,
  type Operation,
  type Reach,
  splitNeeds,
  states,
  yes,
} from '../node.ts'

/**
 * A function that rises (`1`) or falls (`-1`) with each part, wherever it is. `run` is total; what it gives counts only where `fails` does not
 * hold of it.
 */
export type Monotone = {
  readonly name: string
  readonly directions: readonly (1 | -1)[]
  readonly run: (given: readonly number[]) => number
  /** Results outside these fail. */
  readonly least: number
  readonly most: number
}

export function monotone({ name, directions, run, least, most }: Monotone, parts: readonly Node[]): Operation {
  const reach: Reach = states(0)
  const end = (side: 1 | -1): number => run(parts.map((part, at) => ((directions[at] ?? 1) === side ? part.most : part.least)))
  return {
    key: `${name} ${parts.map(({ id }) => id).join(' ')}`,
    parts,
    image: () => {
      reach.state = needsOf(parts)
      if ((reach.state & yes) === 0) return reach
      const [lowest, highest] = [end(-1), end(1)]
      reach.least = Math.max(lowest, least)
      reach.most = Math.min(highest, most)
      if (lowest < least || highest > most) reach.state |= failed
      if (reach.least > reach.most) reach.state &= ~yes
      return reach
    },
    push: (node, narrow) => {
      if (node.state !== yes) return
      for (const part of parts) narrow(part, states(known))
      for (const [at, part] of parts.entries()) {
        if ((part.state & yes) === 0 || part.least === part.most) continue
        const direction = directions[at] ?? 1
        const best = (side: 1 | -1) => (value: number) =>
          run(parts.map((other, index) => (index === at ? value : (directions[index] ?? 1) === side ? other.most : other.least)))
        const isEnough = (value: number): boolean => best(1)(value) >= node.least
        const isLittle = (value: number): boolean => best(-1)(value) <= node.most
        const rising = direction === 1
        const from = firstWhere(part, rising ? isEnough : isLittle)
        const to = lastWhere(part, rising ? isLittle : isEnough)
        if (from > part.least || to < part.most) narrow(part, { state: part.state, least: from, most: to, choices: 0n })
      }
    },
    split: (node) => splitNeeds(node, parts),
  }
}

/** The first value of a reach from which on something holds; beyond the reach where it never does. */
function firstWhere({ least, most }: Reach, holds: (value: number) => boolean): number {
  if (holds(least)) return least
  if (!holds(most)) return most + 1
  let [low, high] = [least, most]
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

/** The last value of a reach up to which something holds. */
function lastWhere({ least, most }: Reach, holds: (value: number) => boolean): number {
  if (holds(most)) return most
  if (!holds(least)) return least - 1
  let [low, high] = [least, most]
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** One number times another; it fails outside the bounds of exact numbers. */
export function product(left: Node, right: Node): Operation {
  const parts = [left, right]
  const reach: Reach = states(0)
  return {
    key: `product ${left.id} ${right.id}`,
    parts,
    image: () => {
      reach.state = needsOf(parts)
      if ((reach.state & yes) === 0) return reach
      const corners = [left.least * right.least, left.least * right.most, left.most * right.least, left.most * right.most]
      const [lowest, highest] = [Math.min(...corners), Math.max(...corners)]
      if (!Number.isSafeInteger(lowest) || !Number.isSafeInteger(highest)) reach.state |= failed
      if (lowest > Number.MAX_SAFE_INTEGER || highest < -Number.MAX_SAFE_INTEGER) reach.state &= ~yes
      reach.least = Math.max(lowest, -Number.MAX_SAFE_INTEGER)
      reach.most = Math.min(highest, Number.MAX_SAFE_INTEGER)
      return reach
    },
    push: (node, narrow) => {
      if (node.state !== yes) return
      for (const part of parts) narrow(part, states(known))
      pushFactor(node, left, right, narrow)
      pushFactor(node, right, left, narrow)
    },
    split: (node) => splitNeeds(node, parts),
  }
}

/** A factor beside one that is positive throughout lies between the quotients of the ends. */
function pushFactor(...[node, part, other, narrow]: readonly [Node, Node, Node, Parameters<Operation['push']>[1]]): void {
  if (other.least <= 0 || !Number.isSafeInteger(node.least) || !Number.isSafeInteger(node.most)) return
  const least = Math.ceil(node.least / (node.least > 0 ? other.most : other.least))
  const most = Math.floor(node.most / (node.most > 0 ? other.least : other.most))
  narrow(part, { state: part.state, least, most, choices: 0n })
}

/** What any function gives: the result once every part is fixed, until then anything within a reach. */
export type Plain = {
  readonly name: string
  readonly within: Reach
  /** The result for fixed parts; undefined where it fails. */
  readonly run: (parts: readonly Node[]) => Reach | undefined
  /** Whether it may fail before its parts are fixed. */
  readonly mayFail: boolean
}

export function plain({ name, within, run, mayFail }: Plain, parts: readonly Node[]): Operation {
  const reach: Reach = states(0)
  return {
    key: `${name} ${parts.map(({ id }) => id).join(' ')}`,
    parts,
    image: () => {
      const needs = needsOf(parts)
      Object.assign(reach, within)
      reach.state = needs & ~yes
      if ((needs & yes) === 0) return reach
      const isSure = needs === yes && parts.every(isFixed)
      const result = isSure ? run(parts) : within
      if (result === undefined || (!isSure && mayFail)) reach.state |= failed
      if (result === undefined) return reach
      reach.state |= result.state
      reach.least = result.least
      reach.most = result.most
      reach.choices = result.choices
      return reach
    },
    push: (node, narrow) => {
      if (isKnown(node)) for (const part of parts) narrow(part, states(known))
    },
    split: (node) => splitNeeds(node, parts),
  }
}

/** A part of a list: whether it is there, and what it is. */
export type Member = { readonly here: Node; readonly value: Node }

/** How many of the parts are yes. The parts are yes or no. */
export function count(parts: readonly Node[], needs: readonly Node[]): Operation {
  const reach: Reach = between(0, 0)
  return {
    key: `count ${parts.map(({ id }) => id).join(' ')}, ${needs.map(({ id }) => id).join(' ')}`,
    parts: [...parts, ...needs],
    image: () => {
      reach.state = needsOf(needs)
      reach.least = parts.filter(({ state }) => state === yes).length
      reach.most = parts.filter(({ state }) => (state & yes) !== 0).length
      return reach
    },
    push: (node, narrow) => {
      if (node.state !== yes) return
      for (const need of needs) narrow(need, states(known))
      const able = parts.filter(({ state }) => (state & yes) !== 0)
      const sure = able.filter(({ state }) => state === yes)
      if (able.length === node.least) for (const part of able) narrow(part, states(yes))
      else if (sure.length === node.most) for (const part of parts) if (part.state !== yes) narrow(part, states(~yes))
    },
    split: (node) => {
      const half = splitNeeds(node, needs)
      if (half !== undefined) return half
      const open = parts.find(({ state }) => (state & yes) !== 0 && state !== yes)
      const wanted = node.least > parts.filter(({ state }) => state === yes).length ? yes : ~yes
      return open === undefined ? undefined : { node: open, first: states(open.state & wanted), second: states(open.state & ~wanted) }
    },
  }
}

/** The smallest or largest of the members that are there; it fails where none is. */
export function extreme(side: 'least' | 'most', members: readonly Member[], needs: readonly Node[]): Operation {
  const reach: Reach = states(0)
  return {
    key: `${side} ${members.map(({ here, value }) => `${here.id}:${value.id}`).join(' ')}, ${needs.map(({ id }) => id).join(' ')}`,
    parts: [...new Set([...members.flatMap(({ here, value }) => [here, value]), ...needs])],
    image: () => {
      const able = members.filter(({ here, value }) => (here.state & yes) !== 0 && (value.state & yes) !== 0)
      const sure = members.filter(({ here }) => here.state === yes)
      reach.state = needsOf(needs)
      if (sure.length === 0) reach.state |= failed
      if (able.length === 0) reach.state &= ~yes
      const outer = side === 'least' ? 'most' : 'least'
      const pick = side === 'least' ? Math.min : Math.max
      reach[side] = pick(...able.map(({ value }) => value[side]))
      const inner =
        sure.length > 0
          ? pick(...sure.map(({ value }) => value[outer]))
          : side === 'least'
            ? Math.max(...able.map(({ value }) => value[outer]))
            : Math.min(...able.map(({ value }) => value[outer]))
      reach[outer] = inner
      return reach
    },
    push: (node, narrow) => {
      if (node.state !== yes) return
      for (const need of needs) narrow(need, states(known))
      const own: Reach = side === 'least' ? between(node.least, Number.POSITIVE_INFINITY) : between(Number.NEGATIVE_INFINITY, node.most)
      for (const { here, value } of members) if (here.state === yes) narrow(value, { ...own, state: value.state })
    },
    split: (node) => splitNeeds(node, needs),
  }
}

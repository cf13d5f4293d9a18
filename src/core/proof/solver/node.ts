/** The single place for what a value may still be: true, false or known, missing, failed; and between which bounds or among which choices. */

/** What a value may be, as bits. Numbers and choices that are known carry `yes` alone. */
export const yes = 1
export const no = 2
export const known = yes | no
export const missing = 4
export const failed = 8
export const anything = known | missing | failed

/** `truth`: yes or no. `number`: whole numbers, pence, days since 1970, lengths. `choice`: one of a set, by its number, as a bit of `choices`. */
export type Sort = 'truth' | 'number' | 'choice'

/** What a value may be. Bounds and choices are of the value where it is known. */
export type Reach = { state: number; least: number; most: number; choices: bigint }

/** How a value comes of others. */
export type Operation = {
  /** Names the operation and its parts, so that the same is made once. */
  readonly key: string
  readonly parts: readonly Node[]
  /** What the value may be as far as its parts show. The object given is overwritten by the next call. */
  readonly image: () => Reach
  /** Narrows the parts to what the value may be. */
  readonly push: (node: Node, narrow: Narrow) => void
  /** The part to decide first, and what to try, where the value is not settled by its parts. */
  readonly split?: (node: Node) => Half | undefined
  /** The sum it is, where it is one. */
  readonly sum?: Sum
  /** Whether equal parts may give different values, because what lies between was left out. */
  readonly isVague?: boolean
}

/** A multiple of a number. */
export type Term = { readonly times: number; readonly of: Node }

/** Multiples of numbers and a figure, added up. */
export type Sum = { readonly terms: readonly Term[]; readonly offset: number }

export type Narrow = (node: Node, to: Reach) => void

/** A choice between two halves of what a node may be. */
export type Half = { readonly node: Node; readonly first: Reach; readonly second: Reach }

/** A value with what it may be now. */
export class Node implements Reach {
  readonly id: number
  readonly sort: Sort
  readonly operation: Operation
  readonly above: Node[] = []
  state: number
  least: number
  most: number
  choices: bigint
  isWaiting = false
  /** The decisions on which what it may be rests, as bits; see `Net.because`. */
  rests = 0
  /** The number to try first, where it is free. */
  prefer: number | undefined

  constructor(id: number, sort: Sort, operation: Operation) {
    const { state, least, most, choices } = operation.image()
    this.id = id
    this.sort = sort
    this.operation = operation
    this.state = state
    this.least = least
    this.most = most
    this.choices = choices
  }
}

/** The bits alone. */
export function states(state: number): Reach {
  return { state, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, choices: everyChoice }
}

/** A known number between two bounds. */
export function between(least: number, most: number): Reach {
  return { state: yes, least, most, choices: 0n }
}

/** A known choice among some. */
export function among(choices: bigint): Reach {
  return { state: yes, least: 0, most: 0, choices }
}

/** More choices than any set has: `-1n` has every bit. */
export const everyChoice = -1n

/** Whether only one value is left. */
export function isFixed(node: Node): boolean {
  if (node.state === missing || node.state === failed) return true
  if (node.sort === 'truth') return node.state === yes || node.state === no
  if (node.state !== yes) return false
  return node.sort === 'number' ? node.least === node.most : (node.choices & (node.choices - 1n)) === 0n
}

/** Whether the value may be known. */
export function mayBeKnown(node: Node): boolean {
  return (node.state & known) !== 0
}

/** Whether the value is known, whatever it is. */
export function isKnown(node: Node): boolean {
  return (node.state & ~known) === 0
}

/** The bits for missing and failed that any of the nodes has, and `yes` if all may be known. */
export function needsOf(nodes: readonly Node[]): number {
  let state: number = yes
  for (const node of nodes) {
    state |= node.state & (missing | failed)
    if ((node.state & known) === 0) state &= ~yes
  }
  return state
}

/** Decides first whether a part is known that an operation needs: known where the value may be, else what the value is. */
export function splitNeeds({ state }: Node, needs: readonly Node[]): Half | undefined {
  const open = needs.find((need) => (need.state & known) !== 0 && (need.state & ~known) !== 0)
  if (open === undefined) return undefined
  const wanted = (state & known) !== 0 || (open.state & state) === 0 ? known : open.state & state
  return { node: open, first: states(wanted), second: states(open.state & ~wanted) }
}

/** Whether one has a known value in common with the other. */
export function overlaps(sort: Sort, a: Reach, b: Reach): boolean {
  if (sort === 'truth') return (a.state & b.state & known) !== 0
  if ((a.state & b.state & yes) === 0) return false
  return sort === 'number' ? a.least <= b.most && b.least <= a.most : (a.choices & b.choices) !== 0n
}

/** The single place that looks for values that hold together: it decides one thing at a time, lets everything follow, and takes back what fails. */
import { Inequalities } from './inequalities.ts'
import type { Net } from './net.ts'
import { type Half, isFixed, type Node, type Reach, yes } from './node.ts'

/** `unknown`: the budget was used up. */
export type Answer = 'found' | 'none' | 'unknown'

/** Steps that may follow of one decision before it is looked at what sums leave together. */
const stepsAtOnce = 400

/** One step of a search: what must hold, then what may be chosen freely, in order. */
export type Phase = {
  readonly assume: readonly { readonly node: Node; readonly to: Reach }[]
  /** The next thing to decide once all that must hold is settled, from a place on; none where the phase is done. */
  readonly choose?: (from: number) => { readonly half: Half; readonly at: number } | undefined
}

type Level = {
  readonly trail: number
  readonly cursor: number
  readonly phase: number
  readonly from: number
  readonly second: Half['second']
  readonly node: Node
}

/** Looks for values with which every phase holds, one after the other. The net stays as found; `undo` it. */
export class Search {
  readonly #net: Net
  readonly #phases: readonly Phase[]
  readonly #budget: number
  readonly #inequalities: Inequalities
  readonly #levels: Level[] = []
  #phase = -1
  #cursor: number
  #from = 0

  /** @param budget how many steps the net may have taken when the search gives up */
  constructor(net: Net, phases: readonly Phase[], budget: number) {
    this.#net = net
    this.#phases = phases
    this.#budget = budget
    this.#inequalities = new Inequalities(net)
    this.#cursor = net.trail.length
  }

  run(): Answer {
    const net = this.#net
    for (;;) {
      const settled = net.settle(Math.min(this.#budget, net.steps + stepsAtOnce))
      if (net.steps >= this.#budget) return 'unknown'
      if (settled === 'broken') {
        if (!this.#goBack()) return 'none'
      } else if (!this.#inequalities.narrow() && settled === 'settled') {
        const half = this.#unsettled() ?? this.#chosen()
        if (half !== undefined) this.#decide(half)
        else if (!this.#goOn()) return 'found'
      }
    }
  }

  #goOn(): boolean {
    const next = this.#phases[this.#phase + 1]
    if (next === undefined) return false
    this.#phase += 1
    this.#from = 0
    for (const { node, to } of next.assume) this.#net.narrow(node, to)
    return true
  }

  #decide({ node, first, second }: Half): void {
    const net = this.#net
    net.because = bitOf(this.#levels.length)
    this.#levels.push({ trail: net.trail.length, cursor: this.#cursor, phase: this.#phase, from: this.#from, second, node })
    net.narrow(node, first)
    net.because = 0
  }

  /** To the last decision on which the conflict rests: those after it would only lead to the same. False where it rests on none. */
  #goBack(): boolean {
    const net = this.#net
    const { conflict } = net
    for (let level = this.#levels.pop(); level !== undefined; level = this.#levels.pop()) {
      net.undo(level.trail)
      const bit = bitOf(this.#levels.length)
      if ((conflict & bit) === 0) continue
      this.#cursor = level.cursor
      this.#phase = level.phase
      this.#from = level.from
      net.because = this.#levels.length > ownBits ? conflict : conflict & ~bit
      net.narrow(level.node, level.second)
      net.because = 0
      return true
    }
    return false
  }

  /** What was narrowed stays settled once its parts settle it, since parts only narrow further. */
  #unsettled(): Half | undefined {
    const { trail } = this.#net
    for (; this.#cursor < trail.length; this.#cursor += 1) {
      const node = trail[this.#cursor]?.node
      if (node === undefined || isSettled(node)) continue
      const half = splitOf(node)
      if (half !== undefined) return half
    }
    return undefined
  }

  #chosen(): Half | undefined {
    const chosen = this.#phases[this.#phase]?.choose?.(this.#from)
    if (chosen === undefined) return undefined
    this.#from = chosen.at
    return chosen.half
  }
}

/** Decisions with a bit of their own; all later ones share the next. */
const ownBits = 30

function bitOf(decision: number): number {
  return 1 << Math.min(decision, ownBits)
}

function isSettled(node: Node): boolean {
  const { operation, state, least, most, choices, sort } = node
  if (operation.parts.length === 0) return true
  const image = operation.image()
  if ((image.state & ~state) !== 0) return false
  if (sort === 'truth' || (image.state & yes) === 0) return true
  return sort === 'number' ? image.least >= least && image.most <= most : (image.choices & ~choices) === 0n
}

/** What to decide for a node that its parts do not settle; none where it rests on nothing that could be decided. */
function splitOf(node: Node): Half | undefined {
  return node.operation.split?.(node) ?? splitBelow(node)
}

/** The first part that is open, and of that the first, down to what can be chosen freely. */
function splitBelow(node: Node): Half | undefined {
  for (const part of node.operation.parts) {
    if (isFixed(part)) continue
    const half = part.operation.parts.length === 0 ? halve(part) : splitBelow(part)
    if (half !== undefined) return half
  }
  return undefined
}

/** A truth by its states, a number at what it prefers or else in the middle, a choice by its first member. */
export function halve(node: Node): Half | undefined {
  if (isFixed(node)) return undefined
  const { sort, state } = node
  if (sort === 'truth' || (state & ~yes) !== 0) {
    const lowest = state & -state
    return { node, first: withState(node, lowest), second: withState(node, state & ~lowest) }
  }
  if (sort === 'choice') return takeChoice(node, node.choices & -node.choices)
  const { prefer, least, most } = node
  return prefer !== undefined && prefer >= least && prefer <= most ? takeNumber(node, prefer) : bisect(node)
}

/** Tries one choice, then the others. */
export function takeChoice(node: Node, choice: bigint): Half {
  const first = { state: yes, least: 0, most: 0, choices: choice }
  return { node, first, second: { ...first, choices: node.choices & ~choice } }
}

/** Tries the part of a number’s reach up to a value at its lower end, or from one at its upper end; a value inside splits there. */
export function takeNumber(node: Node, value: number): Half {
  const { least, most } = node
  const reach = (from: number, to: number): Reach => ({ state: yes, least: from, most: to, choices: 0n })
  if (value <= least) return { node, first: reach(least, least), second: reach(least + 1, most) }
  if (value >= most) return { node, first: reach(most, most), second: reach(least, most - 1) }
  return { node, first: reach(least, value), second: reach(value + 1, most) }
}

/** Halves a number in the middle. */
function bisect(node: Node): Half {
  const middle = Math.floor(node.least / 2 + node.most / 2)
  return takeNumber(node, Math.min(Math.max(middle, node.least), node.most - 1))
}

/** What is left of a node with only some of its states. */
function withState({ least, most, choices }: Reach, state: number): Reach {
  return { state, least, most, choices }
}

/** The single place where a graph becomes the text of a query: what is used more than once is worked out once, in a layer below. */
import type { Node } from './graph.ts'

/** A part is worth a column of its own when that saves so many operators. */
const WORTH = 6

/** `select` lists of layers, the lowest first; the result is read from the last, where `text` writes a node. */
export type Layers = { readonly from: string; readonly text: (node: Node) => string }

/**
 * Layers over the table `t`, whose rows `where` picks. A layer passes on the columns that those above need. `offset` keeps the planner from putting a layer’s text
 * back into each of its uses; it changes no row.
 */
export function layersOf(roots: readonly Node[], source: string): Layers {
  const plan = new Plan(roots)
  const top = plan.height
  let from = source
  for (let layer = 1; layer <= top; layer += 1) {
    const made = plan.madeIn(layer).map((node) => `${plan.write(node, layer)} as x${node.id}`)
    const passed = plan.neededAbove(layer).map((node) => (layer === 1 ? `${node.pieces[0]} as x${node.id}` : `t.x${node.id}`))
    from = `(select ${[...passed, ...made].join(', ')} from ${from} offset '0') t`
  }
  return { from, text: (node) => plan.write(node, top + 1) }
}

class Plan {
  readonly #uses = new Map<Node, number>()
  readonly #layers = new Map<Node, number>()
  readonly #weights = new Map<Node, number>()
  /** The highest layer that a node rests on, its own included. */
  readonly #depths = new Map<Node, number>()
  readonly #order: Node[] = []
  readonly #roots: readonly Node[]
  readonly height: number

  constructor(roots: readonly Node[]) {
    this.#roots = roots
    for (const root of roots) this.#count(root)
    for (const node of this.#order) this.#place(node)
    this.height = Math.max(0, ...this.#layers.values())
  }

  madeIn(layer: number): readonly Node[] {
    return this.#order.filter((node) => this.#layers.get(node) === layer)
  }

  /** Columns that this layer does not make and those above read: leaves of the table, and what lower layers made. */
  neededAbove(layer: number): readonly Node[] {
    const above = this.#order.filter((node) => (this.#layers.get(node) ?? 0) > layer).flatMap((node) => this.#readBy(node))
    const read = [...above, ...this.#roots.flatMap((root) => (this.#isReadable(root) ? [root] : this.#readBy(root)))]
    return [...new Set(read)].filter((node) => (this.#layers.get(node) ?? 0) < layer)
  }

  /** The text of a node as a layer writes it. */
  write(node: Node, layer: number): string {
    const made = this.#layers.get(node)
    if (made !== undefined && made < layer) return `t.x${node.id}`
    if (isLeaf(node)) return layer === 1 ? (node.pieces[0] ?? '') : `t.x${node.id}`
    return node.pieces.map((piece, at) => piece + this.#part(node, at, layer)).join('')
  }

  #part(node: Node, at: number, layer: number): string {
    const part = node.parts[at]
    return part === undefined ? '' : this.write(part, layer)
  }

  #count(node: Node): void {
    const uses = this.#uses.get(node) ?? 0
    this.#uses.set(node, uses + 1)
    if (uses > 0) return
    for (const part of node.parts) this.#count(part)
    this.#order.push(node)
  }

  /** Parts come before what they are part of. */
  #place(node: Node): void {
    const weight = node.parts.reduce((sum, part) => sum + (this.#layers.has(part) ? 1 : (this.#weights.get(part) ?? 0)), 1)
    this.#weights.set(node, node.parts.length === 0 ? 1 : weight)
    this.#depths.set(node, this.#below(node))
    const saved = (weight - 1) * ((this.#uses.get(node) ?? 0) - 1)
    if (node.isRisky === true || node.parts.length === 0 || saved < WORTH) return
    const layer = 1 + this.#below(node)
    this.#layers.set(node, layer)
    this.#depths.set(node, layer)
  }

  #below(node: Node): number {
    return Math.max(0, ...node.parts.map((part) => this.#depths.get(part) ?? 0))
  }

  #isReadable(node: Node): boolean {
    return this.#layers.has(node) || isLeaf(node)
  }

  /** The columns that the text of a node reads. */
  #readBy(node: Node): readonly Node[] {
    return node.parts.flatMap((part) => (this.#isReadable(part) ? [part] : this.#readBy(part)))
  }
}

/** A column of the table; constants are written out wherever they stand. */
function isLeaf(node: Node): boolean {
  return node.parts.length === 0 && node.constant === undefined
}

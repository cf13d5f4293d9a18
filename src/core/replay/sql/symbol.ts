/** The single place for what an expression becomes on its way to SQL: a node, a group of fields, or a list with as many places as it can have members. */
import type { Graph, Node } from './graph.ts'

/**
 * One value. Null where it is missing or has failed; `fault` (never null) says that it has failed. A date may have its digits beside it: the
 * number 20261123, from which ages and years are read without a calendar.
 */
export type Scalar = { readonly kind: 'scalar'; readonly node: Node; readonly fault: Node; readonly digits?: Node }

/** A group entry or the outputs of a table: each field is not known where the group is not. */
export type Fields = { readonly kind: 'fields'; readonly fields: Readonly<Record<string, Sym>> }

/** A place where a member may stand: `isThere` never null and never after a place that is empty, `isPicked` by filters so far. */
export type Spot = { readonly isThere: Node; readonly isPicked: Node; readonly value: Sym }

/**
 * A list. `isGiven`: whether it was known before the last walk over it; `isSound`: whether it is known now, all its members that must be included. `fault`: whether it
 * has failed. None of the three is ever null.
 */
export type Spots = {
  readonly kind: 'list'
  readonly isGiven: Node
  readonly isSound: Node
  readonly fault: Node
  readonly spots: readonly Spot[]
}

export type Sym = Scalar | Fields | Spots

/** What names mean around an expression. */
export type Around = {
  readonly variable: (name: string) => Sym
  readonly items: ReadonlyMap<string, Sym>
  /** Values that are the same for every case. */
  readonly constants: Readonly<Record<string, unknown>>
}

/** A value that cannot fail. */
export function sound(graph: Graph, node: Node): Scalar {
  return { kind: 'scalar', node, fault: graph.no }
}

/** What has been found to lie beyond what is said in SQL, in the order found. */
export class Refusals {
  readonly #reasons = new Set<string>()

  add(reason: string): void {
    this.#reasons.add(reason)
  }

  list(): readonly string[] {
    return [...this.#reasons]
  }
}

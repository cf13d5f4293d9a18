/** The single place for what reading an expression offers to those who read its parts. */
import type { Ast, Type } from '#core/expression/index.ts'
import type { Net } from '../solver/net.ts'
import type { Node } from '../solver/node.ts'
import type { Sets, Texts, Value } from './value.ts'

/** What all readers of a definition have in common. */
export type Ground = { readonly net: Net; readonly sets: Sets; readonly texts: Texts }

export type Items = ReadonlyMap<string, Value>
export const noItems: Items = new Map()

/** Reads expressions; see `Reader`. */
export type Reading = {
  readonly ground: Ground
  readonly read: (ast: Ast, items?: Items) => Value
  /** A value that is one of the net; something left out where it is a list or group. */
  readonly node: (ast: Ast, items?: Items) => Node
  /** A value of which only the type is known. */
  readonly vague: (type: Type) => Node
  readonly gatedValue: (when: Node, value: Value) => Value
  readonly compare: (operator: '==' | '!=' | '<' | '<=' | '>' | '>=', left: Node, right: Node) => Node
}

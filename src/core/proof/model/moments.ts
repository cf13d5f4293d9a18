/** The single place for what a model offers to its own parts: what is known at each moment of a journey. */
import type { Prepared } from '#core/definition/index.ts'
import type { Compiled } from '#core/expression/index.ts'
import type { Reader } from '../reading/reader.ts'
import type { Value } from '../reading/value.ts'
import type { Node } from '../solver/node.ts'
import type { Variables } from './variables.ts'

/** See `Model`. `cut` is the number of the last page that was answered. */
export type Moments = {
  readonly variables: Variables
  readonly prepared: Prepared
  readonly instead: ReadonlyMap<string, Value>
  readonly reads: ReadonlySet<string>
  readonly has: (part: string) => boolean
  readonly node: (compiled: Compiled, cut: number) => Node
  readonly named: (name: string, cut: number) => Value
  readonly readerAt: (cut: number) => Reader
  readonly shown: (page: number) => Node
  readonly all: (nodes: readonly Node[]) => Node
}

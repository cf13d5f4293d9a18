/** The single place for what quick closures are made from: where names lead. */
import type { Ast } from '../ast.ts'
import type { Known } from '../value.ts'
import type { Quick } from './frame.ts'

/** What a name stands for. `slot` holds an answer; what is `worked-out` is kept at its slot, unless it is `asked-once`; a `table` gives the outputs of the row that matches. */
export type Source =
  | { readonly kind: 'constant'; readonly value: Known }
  | { readonly kind: 'slot'; readonly at: number }
  | { readonly kind: 'worked-out'; readonly at: number; readonly work: Quick<Known | undefined> }
  | { readonly kind: 'asked-once'; readonly ast: Ast }
  | { readonly kind: 'table'; readonly row: Quick<number>; readonly outputs: ReadonlyMap<string, readonly Ast[]> }

/** Where names lead, and slots for the members of walks. */
export type Ground = { readonly find: (name: string) => Source | undefined; readonly newSlot: () => number }

/** Slots of the members around a part, by their names. */
export type Items = ReadonlyMap<string, number>

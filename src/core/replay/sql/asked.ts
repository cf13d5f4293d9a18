/** The single place for what a question of a walk is in SQL: whether it is asked, what its answer is worth, and what is wrong with it. */
import type { QuestionProgram } from '#core/definition/program/program.ts'
import type { Node } from './graph.ts'
import type { Sym } from './symbol.ts'

/** One place of a group. `isEmpty` are members of which the entry has no answer, or that are not asked of it. None is ever null. */
export type Entry = {
  readonly isThere: Node
  readonly members: readonly { readonly path: string; readonly isAsked: Node; readonly isEmpty: Node }[]
}

/** A moment of a walk: pages up to this one have been answered (-1 before the first), and of the next page the questions before `within`. */
export type Moment = {
  readonly after: number
  readonly within?: number /** Before answers of this page were held against conditions. */
  readonly unjudged?: number
}

/** Why a question keeps a case from being told, and where. Neither is ever null. */
export type Flawed = { readonly path: string; readonly isMissing: Node; readonly isRefused: Node }

/** One question of a page. `isGiven`: its answer counts. */
export type Asked = {
  readonly program: QuestionProgram
  readonly isAsked: Node
  readonly taken: Sym
  readonly flaws: readonly Flawed[]
  readonly entries: readonly Entry[]
  readonly isUnanswered: Node
}

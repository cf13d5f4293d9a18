/** The single place for what a service is once all its expressions and tables are compiled. */
import type { CompiledTable } from '#core/decision/index.ts'
import type { Compiled, Scope, Type } from '#core/expression/index.ts'
import type { Known } from '#core/expression/index.ts'
import type { Question, SimpleQuestion } from '../model/question.ts'

/** One question with what decides whether it is asked and whether its answer is valid. */
export type QuestionProgram = {
  readonly question: Question
  readonly when?: Compiled
  readonly valid: readonly { readonly id: string; readonly is: Compiled }[]
  /** Options offered only under a condition. */
  readonly offered: ReadonlyMap<string, Compiled>
  readonly earliest?: Compiled
  readonly latest?: Compiled
  /** The members of a group. */
  readonly of: readonly (QuestionProgram & { readonly question: SimpleQuestion })[]
}

/** A page with all its conditions: the section’s, the placing’s and its own. */
export type PageProgram = { readonly id: string; readonly when: readonly Compiled[]; readonly questions: readonly QuestionProgram[] }

/** A name that is worked out: a condition, a calculation or a table. */
export type Derived = {
  readonly id: string
  readonly type: Type
  /** Names read directly. */
  readonly reads: readonly string[]
  /** Questions read, directly or through other derived names. */
  readonly asks: readonly string[]
  readonly cites: readonly string[]
} & (
  | { readonly kind: 'condition' | 'calculation'; readonly compiled: Compiled }
  | { readonly kind: 'table'; readonly table: CompiledTable; readonly isList: boolean }
)

/** A service’s expressions, ready to run. */
export type Program = {
  readonly scope: Scope
  readonly constants: Readonly<Record<string, Known>>
  readonly pages: readonly PageProgram[]
  /** In an order in which each reads only earlier ones. */
  readonly derived: readonly Derived[]
  readonly exits: readonly {
    readonly id: string
    readonly when: Compiled
    readonly asks: readonly string[]
    readonly cites: readonly string[]
  }[]
  readonly outcome?: Compiled
  readonly fee?: Compiled
  readonly once?: Compiled
  readonly actions: ReadonlyMap<string, Compiled>
  readonly messages: ReadonlyMap<string, Compiled>
  readonly tasks: ReadonlyMap<string, Compiled>
  readonly appointments: ReadonlyMap<string, Compiled>
}

/** The single place for the shape of what a decision table decided. */
import type { FailureCode, Known } from '#core/expression/index.ts'

/** The output values of a row, by output id. */
export type Outputs = Readonly<Record<string, Known>>

/**
 * Where a decision came from: the ids of the rows that matched (in table order; a row without an id goes by its number from 1),
 * the answers read to find out, the policies cited, the keys of the reasons, and the value of each input that was known.
 */
export type Trail = {
  readonly rows: readonly string[]
  readonly read: readonly string[]
  readonly cites: readonly string[]
  readonly reasons: readonly string[]
  readonly inputs: Readonly<Record<string, Known>>
}

/** Why a table has no result: an evaluation failed, a unique table matched several rows, or the rows of an any table differ. */
export type DecisionFault = FailureCode | 'several-rows' | 'rows-disagree'

/** What a table says. */
export type Result =
  /** `outputs` is the result: the aggregate for collect with sum, min, max or count, else the first of `list`, every result in order. */
  | { readonly state: 'decided'; readonly outputs: Outputs; readonly list: readonly Outputs[] }
  /** No row applies. */
  | { readonly state: 'no-match' }
  /** The names of the answers that could still change the result. */
  | { readonly state: 'missing'; readonly missing: readonly string[] }
  | { readonly state: 'fault'; readonly fault: DecisionFault }

export type Decision = Trail & Result

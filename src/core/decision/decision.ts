/** The single place for the shape of what a decision table decided. */
import type { FailureCode, Known } from '#core/expression/index.ts'

/** The output values of a row, by output id. */
export type Outputs = Readonly<Record<string, Known>>

/** Where a decision came from: ids of the rows that matched (in table order), answers read, policies cited, keys of reasons. */
export type Trail = {
  readonly rows: readonly string[]
  readonly read: readonly string[]
  readonly cites: readonly string[]
  readonly reasons: readonly string[]
}

/**
 * What a table says. `decided`: `outputs` is the result (the aggregate for collect with sum, min, max or count; else the first of `list`),
 * `list` every result in order. `no-match`: no row applies. `missing`: the names of answers that could still change the result.
 * `fault`: `several-rows` when a unique table matched more than one row, `rows-disagree` when an any table's rows differ.
 */
export type Decision = Trail &
  (
    | { readonly state: 'decided'; readonly outputs: Outputs; readonly list: readonly Outputs[] }
    | { readonly state: 'no-match' }
    | { readonly state: 'missing'; readonly missing: readonly string[] }
    | { readonly state: 'fault'; readonly fault: FailureCode | 'several-rows' | 'rows-disagree' }
  )

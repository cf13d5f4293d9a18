/** The single place for the shape of a decision table as an author writes it. */
import type { Type } from '#core/expression/index.ts'

/** How rows that match become one result (DMN 1.5, section 8.2.11). */
export type HitPolicy = 'unique' | 'first' | 'priority' | 'any' | 'collect' | 'rule-order'

/** A hit policy, by name or by the letter DMN gives it. */
export type Hit = HitPolicy | 'U' | 'F' | 'P' | 'A' | 'C' | 'R'

/** What collect makes of the rows that match. */
export type Collect = 'list' | 'sum' | 'min' | 'max' | 'count'

/** A cell as text. Give the text as written (`480.00`), not a number a parser made of it. */
export type Cell = string | number | boolean

/** One row. `when` has a cell per input, `then` one per output; `cites` is a policy reference, `reason` the key of a sentence in the words. */
export type Row = {
  readonly id?: string | undefined
  readonly when: readonly Cell[]
  readonly then: readonly Cell[]
  readonly cites?: string | undefined
  readonly reason?: string | undefined
}

/** A result column. `values` lists its values from the most to the least important: the order of the priority hit policy. */
export type Output = { readonly id: string; readonly type: Type; readonly values?: readonly Cell[] | undefined }

/** A decision table. */
export type Table = {
  readonly id: string
  readonly hit: Hit
  readonly collect?: Collect | undefined
  readonly inputs: readonly { readonly id: string; readonly is: string }[]
  readonly outputs: readonly Output[]
  readonly rows: readonly Row[]
}

/**
 * A fault in a table. `row` and `column` count from 0, `column` over the inputs and then the outputs. Without `row` it is a heading,
 * with neither the table as a whole. `start` and `end` are offsets into the cell's text or the input's expression.
 */
export type TableFault = {
  readonly code: string
  readonly message: string
  readonly help: string
  readonly row?: number
  readonly column?: number
  readonly start: number
  readonly end: number
}

const LETTERS: Readonly<Record<Hit, HitPolicy>> = {
  U: 'unique',
  F: 'first',
  P: 'priority',
  A: 'any',
  C: 'collect',
  R: 'rule-order',
  unique: 'unique',
  first: 'first',
  priority: 'priority',
  any: 'any',
  collect: 'collect',
  'rule-order': 'rule-order',
}

/** The hit policy by its name. */
export function hitPolicyOf(hit: Hit): HitPolicy {
  return LETTERS[hit]
}

/** A cell as it was written. A number a parser made of money has lost its pence noughts: `480.1` was `480.10`. */
export function cellText(cell: Cell, type: Type): string {
  if (typeof cell === 'number' && type.kind === 'money' && !Number.isInteger(cell)) return cell.toFixed(2)
  return String(cell)
}

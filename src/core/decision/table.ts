/** The single place for the shape of a decision table as an author writes it. */
import type { Type } from '#core/expression/index.ts'

/** How rows that match become one result (DMN 1.5, section 8.2.11). The single letters U F P A C R are accepted too. */
export type Hit = 'unique' | 'first' | 'priority' | 'any' | 'collect' | 'rule-order' | 'U' | 'F' | 'P' | 'A' | 'C' | 'R'

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

/** A decision table. `values` lists an output's values from the most to the least important: the order of the priority hit policy. */
export type Table = {
  readonly id: string
  readonly hit: Hit
  readonly collect?: 'list' | 'sum' | 'min' | 'max' | 'count' | undefined
  readonly inputs: readonly { readonly id: string; readonly is: string }[]
  readonly outputs: readonly { readonly id: string; readonly type: Type; readonly values?: readonly Cell[] | undefined }[]
  readonly rows: readonly Row[]
}

/** A fault in a table. `row` and `column` count from 0 (`column` over inputs, then outputs); both absent when the table itself is wrong. `input` and `output` name a heading. */
export type TableFault = {
  readonly code: string
  readonly message: string
  readonly help: string
  readonly row?: number
  readonly column?: number
  /** Offsets into the cell's text, or into the input's expression when `row` is absent. */
  readonly start: number
  readonly end: number
}

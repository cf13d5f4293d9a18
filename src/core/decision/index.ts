/** The door to decision tables: check and compile a table once, decide often. */
import type { Scope, Type, Values } from '#core/expression/index.ts'
import type { Decision } from './decision.ts'
import type { Table, TableFault } from './table.ts'

export type { Decision, Outputs, Trail } from './decision.ts'
export type { Cell, Hit, Row, Table, TableFault } from './table.ts'

/** A checked table. `inputs` are the types of its input columns, `reads` the answers any row may read. */
export type CompiledTable = {
  readonly id: string
  readonly inputs: readonly Type[]
  readonly reads: readonly string[]
  readonly decide: (values: Values) => Decision
}

/** Checks a table against a scope. Gives the compiled table, or every fault with its row and column. */
export function compileTable(table: Table, scope: Scope): CompiledTable | { readonly faults: readonly TableFault[] } {
  throw new Error(`Not yet: ${table.id} ${Object.keys(scope).join()}`)
}

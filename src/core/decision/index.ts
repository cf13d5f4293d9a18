/** The door to decision tables: check and compile a table once, decide often. */
export { compileTable } from './compile.ts'
export type { CompiledTable, TableTrees } from './compile.ts'
export type { Decision, DecisionFault, Outputs, Result, Trail } from './decision.ts'
export { quickTable } from './quick.ts'
export type { Cell, Collect, Hit, HitPolicy, Output, Row, Table, TableFault } from './table.ts'

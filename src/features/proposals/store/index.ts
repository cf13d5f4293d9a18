/** The single place to reach the SQL of suggested changes. */
export * from './backing.ts'
export * from './counter.ts'
export * from './proposal.ts'
export { backingStreamOf, streamOf } from './tables.ts'
export * from './telling.ts'

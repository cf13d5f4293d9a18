/** The single place to reach the pure part of suggested changes. */
export * from './check.ts'
export * from './effect.ts'
export * from './fact.ts'
export * from './proposal.ts'
export * from './filter.ts'
export type * from './example.ts'

/** The single place to import the pure part of records from. */
export * from './copy.ts'
export type * from './held.ts'
export * from './processing.ts'
export * from './request.ts'
export * from './retention.ts'
export * from './sources.ts'

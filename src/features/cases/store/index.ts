/** The single place to import what reaches the tables of cases from. */
export * from './case.ts'
export * from './inbox.ts'
export * from './open.ts'
export { type NewQueueRow, putRows, queueProjection, rowOf } from './queue.ts'
export { streamOf } from './tables.ts'

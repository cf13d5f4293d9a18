/** The single place to import what reaches the tables of cases from. */
export * from './case.ts'
export * from './inbox.ts'
export { bareOnceKeys, putOnceMarks } from './once.ts'
export * from './open.ts'
export { type NewQueueRow, putRows, queueProjection, rowOf } from './queue.ts'
export { findRenewalCase, keepRenewal, type RenewalLink } from './renewal.ts'
export { streamOf } from './tables.ts'
export { countTasks, putTasks, taskRowsOf, tasksOf } from './task.ts'

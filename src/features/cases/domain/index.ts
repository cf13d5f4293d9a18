/** The single place to import the pure part of cases from. */
export * from './appointment.ts'
export * from './case.ts'
export * from './clock.ts'
export * from './deed.ts'
export * from './fact.ts'
export * from './filter.ts'
export * from './inbox.ts'
export { judge } from './judge.ts'
export { firstDay } from './judge-work.ts'
export * from './reference.ts'
export * from './renewal.ts'
export * from './task.ts'
export type * from './task-list.ts'
export type * from './resident-case.ts'
export * from './retention.ts'
export {
  type Area,
  areaOf,
  asksName,
  type Contact,
  contactOf,
  knownOf,
  type RecordedStep,
  seal,
  type Sealed,
  sealedOf,
  type Seen,
  unseal,
} from './sealed.ts'
export { reasonsIn, tell, type Telling } from './told.ts'
export * from './opening.ts'
export * from './correspondence.ts'
export type * from './submission.ts'

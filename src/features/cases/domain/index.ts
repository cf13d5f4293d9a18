/** The single place to import the pure part of cases from. */
export type * from './resident-case.ts'
export type * from './submission.ts'

/** The single place to import the pure part of making services simpler from. */
export { longestReason, type Needed, neededIn, type PageCell, readFact, type SimplifyFact } from './event.ts'
export { type MadeUpMonth, madeUpPages } from './make-up.ts'
export type { Simplification } from './simplification.ts'
export { AssessmentShape, type Study } from './study.ts'

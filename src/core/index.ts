/** The door `folkmoot/core`: all that pure code offers to the rest of the house and to other programs. */
export * from './amendment/index.ts'
export * from './definition/index.ts'
export * from './diff/index.ts'
export { fold } from './facts/fold.ts'
export * from './journey/index.ts'
export * from './merge/index.ts'
export { type Difference, keptOf, type Kept, type Moved, type PastCase, trial, type Trial as PastTrial } from './replay/index.ts'
export * from './scenario/index.ts'

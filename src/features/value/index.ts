/** The door: all that other features may know of value. */
export { benefitsOf, figuresOf, type Value, valueOf } from './commands/load.ts'
export { type Said, type ValueSaid, valueSaid } from './commands/say.ts'
export { type Benefit, type BenefitState, type Figures, isFigureId, type Window } from './domain/index.ts'

/** The door of trying versions on past cases. */
export { compare, type Difference, type Way, wayOf } from './difference.ts'
export { isReadable, type Kept, keptOf, type Opened, type PastCase } from './past-case.ts'
export { CANT_TELL, type Moved, Tally, type Trial } from './tally.ts'
export { sidesOf, trial } from './trial.ts'
export { exitOutcome, type Lack, OPEN, type Told } from './verdict.ts'

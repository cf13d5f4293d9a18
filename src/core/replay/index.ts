/** The door of trying versions on past cases. */
export { compare, type Difference, type Way, wayOf } from './difference.ts'
export { isReadable, type Kept, keptOf, type Opened, type PastCase } from './past-case.ts'
export { BIT_WORDS, type Columns, ColumnsBuilder, NO_COLUMNS, SLOTS } from './sql/columns.ts'
export { type CellRow, type CountedRow, type SplitBy, type TrialQuery, trialQuery } from './sql/trial-query.ts'
export { type TypedCase, typedCase } from './sql/typed-case.ts'
export { CANT_TELL, type CountedCell, isChanged, MOST_EXAMPLES, type Moved, Tally, type Trial } from './tally.ts'
export { sidesOf, trial } from './trial.ts'
export { exitOutcome, type Lack, OPEN, type Told } from './verdict.ts'

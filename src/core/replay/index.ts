/** The door of trying versions on past cases. */
export { type Beside, layBeside, type StepPair } from './beside.ts'
export { compare, type Difference, type Way, wayOf } from './difference.ts'
export { isReadable, type Kept, keptOf, type Opened, type PastCase } from './past-case.ts'
export { asPastCases, type MadeUp, madeUpPeople, makingPeople, type People } from './people.ts'
export { BIT_WORDS, type Columns, ColumnsBuilder, NO_COLUMNS, SLOTS } from './sql/columns.ts'
export {
  type Banded,
  type BandEnds,
  type Bands,
  bandsFrom,
  type Cut,
  endsOfBand,
  namesOfBands,
  partsOf,
  type Spread,
  type SplitBy,
} from './split.ts'
export { type CellRow, type CountedRow, type TrialQuery, trialQuery } from './sql/trial-query.ts'
export { type TypedCase, typedCase } from './sql/typed-case.ts'
export { CANT_TELL, type CountedCell, isChanged, MOST_EXAMPLES, type Moved, Tally, type Trial } from './tally.ts'
export { sidesOf, trial } from './trial.ts'
export { exitOutcome, type Lack, OPEN, type Told } from './verdict.ts'

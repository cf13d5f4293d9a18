/** The single place to import the pure part of trying versions from. */
export { type Choice, type Posted, readChoice } from './choice.ts'
export { boundsOf, Equality, type EqualityPart, publicBoundsOf } from './equality.ts'
export type { Example } from './example.ts'
export { countInGroups, type Draw, type Group, type Grouped, LEAST, type Level, STEP } from './groups.ts'
export {
  cellOf,
  Released,
  type ReleasedSplit,
  splitLevels,
  splitPartsFrom,
  type State,
  stateOf,
  tableLevels,
  tablesFrom,
} from './released.ts'
export { lastYear, type LiveTrial, Names, namesOf, spansOf, splitPart, type TrialRequest, type TrialRun, Ways } from './run.ts'
export { MOST_PUBLIC_SPLITS, type Part, partFrom, partOf, type Split, splitFrom, splitsOf, wordOf } from './split.ts'
export { ColumnsShape, SplitShape, SplitsShape, TrialShape } from './stored.ts'

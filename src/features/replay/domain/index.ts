/** The single place to import the pure part of trying versions from. */
export { boundsOf, type Equality, type EqualityPart } from './equality.ts'
export { countInGroups, type Draw, type Group, type Grouped, LEAST } from './groups.ts'
export { cellOf, Released, roundedDown, tablesFrom } from './released.ts'
export { lastYear, type LiveTrial, Names, namesOf, partsOf, type TrialRequest, type TrialRun, Ways } from './run.ts'
export { type Part, partFrom, partOf, type Split, splitNamed, wordOf } from './split.ts'
export { ColumnsShape, SplitShape, SplitsShape, TrialShape } from './stored.ts'

/** The single place to import the pure part of trying versions from. */
export { countInGroups, type Draw, type Group, type Grouped, LEAST } from './groups.ts'
export { cellOf, Released, roundedDown, tablesFrom } from './released.ts'
export { lastYear, Names, namesOf, type TrialRequest, type TrialRun } from './run.ts'
export { TrialShape } from './stored.ts'

/** The single place to import the pure part of journeys from. */
export {
  type Carried,
  carriedPlaceOf,
  type Draft,
  type DraftChannel,
  idleDays,
  isDraftChannel,
  isStaffChannel,
  type JourneyChange,
  monthBegun,
  oldestKept,
  placeOf,
  sentDays,
  staffChannels,
} from './draft.ts'
export { type Figure, figuresOf, priceOf } from './figures.ts'
export { entriesOf, findEntryIndex, groupOn, memberName, withEntry, withoutEntry } from './group.ts'
export {
  type Answering,
  errorChanges,
  findShown,
  type PageChange,
  pageChanges,
  secondsSince,
  sentChange,
  shownAt,
  shownField,
} from './measure.ts'
export { faultsOf, type PageReading, readPage, withAnswers } from './page.ts'
export { findCheck, findPage, frontOf, type Progress, startOf, type Stop, stopAfter, type Whereabouts } from './whereabouts.ts'

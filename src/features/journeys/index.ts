/** The door: all that other features may know of journeys. */
export {
  disposeDrafts,
  disposeEqualityAnswers,
  type DraftFile,
  draftsOf,
  eraseDrafts,
  type Going,
  type Spared,
} from './commands/file.ts'
export { equalityCountsOf } from './commands/equality.ts'
export { idleDays, type DraftChannel } from './domain/index.ts'
export { isOwnCase } from './commands/follow.ts'
export { type JourneyCount, journeyCountsOf, type PageCount, pageCountsOf, takeJourneyCounts, takePageCounts } from './store/index.ts'
export { prefill, sendFilledIn } from './commands/prefill.ts'

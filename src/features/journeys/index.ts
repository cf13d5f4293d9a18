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

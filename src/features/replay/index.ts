/** The door: all that other features may know of versions tried on past cases. */
export { equalityOf } from './commands/equality.ts'
export { type LiveAsk, tryLive } from './commands/live.ts'
export { releasedTrial, releaseTrial, type ReleaseOrder, type ReleaseResult } from './commands/release.ts'
export { type Sample, samplePast } from './commands/sample.ts'
export { carryOutNow, findTrial, listTrials, tryOn } from './commands/try.ts'
export {
  type Equality,
  type Part,
  type Posted,
  readChoice,
  type Released,
  splitsOf,
  type Split,
  type TrialRequest,
  type TrialRun,
  wordOf as partWord,
} from './domain/index.ts'
export { firstChoice } from './views/choice-form.ts'
export { liveSummary } from './views/live.ts'
export { releasedSummary, trialSummary } from './views/summary.ts'

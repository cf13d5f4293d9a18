/** The door: all that other features may know of versions tried on past cases. */
export { releasedTrial, releaseTrial, type ReleaseOrder, type ReleaseResult } from './commands/release.ts'
export { type Sample, samplePast } from './commands/sample.ts'
export { findTrial, listTrials, tryOn } from './commands/try.ts'
export type { Released, TrialRequest, TrialRun } from './domain/index.ts'
export { releasedSummary, trialSummary } from './views/summary.ts'

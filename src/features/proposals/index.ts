/** The door: all that other features may know of suggested changes. */
export { type Proposed, proposeChanges, type Proposing } from './commands/change.ts'
export { expectNow, walkExamples } from './commands/example.ts'
export { findProposal, findStanding, listProposals } from './commands/read.ts'
export { isOverdue, type Example, type Proposal, type State as ProposalState, stateOf } from './domain/index.ts'
export type { ProposalFilter } from './store/index.ts'

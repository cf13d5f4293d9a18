/** The door: all that other features may know of suggested changes. */
export { proposeChanges, type Proposed, type Proposing } from './commands/change.ts'
export { expectNow, walkExamples } from './commands/example.ts'
export { findProposal, findStanding, listProposals } from './commands/read.ts'
export { decisionRegister } from './commands/register.ts'
export { type Decision, type Example, isOverdue, type Proposal, type State as ProposalState, stateOf } from './domain/index.ts'
export type { ProposalFilter, Standing } from './store/index.ts'

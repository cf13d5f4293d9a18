/** The door: all that other features may know of suggested changes. */
export { findProposal, listProposals } from './commands/read.ts'
export { type Proposal, type State as ProposalState, stateOf } from './domain/index.ts'
export type { ProposalFilter } from './store/index.ts'

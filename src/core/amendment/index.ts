/** The door of amendments: typed edits, and what comes of them. */
export { amend, type Amended } from './amend.ts'
export { type Amendment, type AmendmentFault, type AmendmentKind, AmendmentShape } from './amendment.ts'

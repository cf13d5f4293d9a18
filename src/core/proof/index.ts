/** The door of proof: what is certain of a definition before anybody is affected, and example people for what is not as it should be. */
export { findPerson, type FoundPerson, type Unknown } from './find-person.ts'
export type { Person } from './model/person.ts'
export type { Wish } from './wish.ts'
export { prove } from './prove.ts'
export {
  type Claim,
  type ClaimCode,
  type Finding,
  type FindingCode,
  type NotProvedReason,
  type Proof,
  proofEdition,
  type Subject,
} from './proof.ts'
export { type AnswerTold, type FindingTold, type PersonTold, tell, tellClaim, tellParts, tellWhy } from './telling/index.ts'
export { asWritten, type ExamplePerson, isProofFault, type ProofFault, type ProvedReading, readProvedPack } from './pack.ts'

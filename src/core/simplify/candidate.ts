/** The single place for what can be suggested to make a service simpler, and for why other questions stay as they are. */
import type { AmendmentFault, Amendment } from '#core/amendment/index.ts'
import type { Change } from '#core/diff/index.ts'
import type { Use } from './uses.ts'

/** Why it is worth a look: a code whose words are in the pages. */
export type CandidateReason =
  | 'nobody-reads'
  | 'only-people-read'
  | 'never-changed'
  | 'hardly-answered'
  | 'same-answers'
  | 'alike'
  | 'ends-earlier'

/**
 * Something that could go: `drop` a question, `merge` answers (`options`) or a question into another (`other`), `prefill` a question with the answer to another (`other`),
 * `reorder` a page to stand earlier (`before`: the pages it then stands before).
 */
export type Candidate = {
  /** Stays the same while the service does: `drop:interest`, `merge:concession`. */
  readonly id: string
  readonly kind: 'drop' | 'merge' | 'prefill' | 'reorder'
  readonly path: string
  readonly page: string
  readonly reason: CandidateReason
  readonly options?: readonly string[]
  readonly other?: string
  readonly before?: readonly string[]
  /** Of those who answered both, how many said the same. */
  readonly alike?: { readonly same: number; readonly of: number }
  /** The typed edits it comes to, and what they change. Not there where the rules would have to be written anew: `faults` say which. */
  readonly amendments: readonly Amendment[]
  readonly changes?: readonly Change[]
  readonly faults?: readonly Pick<AmendmentFault, 'code' | 'message'>[]
  readonly tried?: Tried
}

/** What trying it on past cases says: of `cases`, decided, charged or worked out otherwise, not to be told, and asked less. */
export type Tried = { readonly cases: number; readonly changed: number; readonly cantTell: number; readonly fewer: number }

/** Why a question is no candidate. */
export type Kept = {
  readonly path: string
  readonly why: 'law' | 'work' | 'rules' | 'people' | 'too-few'
  /** The law, or the parts that read it. */
  readonly law?: string
  readonly uses: readonly Use[]
}

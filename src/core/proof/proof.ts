/** The single place for the shape of a proof: what is certain, what was found, and what could not be told. */
import type { Person } from './model/person.ts'
import type { Unknown } from './find-person.ts'

/** Rises when the same definition may be proved otherwise than before: what was kept of an earlier edition is then proved again. */
export const proofEdition = 1

/** Where in a definition: keys and numbers from the top. */
export type Path = readonly (string | number)[]

/** What is claimed, and holds unless there is a finding. */
export type ClaimCode =
  | 'page-reachable'
  | 'question-reachable'
  | 'end-reachable'
  | 'can-be-true'
  | 'can-be-untrue'
  | 'option-reachable'
  | 'options-differ'
  | 'table-complete'
  | 'table-without-overlap'
  | 'row-matches'
  | 'outcome-reachable'
  | 'outcome-told'
  | 'never-fails'
  | 'never-negative'
  | 'question-read'
  | 'no-cliff-edge'
  | 'adverse-needs-person'

/** What is wrong, or worth a look. */
export type FindingCode =
  | 'unreachable-page'
  | 'unreachable-question'
  | 'unreachable-end'
  | 'never-true'
  | 'always-true'
  | 'unreachable-option'
  | 'alike-options'
  | 'table-gap'
  | 'table-overlap'
  | 'row-never-matches'
  | 'unreachable-outcome'
  | 'no-outcome'
  | 'overflow'
  | 'division-by-nothing'
  | 'empty-list'
  | 'before-birth'
  | 'negative-fee'
  | 'negative-amount'
  | 'unread-question'
  | 'cliff-edge'
  | 'adverse-without-person'

/** What a claim or finding is about: ids of the definition. */
export type Subject = {
  readonly page?: string
  readonly question?: string
  readonly options?: readonly string[]
  /** The id of a part with a condition: `conditions.adult`, `pages.racket.when`. */
  readonly part?: string
  readonly table?: string
  readonly rows?: readonly string[]
  readonly outcome?: string
  readonly other?: string
  readonly calculation?: string
  /** A calculation of the example and one more of it, as they are written: `660.00`, `2026-11-23`. */
  readonly figures?: readonly [string, string]
  readonly exit?: string
}

export type Claim = { readonly code: ClaimCode; readonly at: Path; readonly about: Subject }

/**
 * `fault` blocks publishing. `example` is somebody for whom it is so, `beside` the person next to them on the other side of an edge, except where a calculation is a step further by itself; both were
 * walked and decided by the real rules. `conflict`: ids of the parts that together leave nobody, none to spare.
 */
export type Finding = {
  readonly code: FindingCode
  readonly severity: 'fault' | 'warning'
  readonly at: Path
  readonly about: Subject
  readonly example?: Person
  readonly beside?: Person
  readonly conflict?: readonly string[]
}

/** Why a claim could not be told. `fault`: it rests on something that is at fault itself. */
export type NotProvedReason = Unknown | 'fault'

export type Proof = {
  readonly findings: readonly Finding[]
  readonly proved: readonly Claim[]
  readonly notProved: readonly (Claim & { readonly why: NotProvedReason })[]
  /** Steps the solver took. */
  readonly steps: number
}

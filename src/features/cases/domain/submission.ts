/** The single place for what a finished journey hands over, so that a case can be opened from it. */
import type { Answers } from '#core/definition/answers.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Prepared } from '#core/definition/prepare.ts'
import type { Evaluation } from '#core/journey/evaluate.ts'
import type { Channel } from '#store/fact.ts'
import type { OtherCase } from './renewal.ts'

/** A finished journey. Handing over the same `caseId` again opens nothing and gives the same reference. */
export type Submission = {
  /** UUID; that of the draft, which makes sending it twice harmless. */
  readonly caseId: string
  /** The version the person used; the case stays with it. */
  readonly prepared: Prepared
  readonly channel: Channel
  /** Id of the actor who sent it: the person, or whoever typed for them. */
  readonly by: string
  /** Id of the actor who helped or typed on the person's behalf. */
  readonly helper?: string | undefined
  /** Id of the person it is about: the signed-in resident's, or a fresh UUID. */
  readonly person: string
  /** The language the person used: messages and decision are in it. */
  readonly lang: Language
  /** Only the answers that count (`walk(…).relevant`). */
  readonly answers: Answers
  /** What the rules say of these answers today. */
  readonly evaluation: Evaluation
  /** Known from signing in, where the answers themselves give none. */
  readonly email?: string | undefined
  readonly phone?: string | undefined
  /** ISO instant, UTC. */
  readonly at: string
  /** The day in the United Kingdom at that instant. */
  readonly today: string
  /** Where links in messages lead: `https://services.example.gov.uk`. */
  readonly origin: string
  /** The case that this one renews. */
  readonly renews?: OtherCase | undefined
  /** Made up to fill a demonstration: marked as such wherever it is shown, and nothing is sent. */
  readonly madeUp?: boolean | undefined
}

/**
 * A case with its reference, `isNew` false when it had been opened before; or refused, because what may be sent only once
 * (`once` of the definition) has been sent by another submission.
 */
export type Opened = { readonly reference: string; readonly isNew: boolean } | { readonly refused: 'sent-before' }

/** The single place for what somebody may want to do to a case, and what may come of it: facts or a refusal. */
import type { Service } from '#core/definition/model/service.ts'
import type { Casework, Moment } from '#core/definition/model/casework.ts'
import type { Answers } from '#core/definition/answers.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import type { Channel, NewFact } from '#store/fact.ts'

export const methods = ['card', 'cash', 'cheque', 'transfer'] as const
export type Method = (typeof methods)[number]

type Deeds = {
  readonly assign: { readonly to: string | null }
  readonly note: { readonly text: string }
  readonly ask: { readonly text: string }
  /** `ask` is the seq of the question. */
  readonly answer: { readonly ask: number; readonly text: string }
  readonly decide: { readonly outcome: string; readonly reason: string }
  /** The second of two officers agrees. */
  readonly confirm: { readonly reason?: never }
  readonly 'send-back': { readonly text: string }
  readonly reopen: { readonly text: string }
  readonly pay: { readonly pence: number; readonly method: Method; readonly receipt: string }
  readonly withdraw: { readonly text: string }
  readonly close: { readonly reason?: never }
  /** An action of the service itself. */
  readonly act: { readonly action: string; readonly answers: Answers }
}

export type DeedName = keyof Deeds

/** What somebody wants to do to a case. */
export type Deed<Name extends DeedName = DeedName> = { [One in Name]: { readonly do: One } & Deeds[One] }[Name]

/** Who does it and when, and what the case's own version of the service says. `isApplicable` answers an action's `when`. */
export type Doing = {
  readonly by: string
  readonly at: string
  readonly today: string
  readonly channel?: Channel | undefined
  readonly nation: Nation
  readonly casework: Casework
  readonly outcomes: Service['outcomes']
  /** The reason the first officer gave, where a second opinion waits: the decision repeats it. */
  readonly proposedReason: string
  readonly isApplicable: (action: string) => boolean
}

/** Why a deed was not done. Each has its words in `words/`. */
export type Refusal = {
  readonly refused:
    | 'closed'
    | 'already-decided'
    | 'not-decided'
    | 'text-missing'
    | 'text-too-long'
    | 'no-such-outcome'
    | 'reason-missing'
    | 'second-opinion-waits'
    | 'no-second-opinion'
    | 'same-person'
    | 'not-asked'
    | 'amount-missing'
    | 'receipt-missing'
    | 'no-such-action'
    | 'not-now'
}

/** What was done: the facts in order; the moment for which messages of the service go out, and the message an action sends. */
export type Done = { readonly facts: readonly NewFact[]; readonly moment?: Moment | undefined; readonly message?: string | undefined }

/** The longest text anybody may write, in characters. */
export const longestText = 4000

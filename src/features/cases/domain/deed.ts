/** The single place for what somebody may want to do to a case, and what may come of it: facts or a refusal. */
import type { Service } from '#core/definition/model/service.ts'
import type { Casework, Moment } from '#core/definition/model/casework.ts'
import type { Answers } from '#core/definition/answers.ts'
import type { Nation } from '#core/value/bank-holidays.ts'
import type { Channel, NewFact } from '#store/fact.ts'
import type { BookedTime } from './appointment.ts'
import type { OtherCase } from './renewal.ts'
import type { TaskPlace } from './task.ts'

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
  /** A task given by hand. */
  readonly give: { readonly task: string }
  readonly 'finish-task': { readonly place: TaskPlace; readonly answers: Answers }
  readonly 'hand-back': { readonly place: TaskPlace; readonly text: string }
  readonly 'call-off': { readonly place: TaskPlace; readonly text: string }
  /** A time of a diary; whether there is room in it is for the diary itself. */
  readonly book: { readonly time: BookedTime }
  readonly unbook: { readonly appointment: string }
  /** Nobody came. */
  readonly miss: { readonly appointment: string }
  /** Another case renews what was decided in this one. */
  readonly renew: { readonly by: OtherCase }
}

export type DeedName = keyof Deeds

/** What somebody wants to do to a case. */
export type Deed<Name extends DeedName = DeedName> = { [One in Name]: { readonly do: One } & Deeds[One] }[Name]

/** The parts of casework that stand under conditions of their own. */
export type ConditionalPart = 'actions' | 'tasks' | 'appointments'

/** Whether the condition of such a part holds of the answers, once this outcome is decided; one without a condition always does. */
export type IsApplicable = (part: ConditionalPart, id: string, outcome?: string) => boolean

/** Who does it and when, and what the case's own version of the service says. */
export type Doing = {
  readonly by: string
  /** Whether the person of the case does it, and not the council for them. */
  readonly isOwn: boolean
  readonly at: string
  readonly today: string
  readonly channel?: Channel | undefined
  readonly nation: Nation
  readonly casework: Casework
  readonly outcomes: Service['outcomes']
  /** The reason the first officer gave, where a second opinion waits: the decision repeats it. */
  readonly proposedReason: string
  readonly isApplicable: IsApplicable
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
    | 'tasks-wait'
    | 'no-such-task'
    | 'task-not-open'
    | 'no-such-appointment'
    | 'not-booked'
    | 'too-late-to-change'
    | 'too-early-to-miss'
    | 'no-such-time'
    | 'full'
    | 'nothing-to-renew'
}

/** What was done: the facts in order; the moment for which messages of the service go out, and the message an action sends. */
export type Done = { readonly facts: readonly NewFact[]; readonly moment?: Moment | undefined; readonly message?: string | undefined }

/** The longest text anybody may write, in characters. */
export const longestText = 4000

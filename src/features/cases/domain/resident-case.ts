/** The single place for what a resident sees of their case: never officers' notes, names or proposals, nor answers that do not count. */
import type { Language } from '#core/definition/model/names.ts'

export type Status = 'received' | 'looking' | 'waiting' | 'decided' | 'closed'

/** One thing that happened, in the person's words. `text` is Markdown of the pack or plain text; `at` an ISO instant. */
export type ResidentEntry = { readonly at: string; readonly title: string; readonly text?: string }

/** A question the council waits for. */
export type OpenAsk = { readonly id: string; readonly at: string; readonly question: string }

/** A decision as the person reads it. */
export type ResidentDecision = {
  readonly on: string
  readonly label: string
  /** Markdown of the pack. */
  readonly body?: string
  /** Why, by the rules. */
  readonly reasons: readonly string[]
  /** Why, in the officer's own words. */
  readonly note?: string
  /** Figures the pack shows with the decision, already written out. */
  readonly figures: readonly { readonly label: string; readonly value: string }[]
  /** What would have changed it, in sentences: only answers that the service marks as theirs to act on. */
  readonly turns: readonly string[]
  /** How to challenge it: to whom and until which day. */
  readonly appeal?: { readonly to: string; readonly until: string }
}

/** An appointment the person may book, or has booked. `where` is in words. */
export type ResidentAppointment = {
  readonly id: string
  readonly label: string
  readonly where: string
  /** Markdown of the pack. */
  readonly help?: string
  readonly time?: { readonly day: string; readonly at: string; readonly minutes: number }
}

export type ResidentCase = {
  readonly caseId: string
  readonly reference: string
  readonly serviceId: string
  readonly serviceName: string
  readonly lang: Language
  /** Not somebody’s: an example among the made-up cases of a demonstration. */
  readonly isMadeUp: boolean
  readonly openedAt: string
  readonly status: Status
  readonly statusWords: string
  /** The day by which the council means to decide; absent once decided. */
  readonly dueOn?: string
  readonly asks: readonly OpenAsk[]
  readonly decision?: ResidentDecision
  /** Oldest first. */
  readonly entries: readonly ResidentEntry[]
  /** What they sent, in the words they saw. */
  readonly answers: readonly { readonly label: string; readonly value: string }[]
  readonly appointments: readonly ResidentAppointment[]
  /** Seq of the last entry: counts changes. */
  readonly seq: number
  readonly canWithdraw: boolean
}

/** How somebody shows that a case is theirs: as the signed-in person, or with an email address or telephone number they gave. */
export type Proof = { readonly person: string } | { readonly contact: string }

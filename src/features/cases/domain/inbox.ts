/** The single place for what a list of cases holds. */
import type { Counts, Filter } from './filter.ts'
import type { Status } from './resident-case.ts'

/** How many cases a page shows, how many due ones are counted before “and more” is said, and how near soon is. */
export const inboxLimits = { page: 50, due: 100, soonDays: 3 } as const

/** Stands for no day at all, so that cases without one come last. */
export const never = '9999-12-31'

/** One case in a list. Days are `YYYY-MM-DD`, `dueOn` is `never` where there is none; money is pence. */
export type InboxRow = {
  readonly caseId: string
  readonly reference: string
  readonly service: string
  readonly team: string
  readonly status: Status
  readonly assignee: string | null
  readonly channel: string
  readonly flags: readonly string[]
  readonly outcome: string | null
  readonly awaitsSecond: boolean
  readonly dueOn: string
  readonly openedAt: string
  /** Null where it was not given or has been erased. */
  readonly name: string | null
  readonly fee: number | null
  readonly paid: number
  /** Made up to fill a demonstration. */
  readonly isMadeUp: boolean
}

export type Inbox = {
  readonly rows: readonly InboxRow[]
  readonly counts: Counts
  readonly late: number
  readonly soon: number
  /** Teams whose cases the officer may see. */
  readonly teams: readonly string[]
  /** The filter of the next page, when there is one. */
  readonly next?: Filter | undefined
}

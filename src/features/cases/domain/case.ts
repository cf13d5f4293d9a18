/** The single place where facts become a case: the fold, and the status derived from it. */
import { fold } from '#core/facts/fold.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Channel } from '#store/fact.ts'
import { type BookedTime, withBooking, withoutBooking } from './appointment.ts'
import type { CaseFact, ClockMark } from './fact.ts'
import { type OtherCase, remindsAfter, type RenewalMark } from './renewal.ts'
import type { Status } from './resident-case.ts'
import { calledOff, marksOf, type TaskMark, withTask } from './task.ts'

/** A question put to the resident: the seq of its fact names it. */
export type Ask = { readonly seq: number; readonly at: string; readonly isAnswered: boolean }

/** A decision that waits for a second officer. */
export type Proposal = {
  readonly seq: number
  readonly outcome: string
  readonly adverse: boolean
  readonly by: string
  readonly at: string
}

export type Decision = {
  readonly seq: number
  readonly outcome: string
  readonly adverse: boolean
  readonly by: string
  readonly at: string
  /** The officer who decided first, where two had to agree. */
  readonly first?: string | undefined
}

export type Case = {
  readonly id: string
  /** Seq of the last fact. */
  readonly seq: number
  readonly reference: string
  readonly service: string
  readonly version: string
  readonly lang: Language
  readonly channel: Channel
  readonly helper?: string | undefined
  readonly person: string
  readonly team: string
  readonly retention: string
  readonly openedAt: string
  /** Where the person used the service: `https://services.example.gov.uk`. */
  readonly origin: string
  /** True of a case made up to fill a demonstration. */
  readonly isMadeUp: boolean
  /** The address question that coverage by area counts. */
  readonly counts?: string | undefined
  readonly proposed: string | null
  readonly fee: number | null
  /** Pence recorded as paid. */
  readonly paid: number
  readonly assignee?: string | undefined
  /** True once an officer has done anything with it. */
  readonly isLookedAt: boolean
  readonly asks: readonly Ask[]
  readonly proposal?: Proposal | undefined
  readonly decision?: Decision | undefined
  readonly flags: readonly string[]
  readonly clocks: readonly ClockMark[]
  readonly tasks: readonly TaskMark[]
  readonly booked: readonly BookedTime[]
  readonly renewal?: RenewalMark | undefined
  /** The case this one renews. */
  readonly renews?: OtherCase | undefined
  readonly closedAt?: string | undefined
  readonly isWithdrawn: boolean
  readonly isDisposed: boolean
}

/** The case its facts make, oldest first; undefined before it is submitted. Total. */
export function caseFrom(id: string, facts: Iterable<CaseFact>): Case | undefined {
  return fold<Case | undefined, CaseFact>(
    facts,
    (current, fact) => {
      if (fact.kind === 'submitted') return current ?? opened(id, fact)
      return (
        current && {
          ...current,
          ...after(current, fact),
          ...flagsAfter(current, fact),
          ...workAfter(current, fact),
          clocks: fact.data.clocks ?? current.clocks,
          seq: fact.seq,
        }
      )
    },
    undefined,
  )
}

/** The case as its first fact makes it. */
export function opened(id: string, fact: CaseFact & { kind: 'submitted' }): Case {
  const {
    service,
    version,
    reference,
    lang,
    person,
    team,
    retention,
    proposed,
    fee,
    origin,
    counts,
    madeUp: isMadeUp = false,
    clocks = [],
    tasks = [],
    renews,
  } = fact.data
  const about = { service, version, reference, lang, person, team, retention, proposed, fee, origin, counts, isMadeUp, clocks, renews }
  return {
    ...about,
    id,
    seq: fact.seq,
    channel: fact.channel ?? 'web',
    helper: fact.helper,
    openedAt: fact.at,
    paid: 0,
    isLookedAt: false,
    asks: [],
    flags: [],
    tasks: marksOf(fact, tasks),
    booked: [],
    isWithdrawn: false,
    isDisposed: false,
  }
}

/** What changes. Every kind is named, so that a new one must be thought about. */
function after(current: Case, fact: CaseFact): Partial<Case> {
  switch (fact.kind) {
    case 'submitted':
    case 'flag-set':
    case 'flag-cleared':
    case 'clock-fired':
    case 'task-given':
    case 'task-done':
    case 'task-handed-back':
    case 'task-called-off':
    case 'task-late':
    case 'appointment-booked':
    case 'appointment-cancelled':
    case 'appointment-missed':
    case 'renewal-offered':
    case 'renewed':
      return {}
    case 'assigned':
      return { assignee: fact.data.to ?? undefined, isLookedAt: current.isLookedAt || fact.data.to !== null }
    case 'noted':
      return { isLookedAt: true }
    case 'asked':
      return { isLookedAt: true, asks: [...current.asks, { seq: fact.seq, at: fact.at, isAnswered: false }] }
    case 'answered':
      return { asks: current.asks.map((ask) => (ask.seq === fact.data.ask ? { ...ask, isAnswered: true } : ask)) }
    case 'second-opinion-asked':
      return {
        isLookedAt: true,
        proposal: { seq: fact.seq, outcome: fact.data.outcome, adverse: fact.data.adverse, by: fact.by, at: fact.at },
      }
    case 'second-opinion-refused':
      return { proposal: undefined }
    case 'decided': {
      const { outcome, adverse, first } = fact.data
      return { isLookedAt: true, proposal: undefined, decision: { seq: fact.seq, outcome, adverse, first, by: fact.by, at: fact.at } }
    }
    case 'reopened':
      return { decision: undefined, proposal: undefined, closedAt: undefined, isWithdrawn: false }
    case 'payment-recorded':
      return { paid: current.paid + fact.data.pence }
    case 'withdrawn':
      return { isWithdrawn: true, proposal: undefined, closedAt: fact.at }
    case 'action-done':
      return fact.data.closes ? { isLookedAt: true, closedAt: fact.at } : { isLookedAt: true }
    case 'closed':
      return { closedAt: fact.at }
    case 'disposed':
      return fact.data.isLast === false ? {} : { isDisposed: true, closedAt: current.closedAt ?? fact.at }
  }
}

/** What others are to do, the times booked, and the renewal. */
function workAfter(current: Case, fact: CaseFact): Pick<Case, 'tasks' | 'booked' | 'renewal'> {
  const given = fact.kind === 'submitted' ? [] : marksOf(fact, fact.data.tasks ?? [])
  const isOver = after(current, fact).closedAt !== undefined
  const before = isOver ? calledOff(current.tasks) : current.tasks
  return {
    tasks: [...tasksAfter(before, fact), ...given],
    booked: bookedAfter(current.booked, fact),
    renewal: renewalAfter(current.renewal, fact),
  }
}

function tasksAfter(tasks: readonly TaskMark[], fact: CaseFact): readonly TaskMark[] {
  switch (fact.kind) {
    case 'task-done':
      return withTask(tasks, fact.data, { state: 'done' })
    case 'task-handed-back':
      return withTask(tasks, fact.data, { state: 'handed-back' })
    case 'task-called-off':
      return withTask(tasks, fact.data, { state: 'called-off' })
    case 'task-late':
      return withTask(tasks, fact.data, { isLate: true })
    default:
      return tasks
  }
}

function bookedAfter(booked: readonly BookedTime[], fact: CaseFact): readonly BookedTime[] {
  if (fact.kind === 'appointment-booked') {
    const { appointment, slot, day, at, minutes } = fact.data
    return withBooking(booked, { appointment, slot, day, at, minutes })
  }
  if (fact.kind === 'withdrawn') return []
  const isGone = fact.kind === 'appointment-cancelled' || fact.kind === 'appointment-missed'
  return isGone ? withoutBooking(booked, fact.data.appointment) : booked
}

function renewalAfter(renewal: RenewalMark | undefined, fact: CaseFact): RenewalMark | undefined {
  if (fact.kind === 'decided') return fact.data.renewal && { ...fact.data.renewal, isOffered: false }
  if (fact.kind === 'reopened') return undefined
  if (fact.kind === 'renewal-offered') return renewal && { ...renewal, isOffered: true }
  return fact.kind === 'renewed' ? renewal && { ...renewal, by: fact.data.by } : renewal
}

/** Flags stay in alphabetical order, each once. */
function flagsAfter(current: Case, fact: CaseFact): Pick<Case, 'flags'> {
  const set = 'flag' in fact.data && fact.kind !== 'flag-cleared' ? fact.data.flag : undefined
  const cleared = fact.kind === 'flag-cleared' ? fact.data.flag : 'unflag' in fact.data ? fact.data.unflag : undefined
  if (set === undefined && cleared === undefined) return { flags: current.flags }
  const kept = current.flags.filter((flag) => flag !== cleared && flag !== set)
  return { flags: set === undefined ? kept : [...kept, set].sort() }
}

/** True while the council waits for the resident. */
export function isWaiting(current: Pick<Case, 'asks'>): boolean {
  return current.asks.some((ask) => !ask.isAnswered)
}

export function statusOf(current: Case): Status {
  if (current.closedAt !== undefined) return 'closed'
  if (current.decision) return 'decided'
  if (isWaiting(current)) return 'waiting'
  return current.isLookedAt ? 'looking' : 'received'
}

/** The first day a clock that still counts runs out; undefined when none does. */
export function dueOn(current: Pick<Case, 'clocks'>): string | undefined {
  return earliest(current.clocks.filter((mark) => mark.state === 'running' || mark.state === 'fired'))
}

/** The last day before something happens by itself: a clock fires, a task is late, a reminder goes out. */
export function firesOn({
  clocks,
  tasks,
  renewal,
  isDisposed,
}: Pick<Case, 'clocks' | 'tasks' | 'renewal' | 'isDisposed'>): string | undefined {
  if (isDisposed) return undefined
  const waiting = tasks.filter(({ state, isLate }) => state === 'open' && !isLate).flatMap(({ due }) => due ?? [])
  return [...clocks.filter(({ state }) => state === 'running').map(({ due }) => due), ...waiting, remindsAfter(renewal) ?? []]
    .flat()
    .sort()[0]
}

function earliest(marks: readonly ClockMark[]): string | undefined {
  return marks.map((mark) => mark.due).sort()[0]
}

/** The single place where facts become a case: the fold, and the status derived from it. */
import { fold } from '#core/facts/fold.ts'
import type { Language } from '#core/definition/model/names.ts'
import type { Channel } from '#store/fact.ts'
import type { CaseFact, ClockMark } from './fact.ts'
import type { Status } from './resident-case.ts'

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
  } = fact.data
  const about = { service, version, reference, lang, person, team, retention, proposed, fee, origin, counts, isMadeUp, clocks }
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

/** The first day a clock will fire, if nothing stops it before. */
export function firesOn(current: Pick<Case, 'clocks'>): string | undefined {
  return earliest(current.clocks.filter((mark) => mark.state === 'running'))
}

function earliest(marks: readonly ClockMark[]): string | undefined {
  return marks.map((mark) => mark.due).sort()[0]
}

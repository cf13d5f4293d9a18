/** The single place that says whether a gate may be set aside as somebody wishes. Pure. */
import { daysBetween, parseDate } from '#core/value/calendar-date.ts'
import { type GateId, waivableGates } from './gate.ts'

/** Days as `YYYY-MM-DD`. */
export type WaiverWish = {
  readonly gate: GateId
  readonly reason: string
  readonly name: string
  readonly until: string
  readonly today: string
}

export type WaiverRefusal = 'not-waivable' | 'no-reason' | 'no-name' | 'no-such-day' | 'past' | 'too-long'

const longestReason = 500
const longestName = 200
/** A gate that is shut for longer than this is no longer an exception. */
const mostDays = 92

/** Why not; undefined where it may be. */
export function findWaiverRefusal({ gate, reason, name, until, today }: WaiverWish): WaiverRefusal | undefined {
  if (!waivableGates.includes(gate)) return 'not-waivable'
  if (reason.trim() === '' || reason.length > longestReason) return 'no-reason'
  if (name.trim() === '' || name.length > longestName) return 'no-name'
  if (parseDate(until) === undefined) return 'no-such-day'
  if (until < today) return 'past'
  return daysBetween(today, until) > mostDays ? 'too-long' : undefined
}

/** The single place where a gate is set aside for a while: for a reason, by a name, until a day, for everybody to read. */
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { parseDate } from '#core/value/calendar-date.ts'
import { type GateId, waivableGates } from '../domain/index.ts'
import { streamOf } from '../store.ts'

/** `by` is the id of an actor, `at` an ISO instant, `until` the last day it counts, `YYYY-MM-DD`. */
export type WaiverRequest = {
  readonly service: string
  readonly gate: GateId
  readonly reason: string
  readonly name: string
  readonly until: string
  readonly by: string
  readonly at: string
}

export type WaiverRefusal = 'not-waivable' | 'no-reason' | 'no-name' | 'no-such-day' | 'past' | 'too-long'

const longestReason = 500
const longestName = 200
/** A gate that is shut for longer than this is no longer an exception. */
const mostDays = 92

/** Gives a waiver, or says why not. */
export async function waiveGate(council: Council, request: WaiverRequest): Promise<'given' | WaiverRefusal> {
  const refusal = findWaiverRefusal(request)
  if (refusal) return refusal
  const { service, gate, until, by, at } = request
  const data = { gate, reason: request.reason.trim(), name: request.name.trim(), until }
  const { store } = council
  await store.transaction((tx) => store.log.append(tx, { stream: streamOf(service), facts: [{ kind: 'gate-waived', at, by, data }] }))
  return 'given'
}

function findWaiverRefusal({ gate, reason, name, until, at }: WaiverRequest): WaiverRefusal | undefined {
  if (!waivableGates.includes(gate)) return 'not-waivable'
  if (reason.trim() === '' || reason.length > longestReason) return 'no-reason'
  if (name.trim() === '' || name.length > longestName) return 'no-name'
  const last = parseDate(until)
  if (last === undefined) return 'no-such-day'
  const today = dayInLondon(new Date(at))
  if (until < today) return 'past'
  return Date.parse(until) - Date.parse(today) > mostDays * 86_400_000 ? 'too-long' : undefined
}

/** The single place where a gate is set aside for a while: for a reason, by a name, until a day, for everybody to read. */
import { dayInLondon } from '#http/clock.ts'
import type { Council } from '#http/council.ts'
import { findWaiverRefusal, type WaiverRefusal, type WaiverWish } from '../domain/index.ts'
import { streamOf } from '../store.ts'

/** `by` is the id of an actor, `at` an ISO instant, `until` the last day it counts, `YYYY-MM-DD`. */
export type WaiverRequest = Omit<WaiverWish, 'today'> & { readonly service: string; readonly by: string; readonly at: string }

/** Gives a waiver, or says why not. */
export async function waiveGate(council: Council, request: WaiverRequest): Promise<'given' | WaiverRefusal> {
  const { service, gate, until, by, at } = request
  const refusal = findWaiverRefusal({ ...request, today: dayInLondon(new Date(at)) })
  if (refusal) return refusal
  const data = { gate, reason: request.reason.trim(), name: request.name.trim(), until }
  const { store } = council
  await store.transaction((tx) => store.log.append(tx, { stream: streamOf(service), facts: [{ kind: 'gate-waived', at, by, data }] }))
  return 'given'
}

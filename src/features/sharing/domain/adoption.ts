/** The single place for what became of a service taken over from another council: the facts, their fold, and what is to do. Pure. */
import { z } from 'zod'
import type { Version } from '#core/definition/index.ts'
import { fold } from '#core/facts/fold.ts'
import type { Fact, NewFact } from '#store/fact.ts'
import { Said } from './manifest.ts'

const VersionName = z.custom<Version>((value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value))
/** A version of theirs, and the package in which it came. */
const Arrival = z.object({ version: VersionName, package: z.string() })
export type Arrival = z.infer<typeof Arrival>

const Adopted = Arrival.extend({ upstream: z.object({ council: z.string(), name: Said }), url: z.string().nullable() })
const Merged = Arrival.extend({ proposal: z.string().nullable() })
const Declined = Arrival.extend({ reason: z.string() })

export type Adoption = {
  readonly service: string
  /** How many facts there are. */
  readonly seq: number
  readonly upstream: { readonly council: string; readonly name: Said }
  /** Where their new versions are looked for, when that is another installation. */
  readonly url: string | null
  /** What it began with; `at` is an ISO instant. */
  readonly began: Arrival & { readonly at: string }
  /** Versions of theirs that came after, oldest first. */
  readonly seen: readonly (Arrival & { readonly at: string })[]
  /** Merges handed over for decision, oldest first; without a proposal where nothing was left to change. */
  readonly merges: readonly (Arrival & { readonly proposal: string | null; readonly at: string })[]
  readonly declined: readonly (Arrival & { readonly reason: string; readonly at: string })[]
}

/** Where a merge stands that was handed over. */
export type Decided = 'open' | 'released' | 'ended'

/** `new`: a version of theirs that nobody here has dealt with. */
export type Standing = {
  /** The version both sides come from. */
  readonly base: Arrival
  readonly newest: Arrival & { readonly at: string }
  readonly state: 'current' | 'new' | 'handed-over' | 'declined'
  /** Of the merge that waits for its decision. */
  readonly proposal?: string
}

export const streamOf = (service: string): string => `adoption/${service}`

/** Undefined for a service that was never taken over. */
export function adoptionFrom(service: string, facts: readonly Fact[]): Adoption | undefined {
  const [first, ...rest] = facts
  if (first?.kind !== 'adopted') return undefined
  const { upstream, url, ...began } = Adopted.parse(first.data)
  const begun: Adoption = { service, seq: 1, upstream, url, began: { ...began, at: first.at }, seen: [], merges: [], declined: [] }
  return fold(rest, step, begun)
}

function step(adoption: Adoption, { kind, at, data }: Fact): Adoption {
  const next = { ...adoption, seq: adoption.seq + 1 }
  if (kind === 'upstream-seen') return { ...next, seen: [...adoption.seen, { ...Arrival.parse(data), at }] }
  if (kind === 'merged') return { ...next, merges: [...adoption.merges, { ...Merged.parse(data), at }] }
  if (kind === 'declined') return { ...next, declined: [...adoption.declined, { ...Declined.parse(data), at }] }
  return next
}

/** What is to do. `decided` says where the merge of a proposal stands. */
export function standingOf(adoption: Adoption, decided: (proposal: string) => Decided): Standing {
  const base = adoption.merges.findLast(({ proposal }) => proposal === null || decided(proposal) === 'released') ?? adoption.began
  const newest = adoption.seen.at(-1) ?? adoption.began
  if (newest.version === base.version) return { base, newest, state: 'current' }
  const waiting = adoption.merges.findLast(({ version }) => version === newest.version)?.proposal ?? undefined
  if (waiting !== undefined && decided(waiting) === 'open') return { base, newest, state: 'handed-over', proposal: waiting }
  const isDeclined = adoption.declined.some(({ version, at }) => version === newest.version && at >= newest.at)
  return { base, newest, state: isDeclined ? 'declined' : 'new' }
}

type Doing = { readonly at: string; readonly by: string }

export function adopted({ at, by }: Doing, data: Arrival & { upstream: Adoption['upstream']; url: string | null }): NewFact {
  return { kind: 'adopted', at, by, data: { ...data, upstream: { council: data.upstream.council, name: said(data.upstream.name) } } }
}

export function upstreamSeen({ at, by }: Doing, data: Arrival): NewFact {
  return { kind: 'upstream-seen', at, by, data }
}

export function merged({ at, by }: Doing, data: Arrival & { readonly proposal: string | null }): NewFact {
  return { kind: 'merged', at, by, data }
}

export function declined({ at, by }: Doing, data: Arrival & { readonly reason: string }): NewFact {
  return { kind: 'declined', at, by, data }
}

function said({ en, cy }: Said) {
  return cy === undefined ? { en } : { en, cy }
}

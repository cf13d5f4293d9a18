/** The single place that says which key a council's packages are taken by: the first seen, until somebody trusts another. Pure. */
import { z } from 'zod'
import type { Fact, NewFact } from '#store/fact.ts'

const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const Trusted = z.object({ key: Fingerprint, after: Fingerprint.exactOptional() })

/** A key somebody trusted: `at` is an ISO instant, `by` the id of an actor. `after`: the key known before, which vouched for it. */
export type TrustedKey = { readonly key: string; readonly after?: string; readonly at: string; readonly by: string }

export const keyStreamOf = (council: string): string => `sharing-key/${council}`

/** The key that counts: the last one trusted; undefined while none was ever seen. */
export function trustedKeyFrom(facts: readonly Fact[]): TrustedKey | undefined {
  const last = facts.findLast(({ kind }) => kind === 'key-trusted')
  return last && { ...Trusted.parse(last.data), at: last.at, by: last.by }
}

export function keyTrusted({ key, after, at, by }: TrustedKey): NewFact {
  return { kind: 'key-trusted', at, by, data: after === undefined ? { key } : { key, after } }
}

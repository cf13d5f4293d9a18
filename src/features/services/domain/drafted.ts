/** The single place that parts what a change of a service brings from what is so already without it. Pure. */
import type { Finding, Proof } from '#core/proof/index.ts'

export type Parted = { readonly fresh: readonly Finding[]; readonly earlier: readonly Finding[] }

/** The same is found again where it is about the same, whatever the example person answers. */
export function partedBy(now: Proof, before: Proof): Parted {
  const known = new Set(before.findings.map(keyOf))
  return {
    fresh: now.findings.filter((finding) => !known.has(keyOf(finding))),
    earlier: now.findings.filter((finding) => known.has(keyOf(finding))),
  }
}

function keyOf({ code, severity, about }: Finding): string {
  return JSON.stringify([code, severity, Object.entries(about).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

/** The single place that tells what is proved of a service and what is worth a look, with the page it is about. Pure. */
import type { Language, Prepared } from '#core/definition/index.ts'
import { type ClaimCode, type Finding, prove, tell } from '#core/proof/index.ts'

/** `proved` says how often each claim is certain for everybody; `notProved` how many could not be told. */
export type Proved = {
  readonly proved: readonly { readonly code: ClaimCode; readonly count: number }[]
  readonly notProved: number
  readonly findings: readonly { readonly text: string; readonly isFault: boolean; readonly page?: string }[]
}

/** A version is proved once: it never changes. */
const proofs = new WeakMap<Prepared, ReturnType<typeof prove>>()

export function provedOf(prepared: Prepared, language: Language): Proved {
  const proof = proofs.get(prepared) ?? prove(prepared)
  proofs.set(prepared, proof)
  const counts = new Map<ClaimCode, number>()
  for (const { code } of proof.proved) counts.set(code, (counts.get(code) ?? 0) + 1)
  const findings = proof.findings.map((finding) => {
    const page = pageOf(finding, prepared)
    return {
      text: tell(finding, prepared, language).message,
      isFault: finding.severity === 'fault',
      ...(page === undefined ? {} : { page }),
    }
  })
  return { proved: [...counts].map(([code, count]) => ({ code, count })), notProved: proof.notProved.length, findings }
}

/** The page a finding is about, itself or by its question. */
function pageOf({ about }: Finding, { questions, pages }: Prepared): string | undefined {
  if (about.page !== undefined) return pages.some(({ id }) => id === about.page) ? about.page : undefined
  return about.question === undefined ? undefined : questions.get(about.question.split('.', 1)[0] ?? '')?.page
}

/** The single place where benefits are promised, claimed, verified and refuted. Pure. */
import type { z } from 'zod'
import type { BenefitClaimed, BenefitDescribed, BenefitJudged, Grade, ValueFact } from './event.ts'

type Said = { readonly at: string; readonly by: string }
export type Judgement = Omit<z.infer<typeof BenefitJudged>, 'claim'> & Said
/** One claim with its own definition, and what became of it. The last judgement counts; those before it stay to be read. */
export type Claim = Omit<z.infer<typeof BenefitClaimed>, 'claim' | 'benefit'> &
  Said & { readonly id: string; readonly judgements: readonly Judgement[]; readonly isMadeUp: boolean }
export type BenefitState = 'promised' | 'claimed' | 'verified' | 'refuted'

export type Benefit = {
  readonly id: string
  readonly state: BenefitState
  /** Several claims may stand beside each other: one outcome has as many figures as it has definitions. */
  readonly claims: readonly Claim[]
  readonly about?: (Omit<z.infer<typeof BenefitDescribed>, 'benefit'> & Said) | undefined
}

/** The benefits a service promises, each with what has been said of it, oldest first. */
export function benefitsFrom(promised: readonly string[], facts: readonly ValueFact[]): readonly Benefit[] {
  return promised.map((id) => {
    const claims = facts.flatMap((fact) => (fact.kind === 'benefit-claimed' && fact.data.benefit === id ? [claimFrom(fact, facts)] : []))
    const described = facts.findLast((fact) => fact.kind === 'benefit-described' && fact.data.benefit === id)
    const about = described?.kind === 'benefit-described' ? { ...described.data, at: described.at, by: described.by } : undefined
    return { id, state: stateOf(claims), claims, about }
  })
}

function claimFrom(fact: ValueFact & { kind: 'benefit-claimed' }, facts: readonly ValueFact[]): Claim {
  const { claim: id, definition, figure, grade, source, asOf, madeUp } = fact.data
  const judgements = facts.flatMap((other) =>
    other.kind === 'benefit-judged' && other.data.claim === id ? [{ ...other.data, at: other.at, by: other.by }] : [],
  )
  return { id, definition, figure, grade, source, asOf, at: fact.at, by: fact.by, judgements, isMadeUp: madeUp === true }
}

/** What a claim has come to. */
export function claimState({ judgements }: Pick<Claim, 'judgements'>): Exclude<BenefitState, 'promised'> {
  return judgements.at(-1)?.verdict ?? 'claimed'
}

/** Where several claims were judged, the one with the best evidence speaks for the benefit, the later one where they are alike. */
function stateOf(claims: readonly Claim[]): BenefitState {
  if (claims.length === 0) return 'promised'
  const judged = claims.flatMap(({ judgements }) => judgements.slice(-1))
  const best = judged.toSorted((a, b) => a.grade.localeCompare(b.grade) || b.at.localeCompare(a.at))[0]
  return best?.verdict ?? 'claimed'
}

export type BenefitRefusal = 'unknown-benefit' | 'unknown-claim' | 'own-claim' | 'weaker-evidence'

/** Whoever claims does not verify, and a judgement rests on evidence at least as good as the one it judges. */
export function mayJudge(
  claim: Claim | undefined,
  { by, grade }: { readonly by: string; readonly grade: Grade },
): BenefitRefusal | undefined {
  if (!claim) return 'unknown-claim'
  if (claim.by === by) return 'own-claim'
  return grade > claim.grade ? 'weaker-evidence' : undefined
}

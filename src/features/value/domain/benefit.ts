/** The single place where benefits are promised, claimed, verified and refuted. Pure. */
import type { z } from 'zod'
import type { BenefitClaimed, BenefitDescribed, BenefitJudged, Grade, ValueFact } from './event.ts'

type Said = { readonly at: string; readonly by: string }
export type Judgement = Omit<z.infer<typeof BenefitJudged>, 'statement'> & Said
/** One statement with its own definition, and what became of it. The last judgement counts; those before it stay to be read. */
export type Statement = Omit<z.infer<typeof BenefitClaimed>, 'statement' | 'benefit'> &
  Said & { readonly id: string; readonly judgements: readonly Judgement[]; readonly isMadeUp: boolean }
export type BenefitState = 'promised' | 'claimed' | 'verified' | 'refuted'

export type Benefit = {
  readonly id: string
  readonly state: BenefitState
  /** Several statements may stand beside each other: one outcome has as many figures as it has definitions. */
  readonly statements: readonly Statement[]
  readonly about?: (Omit<z.infer<typeof BenefitDescribed>, 'benefit'> & Said) | undefined
}

/** The benefits a service promises, each with what has been said of it, oldest first. */
export function benefitsFrom(promised: readonly string[], facts: readonly ValueFact[]): readonly Benefit[] {
  return promised.map((id) => {
    const statements = facts.flatMap((fact) =>
      fact.kind === 'benefit-claimed' && fact.data.benefit === id ? [statementFrom(fact, facts)] : [],
    )
    const described = facts.findLast((fact) => fact.kind === 'benefit-described' && fact.data.benefit === id)
    const about = described?.kind === 'benefit-described' ? { ...described.data, at: described.at, by: described.by } : undefined
    return { id, state: stateOf(statements), statements, about }
  })
}

function statementFrom(fact: ValueFact & { kind: 'benefit-claimed' }, facts: readonly ValueFact[]): Statement {
  const { statement: id, definition, figure, grade, source, asOf, madeUp } = fact.data
  const judgements = facts.flatMap((other) =>
    other.kind === 'benefit-judged' && other.data.statement === id ? [{ ...other.data, at: other.at, by: other.by }] : [],
  )
  return { id, definition, figure, grade, source, asOf, at: fact.at, by: fact.by, judgements, isMadeUp: madeUp === true }
}

/** What a statement has come to. */
export function statementState({ judgements }: Pick<Statement, 'judgements'>): Exclude<BenefitState, 'promised'> {
  return judgements.at(-1)?.verdict ?? 'claimed'
}

/** Where several statements were judged, the one with the best evidence speaks for the benefit, the later one where they are alike. */
function stateOf(statements: readonly Statement[]): BenefitState {
  if (statements.length === 0) return 'promised'
  const judged = statements.flatMap(({ judgements }) => judgements.slice(-1))
  const best = judged.toSorted((a, b) => a.grade.localeCompare(b.grade) || b.at.localeCompare(a.at))[0]
  return best?.verdict ?? 'claimed'
}

export type BenefitRefusal = 'unknown-benefit' | 'unknown-statement' | 'own-statement' | 'weaker-evidence'

/** Whoever statements does not verify, and a judgement rests on evidence at least as good as the one it judges. */
export function mayJudge(
  statement: Statement | undefined,
  { by, grade }: { readonly by: string; readonly grade: Grade },
): BenefitRefusal | undefined {
  if (!statement) return 'unknown-statement'
  if (statement.by === by) return 'own-statement'
  return grade > statement.grade ? 'weaker-evidence' : undefined
}

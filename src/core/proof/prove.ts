/** The single place where a whole definition is proved. */
import type { Prepared } from '#core/definition/index.ts'
import { proveJourney } from './claims/journey.ts'
import { proveEdges } from './claims/edges.ts'
import { proveFigures } from './claims/figures.ts'
import { proveOptions } from './claims/options.ts'
import { proveReading } from './claims/reading.ts'
import { proveOutcomes } from './claims/outcomes.ts'
import { proveTables } from './claims/tables.ts'
import { proveTurningAway } from './claims/turning-away.ts'
import { usualBudget } from './find-person.ts'
import type { Proof } from './proof.ts'
import { Prover } from './prover.ts'

/** What is certain of a definition, what is wrong and what cannot be told. Deterministic: `budget` counts steps of the solver for one claim. */
export function prove(prepared: Prepared, { budget = usualBudget }: { readonly budget?: number } = {}): Proof {
  const prover = new Prover(prepared, budget)
  prover.meetPeople()
  proveJourney(prover)
  proveTables(prover)
  proveOutcomes(prover)
  proveFigures(prover)
  proveReading(prover)
  proveTurningAway(prover)
  proveOptions(prover)
  proveEdges(prover)
  return prover.proof()
}

/** The single place for the claim that nobody meets an outcome against them without a person looking: an exit must not decide in a person’s place. */
import type { Evaluation } from '#core/journey/index.ts'
import type { Model } from '../model/model.ts'
import { partId } from '../model/part.ts'
import type { Prover } from '../prover.ts'
import { yes, states } from '../solver/node.ts'
import type { Want } from '../wish.ts'

/**
 * UK GDPR, article 22: an outcome that goes against somebody is always a person’s decision, and no setting allows anything else. An exit sends
 * people away before anybody looks; where the rules would then propose such an outcome, it has been reached without a person. An exit that
 * cites a law is only worth a look.
 */
export function proveTurningAway(prover: Prover): void {
  const { prepared, places } = prover
  const adverse = prepared.definition.service.outcomes.filter((outcome) => outcome.adverse)
  for (const { id: outcome } of adverse) {
    const about = { outcome }
    const claim = { code: 'adverse-needs-person', at: places.of(`outcomes.${outcome}`), about } as const
    const isSure = prepared.program.exits.map(({ id }) => proveExit(prover, outcome, id))
    if (isSure.every((sure) => sure === true)) prover.prove(claim)
    else if (isSure.includes(undefined)) prover.leave(claim, 'budget')
  }
}

/** True where nobody leaves by the exit for whom the rules propose the outcome, false where somebody does. */
function proveExit(prover: Prover, outcome: string, exit: string): boolean | undefined {
  const { prepared, places, finder, budget, model } = prover
  const { program, schedule } = prepared
  const proposed = program.outcome
  if (proposed === undefined) return true
  const cites = prepared.definition.service.exits.find(({ id }) => id === exit)?.cites
  const shows = ({ exit: met, known }: Evaluation): boolean => met === exit && proposed.evaluate(known) === outcome
  let isSure: boolean | undefined = true
  for (const [page, { exits }] of schedule.after.entries()) {
    if (!exits.some(({ id }) => id === exit)) continue
    const wants = (other: Model): readonly Want[] => [
      { node: other.exitMet(page, exit), to: states(yes) },
      { node: other.node(proposed, page), to: { state: yes, least: 0, most: 0, choices: other.optionBit('outcome', outcome) } },
    ]
    const found = finder.find({ wants: wants(model), pages: page + 1, open: page }, budget)
    if (found === 'none') continue
    const isFound = prover.finds({ wants, pages: page + 1, open: page }, shows, (example) => ({
      code: 'adverse-without-person',
      severity: cites === undefined ? 'fault' : 'warning',
      at: places.of(partId.exit(exit)),
      about: { outcome, exit },
      example,
    }))
    if (isFound) return false
    isSure = undefined
  }
  return isSure
}

/** The single place for claims on outcomes: everybody gets one from the rules, and each that they name is got by somebody. */
import type { Program } from '#core/definition/program/program.ts'
import { type Ast, partsOf } from '#core/expression/index.ts'
import type { Prover } from '../prover.ts'
import { failed, missing, states, yes } from '../solver/node.ts'

/** Somebody who has answered everything is proposed an outcome; else a person has to decide without the rules. */
function proveTold(prover: Prover): void {
  const { prepared, places, model } = prover
  const { outcome: proposed, pages } = prepared.program
  if (proposed === undefined || prover.findings.some(({ code, severity }) => code === 'table-gap' && severity === 'fault')) return
  const at = places.of('outcome')
  const node = model.node(proposed, pages.length)
  const claim = { code: 'outcome-told', at, about: {} } as const
  if ((node.state & (missing | failed)) === 0) return void prover.prove(claim)
  prover.lacks({
    claim,
    sought: {
      wants: (other) => [{ node: other.node(proposed, pages.length), to: states(missing | failed) }],
      pages: pages.length,
      open: pages.length,
    },
    shows: ({ walk, outcome }) => walk.done && outcome === null,
    otherwise: (example) => ({ code: 'no-outcome', severity: 'warning', at, about: {}, example }),
  })
}

/** Every outcome that a rule may propose is proposed to somebody. */
export function proveOutcomes(prover: Prover): void {
  proveTold(prover)
  const { prepared, places, model } = prover
  const { outcome: proposed } = prepared.program
  const pages = prepared.pages.length
  if (proposed === undefined) return
  for (const outcome of outcomesNamed(prepared.program)) {
    const bit = model.optionBit('outcome', outcome)
    const at = places.of(`outcomes.${outcome}`)
    prover.exists({
      claim: { code: 'outcome-reachable', at, about: { outcome } },
      sought: {
        wants: (other) => [{ node: other.node(proposed, pages), to: { state: yes, least: 0, most: 0, choices: bit } }],
        pages,
        open: pages,
      },
      seen: `outcome ${outcome}`,
      otherwise: (conflict) => ({ code: 'unreachable-outcome', severity: 'fault', at, about: { outcome }, conflict }),
    })
  }
}

/** The outcomes that rules give, in the order of the service; those they only compare with are not meant. */
function outcomesNamed({ outcome, derived, scope }: Program): readonly string[] {
  const behind = new Set<string>()
  const add = (reads: readonly string[] = []): void => reads.forEach((name) => behind.add(name.split('.', 1)[0] ?? name))
  add(outcome?.reads)
  for (const { id, reads } of derived.toReversed()) if (behind.has(id)) add(reads)
  const given = derived.flatMap((one): readonly Ast[] => {
    if (!behind.has(one.id)) return []
    return one.kind === 'table' ? one.table.trees.rows.flatMap(({ results }) => results) : [one.compiled.ast]
  })
  const named = new Set([...(outcome === undefined ? [] : [outcome.ast]), ...given].flatMap(optionsGiven))
  return (scope.options['outcome'] ?? []).filter((option) => named.has(option))
}

function optionsGiven(ast: Ast): readonly string[] {
  if (ast.kind === 'option') return ast.set === 'outcome' ? [ast.option] : []
  // A cell of a table holds its result as it is written.
  if (ast.kind === 'literal') return ast.type.kind === 'option' && ast.type.of === 'outcome' ? [String(ast.value)] : []
  return ast.kind === 'operation' ? [] : partsOf(ast).flatMap(optionsGiven)
}

/** The single place for claims on figures: nothing that is worked out fails, and no fee or amount shown is below nothing. */
import type { Derived } from '#core/definition/program/program.ts'
import { type Ast, type Compiled, type FailureCode, partsOf } from '#core/expression/index.ts'
import type { Evaluation, Step } from '#core/journey/index.ts'
import type { Model } from '../model/model.ts'
import { partId } from '../model/part.ts'
import type { Finding, FindingCode } from '../proof.ts'
import type { Prover } from '../prover.ts'
import { isNode } from '../reading/value.ts'
import { between, failed, isFixed, states } from '../solver/node.ts'
import type { Want } from '../wish.ts'
import { lacksResult } from './tables.ts'

/** Every condition and calculation, the outcome and the fee. */
export function proveFigures(prover: Prover): void {
  const { program } = prover.prepared
  for (const one of program.derived) if (one.kind !== 'table') proveDerived(prover, one)
  for (const kind of ['outcome', 'fee'] as const) {
    const compiled = program[kind]
    if (compiled !== undefined) proveSound(prover, { id: kind, part: kind, compiled, cut: program.pages.length })
  }
  proveFee(prover)
  for (const one of program.derived) if (one.kind === 'calculation') proveAmount(prover, one)
}

type Worked = { readonly id: string; readonly part: string; readonly compiled: Compiled; readonly cut: number }

function proveDerived(prover: Prover, one: Exclude<Derived, { kind: 'table' }>): void {
  proveSound(prover, { id: one.id, part: partId.derived(one), compiled: one.compiled, cut: prover.model.settledAt(one.asks) })
}

/** First somebody for whom a divisor is nothing, then anybody for whom it fails. */
function proveSound(prover: Prover, worked: Worked): void {
  const { id, part, compiled, cut } = worked
  const { places, prepared, model } = prover
  const pages = Math.min(cut + 1, prepared.pages.length)
  const value = model.value(compiled, cut)
  const claim = { code: 'never-fails', at: places.of(part), about: { calculation: id, part } } as const
  if (!isNode(value)) {
    prover.leave(claim, 'beyond')
    return
  }
  if ((value.state & failed) === 0) return void prover.prove(claim)
  const fails = (other: Model): readonly Want[] => [{ node: other.node(compiled, cut), to: states(failed) }]
  const shows = (evaluation: Evaluation): boolean => failureOf(evaluation, id) !== undefined
  const otherwise = (example: Finding['example'] & object, evaluation: Evaluation): Finding => {
    const code = codeOf(failureOf(evaluation, id))
    return { code, severity: severityOf(prover, code, evaluation), at: places.of(part), about: { calculation: id, part }, example }
  }
  for (const divisor of divisorsIn(compiled.ast)) {
    const nothing = (other: Model): readonly Want[] => [...fails(other), { node: other.readerAt(cut).node(divisor), to: between(0, 0) }]
    const sought = { wants: nothing, pages, open: cut }
    if (prover.finds(sought, (evaluation) => failureOf(evaluation, id) === 'divide-by-zero', otherwise)) return
  }
  prover.lacks({ claim, sought: { wants: fails, pages, open: cut }, shows, otherwise })
}

function failureOf({ trace }: Evaluation, id: string): string | undefined {
  return trace.find((step: Step) => step.id === id)?.fault
}

const codes: Readonly<Record<FailureCode, FindingCode>> = {
  overflow: 'overflow',
  'divide-by-zero': 'division-by-nothing',
  'empty-list': 'empty-list',
  'before-birth': 'before-birth',
  'list-too-long': 'overflow',
  'wrong-type': 'overflow',
}

function codeOf(failure: string | undefined): FindingCode {
  return Object.entries(codes).find(([code]) => code === failure)?.[1] ?? 'overflow'
}

/** What no answer within its limits can bring about is only worth a look where the limits are missing. */
function severityOf(prover: Prover, code: FindingCode, evaluation: Evaluation): Finding['severity'] {
  if (code === 'division-by-nothing') return 'fault'
  if (code === 'overflow' && isUnlimited(prover, evaluation)) return 'warning'
  return lacksResult(prover, evaluation) ? 'fault' : 'warning'
}

/** More than anybody can mean: a question that takes such an amount has no limit. */
const beyondMeaning = 1_000_000_000_000

function isUnlimited({ prepared }: Prover, { walk }: Evaluation): boolean {
  const isHuge = (answer: unknown): boolean =>
    typeof answer === 'number'
      ? Math.abs(answer) > beyondMeaning
      : typeof answer === 'object' && answer !== null && Object.values(answer).some(isHuge)
  return [...prepared.questions.keys()].some((id) => isHuge(walk.relevant[id]))
}

/** Divisors that are not written down, outside walks over lists. */
function divisorsIn(ast: Ast): readonly Ast[] {
  if (ast.kind === 'walk') return []
  const own = divisorOf(ast)
  return [...(own === undefined || own.kind === 'literal' ? [] : [own]), ...partsOf(ast).flatMap(divisorsIn)]
}

function divisorOf(ast: Ast): Ast | undefined {
  if (ast.kind === 'operation') return ast.operator === '/' || ast.operator === '%' ? ast.right : undefined
  if (ast.kind !== 'call') return undefined
  if (ast.name === 'share') return ast.given[2]
  return ['divide', 'roundTo', 'ceilDiv', 'floorDiv'].includes(ast.name) ? ast.given[1] : undefined
}

function proveFee(prover: Prover): void {
  const { places, prepared } = prover
  const { fee, pages } = prepared.program
  if (fee === undefined) return
  const at = places.of('fee')
  prover.lacks({
    claim: { code: 'never-negative', at, about: { calculation: 'fee' } },
    sought: {
      wants: (model) => [{ node: model.node(fee, pages.length), to: between(Number.NEGATIVE_INFINITY, -1) }],
      pages: pages.length,
      open: pages.length,
    },
    shows: (evaluation) => evaluation.walk.done && (evaluation.fee ?? 0) < 0,
    otherwise: (example) => ({ code: 'negative-fee', severity: 'fault', at, about: { calculation: 'fee' }, example }),
  })
}

/** Amounts that people see with the decision. */
function proveAmount(prover: Prover, one: Exclude<Derived, { kind: 'table' }>): void {
  const { places, prepared, model } = prover
  const isShown = prepared.definition.service.calculations.some(({ id, shown }) => id === one.id && shown)
  if (!isShown || one.type.kind !== 'money') return
  const part = partId.derived(one)
  const pages = prepared.pages.length
  const about = { calculation: one.id, part }
  const node = model.node(one.compiled, pages)
  if (isFixed(node) && node.least >= 0) return void prover.prove({ code: 'never-negative', at: places.of(part), about })
  prover.lacks({
    claim: { code: 'never-negative', at: places.of(part), about },
    sought: {
      wants: (other) => [{ node: other.node(one.compiled, pages), to: between(Number.NEGATIVE_INFINITY, -1) }],
      pages,
      open: pages,
    },
    shows: ({ walk, values }) => walk.done && Number(values[one.id]) < 0,
    otherwise: (example) => ({ code: 'negative-amount', severity: 'fault', at: places.of(part), about, example }),
  })
}

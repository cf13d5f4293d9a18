/** The single place where what a proof found is held against the real rules, apart from how it was found. */
import assert from 'node:assert/strict'
import type { Derived } from '#core/definition/program/program.ts'
import { evaluate, type Evaluation } from '#core/journey/index.ts'
import type { Finding, FindingCode, Prepared } from '#core/index.ts'
import { plainMoney } from '#core/value/money.ts'

type Shows = (evaluation: Evaluation, finding: Finding, prepared: Prepared) => boolean

function tableState({ known }: Evaluation, { about }: Finding, { program }: Prepared): string | undefined {
  const table = program.derived.find((one): one is Extract<Derived, { kind: 'table' }> => one.kind === 'table' && one.id === about.table)
  return table?.table.decide(known).state
}

function faultIn({ trace }: Evaluation, { about }: Finding): string | undefined {
  return trace.find(({ id }) => id === about.calculation)?.fault
}

/** What the example of a finding must show when it is walked and decided. */
const shows: Readonly<Partial<Record<FindingCode, Shows>>> = {
  'table-gap': (one, finding, prepared) => one.walk.done && tableState(one, finding, prepared) === 'no-match',
  'table-overlap': (one, finding, prepared) => tableState(one, finding, prepared) === 'fault',
  'no-outcome': ({ walk, outcome }) => walk.done && outcome === null,
  overflow: (one, finding) => ['overflow', 'list-too-long'].includes(faultIn(one, finding) ?? ''),
  'division-by-nothing': (one, finding) => faultIn(one, finding) === 'divide-by-zero',
  'empty-list': (one, finding) => faultIn(one, finding) === 'empty-list',
  'before-birth': (one, finding) => faultIn(one, finding) === 'before-birth',
  'negative-fee': ({ walk, fee }) => walk.done && (fee ?? 0) < 0,
  'negative-amount': ({ walk, values }, { about }) => walk.done && Number(values[about.calculation ?? '']) < 0,
  'cliff-edge': ({ outcome }, { about }) => outcome === about.outcome,
  'adverse-without-person': ({ exit, known }, { about }, { program }) =>
    exit === about.exit && program.outcome?.evaluate(known) === about.outcome,
}

/** Every finding that is of somebody shows in a real evaluation, on both sides or with its figure where it is an edge; every other names what contradicts. */
export function assertFound(prepared: Prepared, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const { code, about, example, beside, conflict } = finding
    const name = `${code} ${JSON.stringify(about)}`
    const test = shows[code]
    assert.equal(example !== undefined, test !== undefined, `${name} has an example, or is about nobody`)
    if (example !== undefined) assert.ok(test?.(evaluate(prepared, example.answers, example.today), finding, prepared), name)
    if (code === 'cliff-edge' && beside === undefined) assertFigure(prepared, finding, name)
    if (beside !== undefined) assert.equal(evaluate(prepared, beside.answers, beside.today).outcome, about.other, name)
    if (conflict !== undefined) assert.ok(conflict.length > 0, name)
  }
}

/** An edge without anybody beside is of a figure, which is really what the example has. */
function assertFigure(prepared: Prepared, { about: { calculation = '', figures }, example }: Finding, name: string): void {
  assert.ok(example !== undefined && figures !== undefined, name)
  const value = evaluate(prepared, example.answers, example.today).known[calculation]
  const kind = prepared.program.derived.find(({ id }) => id === calculation)?.type.kind
  assert.equal(figures[0], kind === 'money' && typeof value === 'number' ? plainMoney(value) : String(value), name)
  assert.notEqual(figures[1], figures[0], name)
}

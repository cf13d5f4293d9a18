/** Proofs held against everybody there is, over thousands of services made up at random: a claim holds for all, a finding for somebody. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CompiledTable } from '#core/decision/index.ts'
import { evaluate, type Evaluation } from '#core/journey/index.ts'
import { type Tiny, tinyOf, tinyParts } from '#test/kit/tiny-definitions.ts'
import { Evidence } from './evidence.ts'
import { type Claim, type Finding, prove } from './index.ts'

const today = '2026-06-01'

/** What all people there are show. */
class Everybody {
  readonly evidence: Evidence
  readonly done: readonly Evaluation[]
  readonly tables: ReadonlyMap<string, CompiledTable>

  constructor({ prepared, people }: Tiny) {
    this.evidence = new Evidence(prepared)
    this.tables = new Map(prepared.program.derived.flatMap((one) => (one.kind === 'table' ? [[one.id, one.table] as const] : [])))
    for (const answers of people) this.evidence.see({ answers, today })
    this.done = people.map((answers) => evaluate(prepared, answers, today)).filter(({ walk }) => walk.done)
  }

  /** Whether somebody is met by what a claim says somebody is met by. */
  meets(code: string, about: Claim['about']): boolean | undefined {
    const seen = (what: string): boolean => this.evidence.has(what)
    switch (code) {
      case 'page-reachable':
        return seen(`page ${about.page}`)
      case 'question-reachable':
        return seen(`yes questions.${about.question}.when`)
      case 'end-reachable':
        return seen('end')
      case 'can-be-true':
        return about.exit === undefined ? seen(`yes ${about.part}`) : seen(`exit ${about.exit}`)
      case 'can-be-untrue':
        return seen(`no ${about.part}`)
      case 'row-matches':
        return seen(`row ${about.table} ${about.rows?.[0]}`)
      case 'outcome-reachable':
        return seen(`outcome ${about.outcome}`)
      default:
        return undefined
    }
  }

  /** Whether somebody shows that a claim that nobody does is wrong. */
  refutes(code: string, about: Claim['about']): boolean | undefined {
    const table = this.tables.get(about.table ?? '')
    switch (code) {
      case 'table-complete':
        return this.done.some(({ known }) => table?.decide(known).state === 'no-match')
      case 'table-without-overlap':
        return this.done.some(({ known }) => table?.decide(known).state === 'fault')
      case 'outcome-told':
        return this.done.some(({ outcome }) => outcome === null)
      case 'never-negative':
        return this.done.some((one) => (about.calculation === 'fee' ? (one.fee ?? 0) < 0 : Number(one.values[about.calculation ?? '']) < 0))
      case 'never-fails':
        return this.done.some(({ trace }) => trace.some(({ id, fault }) => id === about.calculation && fault !== undefined))
      default:
        return undefined
    }
  }
}

const opposite: Readonly<Partial<Record<Finding['code'], string>>> = {
  'unreachable-page': 'page-reachable',
  'unreachable-question': 'question-reachable',
  'unreachable-end': 'end-reachable',
  'never-true': 'can-be-true',
  'always-true': 'can-be-untrue',
  'row-never-matches': 'row-matches',
  'unreachable-outcome': 'outcome-reachable',
}

test('a claim proved holds for everybody, and what is found is so, and little is left untold', () => {
  const counts = new Map<string, number>()
  const count = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1)
  fc.assert(
    fc.property(tinyParts, (parts) => {
      const tiny = tinyOf(parts)
      const everybody = new Everybody(tiny)
      const { findings, proved, notProved } = prove(tiny.prepared)
      for (const { code, about } of proved) {
        count(code)
        assert.notEqual(everybody.meets(code, about), false, `proved, but nobody is met: ${code} ${JSON.stringify(about)}`)
        assert.notEqual(everybody.refutes(code, about), true, `proved, but somebody refutes it: ${code} ${JSON.stringify(about)}`)
      }
      for (const { code, about, example, conflict } of findings) {
        count(code)
        assert.notEqual(
          everybody.meets(opposite[code] ?? code, about),
          true,
          `found, but somebody is met: ${code} ${JSON.stringify(about)}`,
        )
        if (example === undefined && conflict !== undefined)
          assert.ok(conflict.length > 0, `a conflict names its parts: ${code} ${JSON.stringify(about)}`)
      }
      for (const { why } of notProved) count(`not proved: ${why}`)
    }),
    { numRuns: runs },
  )
  const told = [...counts].reduce((sum, [, often]) => sum + often, 0)
  const untold = [...counts].reduce((sum, [what, often]) => sum + (what.startsWith('not proved') ? often : 0), 0)
  assert.ok(untold < told / 20, `too little is told: ${JSON.stringify([...counts])}`)
  for (const code of ['unreachable-page', 'always-true', 'table-overlap', 'negative-fee'])
    assert.ok((counts.get(code) ?? 0) > 0, `${code} is never found: ${JSON.stringify([...counts])}`)
})

/** Services made up in one run; each is tried on everybody. */
const runs = 150

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { areOpen, type Examined, gateIds, judgeGates, waivableGates, type Waiver } from './gate.ts'

const definition = tennisClubDefinition()
const today = '2026-11-23'
const good: Examined = {
  definition,
  faults: [],
  scenarios: [{ scenario: 'ada', ok: true }],
  nation: 'wales',
  languages: ['en', 'cy'],
  isSponsored: true,
  isFirst: false,
  evidence: {
    tried: { trial: 't', cases: 40 },
    regard: { by: ['one', 'two'], at: '2026-11-23T10:00:00.000Z' },
    approvals: { member: 'one', director: 'two' },
  },
  waivers: [],
  today,
}
const waiver: Waiver = {
  gate: 'tried',
  reason: 'The winter rates start tomorrow',
  name: 'Director B',
  until: today,
  at: '2026-11-20T10:00:00.000Z',
}
const found = { file: 'service.yaml', line: 1, column: 1, code: 'x', message: 'm', help: 'h' }
const differing = [{ scenario: 'ada', ok: false }]

const states = (change: Partial<Examined>) => Object.fromEntries(judgeGates({ ...good, ...change }).map(({ id, state }) => [id, state]))
const because = (change: Partial<Examined>, id: string) => judgeGates({ ...good, ...change }).find((gate) => gate.id === id)?.because

describe('the gates before a release', () => {
  test('are six, in order, and open with everything shown', () => {
    const gates = judgeGates(good)
    assert.deepEqual(
      gates.map(({ id, state }) => [id, state]),
      gateIds.map((id) => [id, 'passed']),
    )
    assert.ok(areOpen(gates))
  })

  const shut: readonly (readonly [string, Partial<Examined>, string])[] = [
    ['a mistake', { faults: [found] }, 'checks'],
    ['the law of another nation', { nation: 'scotland' }, 'checks'],
    ['an example person who gets something else', { scenarios: differing }, 'scenarios'],
    [
      'a language of the council missing',
      { definition: { ...definition, service: { ...definition.service, languages: ['en'] } } },
      'words',
    ],
    ['no trial on past cases', { evidence: { ...good.evidence, tried: undefined } }, 'tried'],
    ['no regard recorded', { evidence: { ...good.evidence, regard: undefined } }, 'effects'],
    ['one person approving for both', { evidence: { ...good.evidence, approvals: { member: 'one', director: 'one' } } }, 'sponsors'],
    ['nobody named', { isSponsored: false }, 'sponsors'],
  ]
  for (const [what, change, id] of shut)
    test(`${what} shuts ${id} alone`, () => {
      const all = states(change)
      assert.deepEqual(
        Object.keys(all).filter((gate) => all[gate] === 'failed'),
        [id],
      )
      assert.equal(areOpen(judgeGates({ ...good, ...change })), false)
    })

  test('the first release, and one without past cases, needs no trial', () => {
    const evidence = { ...good.evidence, tried: undefined }
    assert.deepEqual(because({ isFirst: true, evidence }, 'tried'), { code: 'first-release' })
    assert.deepEqual(because({ evidence: { ...evidence, tried: { trial: 't', cases: 0 } } }, 'tried'), { code: 'no-past-cases' })
  })

  test('the operator needs clean checks and two names, and the record says so', () => {
    const evidence = { isOperator: true }
    assert.ok(areOpen(judgeGates({ ...good, evidence })))
    assert.deepEqual(because({ evidence }, 'tried'), { code: 'operator' })
    assert.deepEqual(because({ evidence }, 'sponsors'), { code: 'named' })
    assert.equal(areOpen(judgeGates({ ...good, evidence, isSponsored: false })), false)
    assert.equal(areOpen(judgeGates({ ...good, evidence, faults: [found] })), false)
  })
})

describe('a waiver', () => {
  const evidence = { ...good.evidence, tried: undefined }

  test('opens its gate up to and on its last day, with its reason, name and day', () => {
    const [, , , tried] = judgeGates({ ...good, evidence, waivers: [waiver] })
    assert.deepEqual(tried, {
      id: 'tried',
      state: 'waived',
      because: { code: 'waived', text: waiver.reason, name: waiver.name, until: today },
    })
  })

  test('no longer counts the day after', () => {
    assert.equal(states({ evidence, waivers: [waiver], today: '2026-11-24' })['tried'], 'failed')
  })

  test('never opens another gate, nor one that the law keeps', () => {
    assert.equal(states({ scenarios: differing, waivers: [waiver] })['scenarios'], 'failed')
    const kept = gateIds.filter((gate) => !waivableGates.includes(gate))
    const all = states({
      faults: [found],
      isSponsored: false,
      evidence: {},
      languages: ['en', 'cy'],
      definition: { ...definition, service: { ...definition.service, languages: ['en'] } },
      waivers: gateIds.map((gate) => ({ ...waiver, gate })),
    })
    assert.deepEqual(
      kept.map((gate) => all[gate]),
      kept.map(() => 'failed'),
    )
  })

  test('of a gate that is open changes nothing', () => {
    assert.equal(states({ waivers: [waiver] })['tried'], 'passed')
  })
})

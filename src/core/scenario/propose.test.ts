import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from 'yaml'
import { prepare, readPack } from '#core/definition/index.ts'
import { ScenarioFile } from '#core/definition/model/scenario.ts'
import { packFiles } from '#test/kit/pack.ts'
import { composeScenario, scenarioText } from './compose.ts'
import { coverageOf } from './coverage.ts'
import { tellUnreached } from './part-words.ts'
import { proposeScenarios } from './propose.ts'
import { runScenario } from './scenario.ts'

const { definition } = readPack(packFiles())
if (definition === undefined) throw new Error('The pack of these tests has faults.')
const prepared = prepare(definition)

describe('proposed example people', () => {
  const { proposed, unreached } = proposeScenarios(prepared, [])
  const { covered, of } = coverageOf(prepared, proposed)

  test('reach every page, row, end, outcome and answer that anybody can reach, also in groups', () => {
    assert.deepEqual([covered, unreached], [of, []])
    assert.ok(proposed.some(({ expect }) => expect.exit === 'too_young'))
    assert.ok(proposed.some(({ answers }) => JSON.stringify(answers['family'] ?? null).includes('partner')))
  })

  test('are marked as proposed, and get what their own file expects', () => {
    for (const scenario of proposed) {
      const read = ScenarioFile.parse(parse(scenarioText(scenario), { schema: 'core' }))
      assert.equal(read.proposed, true)
      assert.deepEqual(runScenario(prepared, read).differences, [])
    }
    assert.ok(proposed.every(({ expect }) => expect.pages !== undefined && (expect.exit !== undefined || expect.outcome !== null)))
  })

  test('are not proposed for what somebody reaches already', () => {
    assert.deepEqual(proposeScenarios(prepared, proposed), { proposed: [], unreached: [] })
  })

  test('are the same however often they are asked for', () => {
    assert.deepEqual(proposeScenarios(prepared, []), { proposed, unreached })
  })
})

describe('what nobody can reach', () => {
  const dead = readPack(packFiles({ 'rules/admission.yaml': [['["> 2"]', '["> 9"]']] }))
  assert.ok(dead.definition)
  const club = prepare(dead.definition)
  const { unreached } = proposeScenarios(club, [])

  test('is said to be out of reach, with the parts that contradict each other', () => {
    assert.deepEqual(
      unreached.map(({ part: { kind, id } }) => [kind, id]),
      [
        ['row', 'full'],
        ['outcome', 'turned_away'],
      ],
    )
    assert.ok(unreached.every((one) => 'conflict' in one && one.conflict.length > 0))
  })

  test('is told in words, in each language', () => {
    const [row] = unreached
    assert.ok(row)
    assert.match(tellUnreached(row, club, 'en'), /^Nobody can\. These leave nobody: .*Children/)
    assert.match(tellUnreached(row, club, 'cy'), /^Ni all neb\. /)
  })
})

test('an example person made of answers expects the words they are given, in every language', () => {
  const answers = { born: '1990-05-06', plays: false, level: 'player', family: [{ name: 'Bo', role: 'child' }], full_name: 'Ada' }
  const { expect } = composeScenario(prepared, { id: 'ada', title: 'Ada', today: '2026-11-23', answers })
  assert.deepEqual(expect.reasons, [{ en: 'There is room for you and one child.', cy: 'Mae lle i chi a 1 o blant.' }])
  assert.deepEqual([expect.fee, expect.values], ['120.00', { children: 1, price: '120.00' }])
})

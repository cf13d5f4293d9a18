import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepare, readPack } from '#core/definition/index.ts'
import { ScenarioFile } from '#core/definition/model/scenario.ts'
import { packFiles } from '#test/kit/pack.ts'
import { runScenario } from './scenario.ts'

const { definition } = readPack(packFiles())
if (definition === undefined) throw new Error('The pack of these tests has faults.')
const prepared = prepare(definition)

function run(expect: unknown, answers: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const given = { born: '1990-05-06', plays: false, level: 'player', family: [], full_name: 'Ada', ...answers }
  return runScenario(prepared, ScenarioFile.parse({ schema: 1, id: 'ada', title: 'Ada', today: '2026-11-23', answers: given, expect }))
    .differences
}

test('a scenario that comes as expected has no differences', () => {
  assert.deepEqual(
    run({ pages: ['birth', 'play', 'family', 'name'], outcome: 'joined', fee: '120.00', values: { price: '120.00', children: 0 } }),
    [],
  )
})

test('each difference says what was expected and what came', () => {
  assert.deepEqual(run({ outcome: 'turned_away', fee: '1.00', values: { price: '2.00' } }), [
    'outcome: expected turned_away, came joined',
    'fee: expected 1.00, came 120.00',
    'price: expected 2.00, came 120.00',
  ])
})

test('a fault or an exit that is not expected is a difference', () => {
  assert.deepEqual(run({}, { plays: 'perhaps' }), ['faults: expected none, came plays not_a_choice'])
  assert.deepEqual(run({}, { born: '2024-01-01' }), ['exit: expected none, came too_young'])
  assert.deepEqual(run({ exit: 'too_young', outcome: null }, { born: '2024-01-01' }), [])
})

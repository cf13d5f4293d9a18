import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { amend, type Amendment } from '#core/amendment/index.ts'
import { readPack } from '#core/definition/index.ts'
import { packOf } from '#core/definition/write/pack.ts'
import { packFiles } from '#test/kit/pack.ts'
import { leftOut, withExamples } from '../domain/index.ts'
import { settleExamples, walkExamples } from './example.ts'
import { findStranded, fitExamples } from './fit.ts'

const path = 'scenarios/coach.yaml'
const scenario = `schema: 1
id: coach
title: "A coach with a child joins" # stays
today: 2026-11-23
answers:
  born: 1990-05-06
  plays: true
  level: "coach"
  racket: "steel"
  family: [{ "name": "Bo", "role": "child", "school": "High School" }]
  full_name: "Ada"
expect:
  outcome: "joined"
`
const companions = new Map([[path, scenario]])

function after(amendment: Amendment) {
  const { definition } = readPack(packFiles())
  if (!definition) throw new Error('The pack of these tests has faults')
  const amended = amend(definition, amendment)
  if (!('definition' in amended)) throw new Error(JSON.stringify(amended.faults))
  return amended.definition
}

describe('example people of a service that asks less', () => {
  test('no longer answer a question that is not asked, and keep the rest of what is written of them', () => {
    const fitted = fitExamples(after({ edit: 'drop-question', question: 'family.school' }), companions)
    assert.doesNotMatch(String(fitted[path]), /school/)
    assert.match(String(fitted[path]), /# stays/)
    assert.match(String(fitted[path]), /role/)
  })

  test('are read without faults with the service as it would be, which they are not as they stand', async () => {
    const definition = after({ edit: 'drop-question', question: 'family.school' })
    const faultsWith = (files: ReadonlyMap<string, string>) => readPack(packOf(definition, files)).faults.length
    assert.equal(faultsWith(withExamples(companions, fitExamples(definition, companions))), 0)
    assert.ok((await walkExamples(definition, companions)).some(({ isAsExpected }) => !isAsExpected))
  })

  test('are left as they are where nothing they answered goes', () => {
    assert.deepEqual(fitExamples(after({ edit: 'set-constant', constant: 'yearly', to: '130.00' }), companions), {})
  })
})

describe('an example person whose answer can no longer be chosen', () => {
  const definition = after({ edit: 'drop-option', question: 'level', option: 'coach' })
  const settled = (what: string) => settleExamples(definition, companions, { expect: [], become: { [path]: what } })

  test('is found, with what can be chosen instead', async () => {
    assert.deepEqual(findStranded(definition, path, scenario), { question: 'level', option: 'coach', others: ['beginner', 'player'] })
    assert.deepEqual((await walkExamples(definition, companions))[0]?.stranded?.others, ['beginner', 'player'])
  })

  test('chooses another, and then gets what they expect', async () => {
    const files = withExamples(companions, settled('player'))
    assert.deepEqual(
      (await walkExamples(definition, files)).map(({ isAsExpected, stranded }) => [isAsExpected, stranded]),
      [[true, undefined]],
    )
  })

  test('is left out', () => {
    assert.deepEqual(settled(leftOut), { [path]: null })
    assert.equal(withExamples(companions, settled(leftOut)).size, 0)
  })

  test('chooses nothing that is not offered, and nobody is left out who could answer', () => {
    assert.deepEqual(settled('coach'), {})
    const before = after({ edit: 'set-constant', constant: 'yearly', to: '130.00' })
    assert.deepEqual(settleExamples(before, companions, { expect: [], become: { [path]: leftOut } }), {})
  })
})

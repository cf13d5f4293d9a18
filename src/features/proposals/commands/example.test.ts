import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { amend } from '#core/amendment/index.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { expectNow, walkExamples } from './example.ts'

const path = 'scenarios/grown-up.yaml'
const scenario = `schema: 1
id: grown-up
title: "A grown-up pays the yearly price" # and why
today: 2026-11-23
answers:
  full_name: "Ada Player"
  email: "ada@example.org"
  home: {"lines": ["1 Court Lane"], "town": "Northby", "postcode": "NB1 1AA"}
  age: 30
expect:
  outcome: "joined"
  fee: "120.00"
  values: { price: "120.00" }
`
const companions = new Map([[path, scenario]])

function dearer() {
  const amended = amend(tennisClubDefinition(), { edit: 'set-constant', constant: 'yearly', to: '131.50' })
  assert.ok('definition' in amended)
  return amended.definition
}

describe('an example person', () => {
  test('gets what they should of a service as it is', async () => {
    assert.deepEqual(
      (await walkExamples(tennisClubDefinition(), companions)).map(({ isAsExpected }) => isAsExpected),
      [true],
    )
  })

  test('who would get something else is shown with both', async () => {
    const [walked] = await walkExamples(dearer(), companions)
    assert.deepEqual(walked?.differences, ['fee: expected 120.00, came 131.50', 'price: expected 120.00, came 131.50'])
    assert.deepEqual(walked?.told.en, [
      { what: 'To pay', expected: '£120.00', came: '£131.50' },
      { what: 'Yearly price', expected: '£120.00', came: '£131.50' },
    ])
    assert.deepEqual(walked?.told.cy?.[0], { what: 'I’w dalu', expected: '£120.00', came: '£131.50' })
  })

  test('told to expect it from now on, expects exactly that, and the rest of their file stays as it was written', async () => {
    const files = expectNow(dearer(), companions, [path])
    assert.ok((await walkExamples(dearer(), new Map(Object.entries(files)))).every(({ isAsExpected }) => isAsExpected))
    assert.match(files[path] ?? '', /# and why/)
    assert.deepEqual(expectNow(dearer(), companions, []), {})
  })
})

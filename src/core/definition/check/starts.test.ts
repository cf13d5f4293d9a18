import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { readPack } from '../pack.ts'
import { startsFor } from './starts.ts'

/** The club, which also asks twice on which day somebody came. */
function reading(from = '', to = '') {
  const asked = `      - id: came
        questions:
          - { id: came, kind: date, purpose: join, optional: true, starts: born }
      - id: racket
`
  return readPack(
    packFiles({
      'service.yaml': [
        ['      - id: racket\n', asked],
        [from, to],
      ],
      'words.en.yaml': [['questions:\n', 'questions:\n  came: { label: When did you come? }\n']],
      'words.cy.yaml': [['questions:\n', 'questions:\n  came: { label: Pryd ddaethoch chi? }\n']],
    }),
  )
}

test('an answer may begin with one given before', () => {
  const { faults, definition } = reading()
  assert.deepEqual(faults, [])
  assert.ok(definition)
  assert.deepEqual(
    [startsFor(definition, 'came'), startsFor(definition, 'born'), startsFor(definition, 'full_name')],
    [['born'], [], ['racket']],
  )
})

const planted: Readonly<Record<string, readonly [from: string, to: string, code: string]>> = {
  'a question there is not': ['starts: born', 'starts: borne', 'unknown-name'],
  'a question asked later': ['kind: date, purpose: join, latest: today', 'kind: date, purpose: join, starts: came', 'asked-later'],
  'a question of another kind': ['starts: born', 'starts: plays', 'other-kind'],
  'a beginning inside a group': ['{ id: name, kind: text }', '{ id: name, kind: text, starts: level }', 'starts-here'],
}

for (const [what, [from, to, code]] of Object.entries(planted)) {
  test(`${what} is found`, () => {
    assert.deepEqual(
      reading(from, to).faults.map((fault) => fault.code),
      [code],
    )
  })
}

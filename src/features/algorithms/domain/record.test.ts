import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { prepare, readPack, wordsIn } from '#core/definition/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { examplesOf } from './index.ts'

const { definition } = readPack(packFiles())
assert.ok(definition)
const prepared = prepare(definition)
const wording = wordsIn(prepared, 'en')
const ada = { schema: 1 as const, id: 'ada', title: 'Ada joins', today: '2026-11-23', expect: {} }
const answers = { born: '1990-05-01', plays: false, level: 'beginner', family: [], full_name: 'Ada' }

describe('example people of a record', () => {
  test('are told by what they said and what the rules say for them', () => {
    const [person] = examplesOf(prepared, [{ ...ada, answers }], wording).people
    assert.equal(person?.result, 'Joined')
    assert.equal(person?.fee, '£120.00')
    assert.deepEqual(person?.reasons, ['There is room for you and 0 children.'])
    assert.deepEqual(person?.said[0], { question: 'Date of birth', answer: '1 May 1990' })
  })

  test('stand beside the rows they meet; a row that none meets has nobody', () => {
    const { met } = examplesOf(prepared, [{ ...ada, answers }], wording)
    assert.deepEqual(met.get('admission')?.get('room'), [{ id: 'ada', title: 'Ada joins' }])
    assert.equal(met.get('admission')?.get('full'), undefined)
  })

  test('who leave early are told so, and meet no row', () => {
    const { people, met } = examplesOf(prepared, [{ ...ada, answers: { ...answers, born: '2024-01-01' } }], wording)
    assert.equal(people[0]?.result, 'You are too young')
    assert.equal(met.size, 0)
  })

  test('whose answers are not complete have no result, and whose day is none is left out', () => {
    const { people } = examplesOf(
      prepared,
      [
        { ...ada, answers: {} },
        { ...ada, today: 'soon', answers },
      ],
      wording,
    )
    assert.equal(people.length, 1)
    assert.equal(people[0]?.result, undefined)
  })
})

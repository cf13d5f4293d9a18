import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { editKinds, findQuestion, lacksWords, readEdit, standingIn, wordsAt } from './edit.ts'

const club = tennisClubDefinition()

describe('a form about a part of a service', () => {
  test('is filled with what stands there', () => {
    assert.deepEqual(standingIn(club, { edit: 'set-constant', part: 'yearly' }), { to: '120.00' })
    assert.deepEqual(standingIn(club, { edit: 'set-clock', part: 'answer_soon' }), { count: '5', unit: 'WD' })
    assert.deepEqual(standingIn(club, { edit: 'set-limit', part: 'age.max' }), { to: '120' })
    const standing = standingIn(club, { edit: 'reword', part: 'questions.age.label' })
    assert.equal(standing['to-en'], wordsAt(club, 'en', ['questions', 'age', 'label']))
    assert.notEqual(standing['to-cy'], '')
  })

  test('becomes a typed edit', () => {
    assert.deepEqual(readEdit(club, { edit: 'set-constant', part: 'yearly' }, { to: '£130.00' }), {
      edit: 'set-constant',
      constant: 'yearly',
      to: '130.00',
    })
    assert.deepEqual(readEdit(club, { edit: 'set-clock', part: 'answer_soon' }, { count: ' 7 ', unit: 'D' }), {
      edit: 'set-clock',
      clock: 'answer_soon',
      within: 'P7D',
    })
    assert.deepEqual(readEdit(club, { edit: 'set-limit', part: 'age.max' }, { to: '' }), {
      edit: 'set-limit',
      question: 'age',
      limit: 'max',
      to: null,
    })
    assert.deepEqual(readEdit(club, { edit: 'set-fee', part: '' }, { is: '' }), { edit: 'set-fee', is: null })
  })

  test('takes no condition but those it offered', () => {
    assert.equal(readEdit(club, { edit: 'ask-when', part: 'health' }, { when: 'true || false' }), undefined)
    assert.deepEqual(readEdit(club, { edit: 'ask-when', part: 'health' }, { when: 'young' }), {
      edit: 'ask-when',
      question: 'health',
      when: 'young',
    })
  })

  test('lacks words when one language of a label is empty', () => {
    const target = { edit: 'reword', part: 'questions.age.label' } as const
    assert.ok(lacksWords(club, target, { 'to-en': 'How old are you?', 'to-cy': ' ' }))
    assert.ok(!lacksWords(club, { edit: 'reword', part: 'questions.age.hint' }, { 'to-en': '', 'to-cy': '' }))
  })

  test('that is made up gives an edit or nothing, never a failure', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'questions.__proto__.label', 'constructor', 'age.constructor', '.', 'a.'.repeat(20)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...editKinds), part, fc.dictionary(fc.string(), fc.string()), (edit, at, typed) => {
        standingIn(club, { edit, part: at })
        findQuestion(club, at)
        readEdit(club, { edit, part: at }, typed)
      }),
    )
  })
})

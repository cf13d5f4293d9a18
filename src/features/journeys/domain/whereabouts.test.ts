import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answers } from '#core/definition/index.ts'
import { walk } from '#core/journey/index.ts'
import { preparedAllotment } from '#test/kit/allotment.ts'
import type { Draft } from './draft.ts'
import { findCheck, findPage, frontOf, type Progress, stopAfter } from './whereabouts.ts'

const prepared = await preparedAllotment()
const today = '2026-11-23'
const draft: Draft = {
  id: 'draft',
  holder: 'holder',
  service: 'allotment',
  person: 'person',
  version: prepared.version,
  lang: 'en',
  channel: 'web',
  answers: {},
  revision: 1,
  touchedAt: `${today}T10:00:00.000Z`,
  equalityDone: false,
}
const begun: Answers = { size: 'large' }
const whole: Answers = {
  size: 'small',
  helpers: [{ called: 'Bo', age: 30 }],
  born: '1980-03-02',
  home: { lines: ['1 Mill Lane'], postcode: 'AB1 2EF' },
  full_name: 'Ada',
  email: 'ada@example.org',
}

function progress(answers: Answers, change: Partial<Progress> = {}): Progress {
  return { prepared, walked: walk(prepared, answers, today), draft: { ...draft, answers }, mayBegin: true, ...change }
}

describe('where an address leads', () => {
  test('to a page that has been reached, whether complete or next', () => {
    for (const page of ['size', 'shed']) assert.equal(findPage(progress(begun), page).at, 'page', page)
  })

  test('to the front, for a page further on', () => {
    assert.deepEqual(findPage(progress(begun), 'home'), { at: 'elsewhere', stop: { page: 'shed' } })
    assert.deepEqual(findCheck(progress(begun)), { at: 'elsewhere', stop: { page: 'shed' } })
  })

  test('on, for a page that this person is not asked', () => {
    assert.deepEqual(findPage(progress(whole), 'shed'), { at: 'elsewhere', stop: 'check' })
    assert.deepEqual(findCheck(progress(whole)), { at: 'check' })
  })

  test('nowhere without a draft, but to the first page', () => {
    const nothing = progress({}, { draft: undefined })
    assert.equal(findPage(nothing, 'size').at, 'page')
    assert.equal(findPage(nothing, 'born').at, 'nowhere')
    assert.equal(findCheck(nothing).at, 'nowhere')
    assert.equal(findPage(progress({}, { draft: undefined, mayBegin: false }), 'size').at, 'nowhere')
  })

  test('to the news that it was sent, once it was', () => {
    const sent = progress({}, { draft: { ...draft, reference: 'ABC' } })
    assert.deepEqual(findPage(sent, 'born'), { at: 'sent', reference: 'ABC' })
    assert.deepEqual(findCheck(sent), { at: 'sent', reference: 'ABC' })
    assert.equal(findPage(sent, 'size').at, 'page', 'the first page begins anew')
  })

  test('to nothing, for a page the service does not have, with a draft or without', () => {
    assert.equal(findPage(progress(whole), 'pond').at, 'unknown')
    assert.equal(findPage(progress({}, { draft: undefined }), 'pond').at, 'unknown')
  })
})

describe('where one goes on', () => {
  const from = (answers: Answers, page: string, isChanging = false) => stopAfter(walk(prepared, answers, today), page, isChanging)

  test('to the next page, and from the last to the check page', () => {
    assert.deepEqual(from(whole, 'size'), { page: 'helpers' })
    assert.equal(from(whole, 'contact'), 'check')
  })

  test('from a changed answer to the check page, or first to what it brings up', () => {
    assert.equal(from(whole, 'born', true), 'check')
    assert.deepEqual(from({ ...whole, size: 'large' }, 'size', true), { page: 'shed' })
  })

  test('to the exit that an answer reaches', () => {
    const young = { ...whole, born: '2015-01-01' }
    assert.equal(from(young, 'born'), 'exit')
    assert.equal(from(young, 'born', true), 'exit')
    assert.equal(frontOf(walk(prepared, young, today)), 'exit')
  })
})

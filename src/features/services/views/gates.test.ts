import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Gate } from '../domain/index.ts'
import { gateList } from './gates.ts'

const said = (count: number, lang: 'en' | 'cy') => {
  const gate: Gate = { id: 'tried', state: 'passed', because: { code: 'tried', count } }
  return String(gateList([gate], lang)).match(/\d+/g)
}

test('how many cases a change was tried on is told in fives, and under ten not at all', () => {
  for (const lang of ['en', 'cy'] as const) {
    for (const count of [40, 41, 44]) assert.deepEqual(said(count, lang), ['40'])
    assert.deepEqual(said(45, lang), ['45'])
    for (let count = 1; count < 10; count += 1) assert.deepEqual(said(count, lang), said(9, lang))
  }
})

test('one case more is hardly ever told: of five counts in a row one alone says another number', () => {
  const changes = Array.from({ length: 100 }, (_, count) => String(said(count + 10, 'en')) !== String(said(count + 11, 'en')))
  assert.equal(changes.filter(Boolean).length, 20)
})

/** Several sums at once: what bounds on each do not show is shown by all of them together, over numbers without limits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallService } from '#test/kit/small-service.ts'
import { findPerson } from '../index.ts'

const names = ['a', 'b', 'c', 'd'] as const

function found(when: string): 'person' | 'nobody' | 'unknown' {
  const prepared = smallService({
    pages: [
      { id: 'first', questions: names.map((id) => ({ id, kind: 'number' })) },
      { id: 'second', when, questions: [{ id: 'more', kind: 'yes-no' }] },
    ],
  })
  const answer = findPerson(prepared, [{ page: 'second' }], 20_000)
  return 'person' in answer ? 'person' : 'conflict' in answer ? 'nobody' : 'unknown'
}

test('a circle of differences leaves nobody', () => {
  assert.equal(found('a < b && b < c && c < a'), 'nobody')
  assert.equal(found('a < b && b < c && c < d && d < a'), 'nobody')
  assert.equal(found('a <= b && b <= c && c <= a && a != c'), 'nobody')
})

test('sums that cannot all be met leave nobody', () => {
  assert.equal(found('a + b >= 10 && b + c >= 10 && a + c >= 10 && a + b + c < 15'), 'nobody')
  assert.equal(found('a + b == c && c - a > b'), 'nobody')
  assert.equal(found('2 * a - 3 * b > 6 && 3 * b - 2 * a > 0 - 6'), 'nobody')
})

test('sums that can be met have somebody, however far away', () => {
  assert.equal(found('a < b && b < c && c < d'), 'person')
  assert.equal(found('a + b == 1000000 && a - b == 500000'), 'person')
  assert.equal(found('a + b + c >= 10 && a + b <= 3 && a - c > 0'), 'person')
})

test('figures that are too large to be added exactly are not guessed at', () => {
  assert.notEqual(found('a - b > 9007199254740000 && b - a < 0'), 'nobody')
})

test('sums whose multiples are too large to be exact leave those who meet them', () => {
  const most = Number.MAX_SAFE_INTEGER
  const two = `2 * a + b <= ${most} && c - 3 * a <= 0 - ${most}`
  const person = { a: (most - 1) / 3, b: (most - 1) / 3 + 1, c: -1 }
  assert.deepEqual([2 * person.a + person.b, person.c - 3 * person.a, person.b + 2 * (person.b + person.c)], [most, 0 - most, most])
  assert.notEqual(found(`${two} && b + 2 * (b + c) >= ${most}`), 'nobody')
})

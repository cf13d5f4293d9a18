import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chapterOf, chapters, isTold, nextStep, numberOf, readProgress, steps, writeProgress } from './domain.ts'

const proposal = '01a20000-0000-7000-8000-000000000000'

test('how far a browser has come is read back as it was written', () => {
  for (const step of steps) {
    for (const isRetold of [true, false]) {
      assert.deepEqual(readProgress(writeProgress({ step, isRetold })), { step, proposal: undefined, isRetold })
      assert.deepEqual(readProgress(writeProgress({ step, proposal, isRetold })), { step, proposal, isRetold })
    }
  }
})

test('anything else a browser says is nothing', () => {
  const told = [undefined, '', 'fly', 'apply-', 'apply-1', `fly-${proposal}`, `apply-${proposal}x`, 'constructor', 'apply-retold-retold']
  for (const text of told) assert.equal(readProgress(text), undefined, String(text))
})

test('the steps follow each other and end', () => {
  assert.equal(nextStep('apply'), 'send')
  assert.equal(nextStep('adopt'), undefined)
})

test('the story has nine parts, told in order, and every step belongs to one', () => {
  assert.deepEqual([...new Set(steps.map(chapterOf))], [...chapters])
  assert.deepEqual(chapters.map(numberOf), [1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('a part is told once its last step is done', () => {
  assert.equal(isTold('apply', { step: 'apply', isRetold: false }), false)
  assert.equal(isTold('apply', { step: 'send', isRetold: false }), true)
  assert.equal(isTold('adopt', { step: 'share', isRetold: false }), false)
  assert.equal(isTold('suggest', { step: 'adopt', isRetold: false }), true)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStep, numberOf, readProgress, steps, writeProgress } from './domain.ts'

const proposal = '01a20000-0000-7000-8000-000000000000'

test('how far a browser has come is read back as it was written', () => {
  for (const step of steps) {
    assert.deepEqual(readProgress(writeProgress({ step })), { step, proposal: undefined })
    assert.deepEqual(readProgress(writeProgress({ step, proposal })), { step, proposal })
  }
})

test('anything else a browser says is nothing', () => {
  for (const text of [undefined, '', 'fly', 'apply-', 'apply-1', `fly-${proposal}`, `apply-${proposal}x`, 'constructor'])
    assert.equal(readProgress(text), undefined, String(text))
})

test('the steps follow each other and end', () => {
  assert.equal(nextStep('apply'), 'suggest')
  assert.equal(nextStep('adopt'), undefined)
  assert.equal(numberOf('apply'), 1)
})

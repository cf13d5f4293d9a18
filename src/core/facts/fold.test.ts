import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from './fold.ts'

test('a state is folded from its facts, oldest first', () => {
  const state = fold(['asked', 'answered'], (said: readonly string[], fact: string) => [...said, fact], ['submitted'])
  assert.deepEqual(state, ['submitted', 'asked', 'answered'])
})

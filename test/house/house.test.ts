import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readmeIsStale } from '../map/map.ts'
import { unexecutedQueries } from './queries.ts'
import { rules } from './rules.ts'
import { codeWordsOnPages } from './words.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('the house', () => {
  for (const [promise, rule] of Object.entries(rules)) test(promise, () => assert.deepEqual(rule(root), []))

  test('executes every query it builds', () => assert.deepEqual(unexecutedQueries(root), []))

  test('keeps code words off pages', () => assert.deepEqual(codeWordsOnPages(root), []))

  test('draws its true picture in README', async () => assert.equal(await readmeIsStale(root), false, 'run npm run map'))
})

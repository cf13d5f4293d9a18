import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cellWords } from './cell-words.ts'

const english = { lang: 'en', optionLabel: (id: string) => (id === 'beginner' ? 'I begin' : undefined) } as const

describe('a cell of the rules in words', () => {
  const told: readonly (readonly [string | number | boolean, string])[] = [
    ['-', 'anything'],
    ['<= 480.00', '£480.00 or less'],
    ['> 660.00', 'more than £660.00'],
    ['[480.01..530.00]', '£480.01 to £530.00'],
    ['(18..65]', 'more than 18, 65 or less'],
    ['< 18', 'less than 18'],
    [true, 'yes'],
    [0, '0'],
    ['beginner', 'I begin'],
    ['not(beginner)', 'not I begin'],
    ['1, 2, [5..7]', '1 or 2 or 5 to 7'],
    ['>= 2026-04-01', '1 April 2026 or more'],
  ]
  for (const [cell, words] of told) test(`${cell} reads “${words}”`, () => assert.equal(cellWords(cell, english), words))

  test('it is said in Welsh on a Welsh page', () => {
    assert.equal(cellWords('<= 480.00', { ...english, lang: 'cy' }), '£480.00 neu lai')
    assert.equal(cellWords('true', { ...english, lang: 'cy' }), 'ie')
  })
})

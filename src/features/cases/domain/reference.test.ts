import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseReference, referenceFrom, showReference } from './reference.ts'

const reference = fc.uint8Array({ minLength: 8, maxLength: 32 }).map(referenceFrom)
const characters = '23456789CDFGHJKMPRTVWXZ'

describe('a reference', () => {
  test('has no vowels and nothing that looks like another character', () => {
    fc.assert(fc.property(reference, (one) => assert.match(one, /^[2-9CDFGHJKMPRTVWXZ]{9}$/)))
  })

  test('is understood as it is read out, however it is typed', () => {
    fc.assert(
      fc.property(reference, (one) => {
        assert.equal(parseReference(showReference(one)), one)
        assert.equal(parseReference(` ${showReference(one).toLowerCase().replaceAll('-', ' ')} `), one)
      }),
    )
  })

  test('shows every single wrong character and every two that were swapped', () => {
    const place = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(reference, place, fc.constantFrom(...characters), (one, at, wrong) => {
        fc.pre(one.charAt(at) !== wrong)
        assert.equal(parseReference(one.slice(0, at) + wrong + one.slice(at + 1)), undefined)
      }),
    )
    fc.assert(
      fc.property(reference, place, place, (one, left, right) => {
        fc.pre(one.charAt(left) !== one.charAt(right))
        const swapped = [...one].map((character, at) => (at === left ? one.charAt(right) : at === right ? one.charAt(left) : character))
        assert.equal(parseReference(swapped.join('')), undefined)
      }),
    )
  })

  test('is nothing that nobody gave', () => {
    for (const typed of ['', 'hello', '2222222222', 'A'.repeat(1000), '22222222\u0000']) assert.equal(parseReference(typed), undefined)
  })
})

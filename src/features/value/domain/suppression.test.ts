import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isShareShown, isSumShown, leastShown, shown } from './suppression.ts'

describe('numbers that may be published', () => {
  test('are none under ten, and none that would give one away', () => {
    assert.deepEqual(shown([3, 40, 12, 80]), [undefined, 40, undefined, 80])
    assert.deepEqual(shown([0, 40, 12]), [0, 40, 12])
    assert.equal(isSumShown([3, 40]), true)
    assert.equal(isSumShown([3]), false)
    assert.equal(isSumShown([3, 4]), false)
  })

  test('never let a small count be seen or worked out from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), (counts) => {
        const published = shown(counts)
        assert.ok(published.every((count) => count === undefined || count === 0 || count >= leastShown))
        const hidden = counts.filter((_, place) => published[place] === undefined)
        if (hidden.length === 0 || !isSumShown(counts)) return
        assert.ok(hidden.length >= 2 && hidden.reduce((sum, count) => sum + count, 0) >= leastShown)
      }),
    )
  })

  test('are shares only where neither those in it nor those out of it are few', () => {
    const isShown = (count: number, of: number) => isShareShown({ count, of })
    assert.deepEqual(
      [isShown(20, 40), isShown(3, 40), isShown(37, 40), isShown(0, 40), isShown(40, 40), isShown(5, 5)],
      [true, false, false, true, true, false],
    )
  })
})

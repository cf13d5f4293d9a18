import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isFew, isShareShown, leastShown, monthShown, shown, sumShown } from './suppression.ts'

describe('numbers that may be published', () => {
  test('of channels, which stand beside their sum, are none that would give one away', () => {
    assert.deepEqual(shown([3, 40, 12, 80]), [undefined, 40, undefined, 80])
    assert.deepEqual(shown([0, 40, 12]), [0, 40, 12])
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), (counts) => {
        const published = shown(counts)
        assert.ok(published.every((count) => count === undefined || count === 0 || count >= leastShown))
        const hidden = counts.filter((_, place) => published[place] === undefined)
        const isAll = hidden.length === counts.filter((count) => count > 0).length
        assert.ok(hidden.length === 0 || isAll || (hidden.length >= 2 && hidden.reduce((sum, count) => sum + count, 0) >= leastShown))
      }),
    )
  })

  test('of months are none under ten; in a sum each of those is taken for five', () => {
    assert.deepEqual([3, 40, 0, 9, 10].map(monthShown), [undefined, 40, 0, undefined, 10])
    assert.deepEqual([sumShown([3, 40, 12]), sumShown([40, 12]), sumShown([0, 0]), sumShown([])], [57, 52, 0, 0])
    assert.deepEqual([sumShown([3]), sumShown([3, 4]), sumShown([9, 9, 9])], [undefined, undefined, undefined])
  })

  test('of months stay the same whatever a small one is, in every stretch of twelve months it will ever be part of', () => {
    const month = fc.oneof(fc.nat(40), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.array(month, { minLength: 12, maxLength: 36 }), fc.nat(), fc.integer({ min: 1, max: 9 }), (months, place, other) => {
        const small = months.findIndex((count, at) => at >= place % months.length && isFew(count))
        if (small < 0) return
        const stretches = (counts: readonly number[]) =>
          Array.from({ length: counts.length - 11 }, (_, from) => counts.slice(from, from + 12)).map((year) => [
            year.map(monthShown),
            sumShown(year),
          ])
        assert.deepEqual(stretches(months.with(small, other)), stretches(months))
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

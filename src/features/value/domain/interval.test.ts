import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { meanDifference, medianDifference, newcombe, verdictOf, wilson } from './interval.ts'
import { balanceOf } from './release.ts'
import { median, percentile, spreadOf } from './spread.ts'

const near = (found: number | undefined, wanted: number) =>
  assert.ok(found !== undefined && Math.abs(found - wanted) < 0.0006, `${found} is not ${wanted}`)

describe('how sure a share is', () => {
  test('is what Newcombe’s paper gives: Wilson of 81 of 263, and the difference of 56 of 70 and 48 of 80', () => {
    const { low, high } = wilson({ count: 81, of: 263 })
    near(low, 0.2553)
    near(high, 0.3662)
    const found = newcombe({ count: 48, of: 80 }, { count: 56, of: 70 })
    near(found?.by, 0.2)
    near(found?.low, 0.0524)
    near(found?.high, 0.3339)
  })

  test('is nothing to be said of fewer than thirty on either side', () => {
    assert.equal(newcombe({ count: 10, of: 29 }, { count: 10, of: 300 }), undefined)
    assert.equal(verdictOf(undefined, 'more'), 'too-few')
  })

  test('always holds the difference, within -1 and 1', () => {
    const share = fc.integer({ min: 30, max: 500 }).chain((of) => fc.record({ count: fc.nat(of), of: fc.constant(of) }))
    fc.assert(
      fc.property(share, share, (before, after) => {
        const found = newcombe(before, after)
        assert.ok(found && found.low <= found.by && found.by <= found.high && found.low >= -1 - 1e-9 && found.high <= 1 + 1e-9)
      }),
    )
  })
})

describe('how sure a middle is', () => {
  const days = (from: number, to: number) => spreadOf(Array.from({ length: to - from + 1 }, (_, place) => [from + place, 3] as const))

  test('is clear where all are quicker, and not where they are the same', () => {
    assert.equal(verdictOf(medianDifference(days(20, 60), days(1, 20)), 'less'), 'better')
    assert.equal(verdictOf(medianDifference(days(1, 20), days(20, 60)), 'less'), 'worse')
    assert.equal(verdictOf(medianDifference(days(1, 60), days(1, 60)), 'less'), 'unclear')
    assert.equal(verdictOf(meanDifference(days(20, 60), days(1, 20)), 'less'), 'better')
  })

  test('holds the true difference about 19 times in 20', () => {
    let state = 7
    const dice = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    const drawn = (shift: number) =>
      spreadOf(Array.from({ length: 120 }, () => [Math.floor(shift + 40 * (dice() + dice() + dice())), 1] as const))
    let held = 0
    for (let round = 0; round < 400; round += 1) {
      const found = medianDifference(drawn(0), drawn(10))
      if (found && found.low <= 10 && found.high >= 10) held += 1
    }
    assert.ok(held > 364 && held < 399, `held ${held} of 400`)
  })

  test('and nine in ten are read from how often each number of days occurs', () => {
    const spread = spreadOf([
      [1, 5],
      [2, 4],
      [30, 1],
    ])
    assert.deepEqual([median(spread), percentile(spread, 90), percentile(spread, 100)], [1, 2, 30])
  })
})

describe('saving and standard', () => {
  test('are told together: a saving that lowered the standard is called that', () => {
    const said = (saving: 'better' | 'worse' | 'unclear', standard: 'better' | 'worse' | 'unclear' | 'too-few') =>
      balanceOf([
        { side: 'saving', verdict: saving },
        { side: 'standard', verdict: standard },
        { side: 'standard', verdict: 'better' },
      ])
    assert.equal(said('better', 'worse'), 'saved-but-worse')
    assert.equal(said('better', 'unclear'), 'saved-and-better')
    assert.equal(said('worse', 'too-few'), 'dearer-but-better')
    assert.equal(said('unclear', 'worse'), 'worse')
    assert.equal(balanceOf([{ side: 'saving', verdict: 'too-few' }]), 'too-few')
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { leastShown, publishable, shareOf } from './domain.ts'

const town = { area: 'Town', registered: 300, premises: 640 }

describe('coverage by area', () => {
  test('gives 211 of 257 premises as 82.1 per cent', () => {
    assert.equal(shareOf(211, 257), 821)
    assert.deepEqual(publishable([{ area: 'Mere', registered: 211, premises: 257 }]).areas, [
      { area: 'Mere', registered: 211, premises: 257, share: 821 },
    ])
  })

  test('puts the area with the highest share first', () => {
    const { areas } = publishable([town, { area: 'Mere', registered: 211, premises: 257 }])
    assert.deepEqual(
      areas.map((area) => area.area),
      ['Mere', 'Town'],
    )
  })

  test('hides a count under ten, and a second one so that the whole does not give it away', () => {
    const { areas, whole } = publishable([
      town,
      { area: 'Holme', registered: 3, premises: 40 },
      { area: 'Wyke', registered: 20, premises: 90 },
    ])
    assert.deepEqual(
      areas.filter((area) => area.registered === undefined).map((area) => area.area),
      ['Holme', 'Wyke'],
    )
    assert.equal(whole?.registered, 323)
  })

  test('hides an area where fewer than ten have not answered', () => {
    const { areas } = publishable([town, { area: 'Holme', registered: 40, premises: 42 }])
    assert.equal(areas.find((area) => area.area === 'Holme')?.registered, undefined)
  })

  test('shows that nobody has answered, which points to no one', () => {
    assert.equal(publishable([town, { area: 'Holme', registered: 0, premises: 40 }]).areas.at(-1)?.registered, 0)
  })

  test('shows no whole when a hidden count cannot be covered by another', () => {
    assert.equal(publishable([{ area: 'Holme', registered: 3, premises: 40 }]).whole, undefined)
  })

  test('never lets a small count be shown or worked out from the whole', () => {
    const counts = fc
      .array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 8 })
      .map((pairs) => pairs.map(([registered, others], index) => ({ area: `A${index}`, registered, premises: registered + others })))
    fc.assert(
      fc.property(counts, (given) => {
        const { areas, whole } = publishable(given)
        for (const area of areas) assert.ok(!(area.registered && area.registered < leastShown))
        const hidden = given.filter((count) => areas.find((area) => area.area === count.area)?.registered === undefined)
        if (hidden.length === 0 || !whole) return
        const rest = hidden.reduce((sum, count) => sum + count.registered, 0)
        assert.ok(hidden.length > 1 && rest >= leastShown)
      }),
    )
  })
})

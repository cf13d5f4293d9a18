import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { type Prepared, tryAnswers } from '#core/index.ts'
import { starterPack } from '#test/kit/pack-folder.ts'

type Item = { readonly what: string; readonly how_many: number; readonly usable: boolean }
interface Load {
  readonly items: readonly Item[]
  readonly concession: string
  readonly reuse: 'give' | 'collect_anyway'
}

/** The fees and charges, stated again and apart from the pack: pence, or nothing when the crew could not load it. */
function feeOf({ items, concession, reuse }: Load): number | null {
  const number = items.reduce((sum, item) => sum + item.how_many, 0)
  if (number > 10) return null
  if (reuse === 'give' && items.some(({ usable }) => usable)) return 0
  const large = items.filter(({ what }) => what === 'piano' || what === 'fridge_freezer').reduce((sum, item) => sum + item.how_many, 0)
  const full = 2400 + 600 * Math.max(0, number - 3) + 1200 * large
  return concession === 'none' ? full : full / 2
}

const answersOf = ({ items, concession, reuse }: Load) => ({
  items,
  ...(items.some(({ usable }) => usable) ? { reuse } : {}),
  home: { lines: ['3 Heol y Bont'], postcode: 'CA1 1AA' },
  put_out: 'front',
  from_day: '2026-12-01',
  concession,
  full_name: 'Amina Yusuf',
  email: 'amina@example.org',
})

const item = fc.record({
  what: fc.constantFrom('sofa', 'chair', 'piano', 'fridge_freezer', 'toys'),
  how_many: fc.integer({ min: 1, max: 4 }),
  usable: fc.boolean(),
})
const load: fc.Arbitrary<Load> = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 4 }),
  concession: fc.constantFrom('none', 'universal_credit', 'pension_credit', 'council_tax_reduction', 'disability_benefit'),
  reuse: fc.constantFrom('give', 'collect_anyway'),
})

describe('the price of a bulky-waste collection', () => {
  let pack: Prepared
  before(async () => {
    pack = await starterPack('bulky-waste')
  })
  const tried = (wish: Load) => tryAnswers(pack, answersOf(wish), '2026-11-23')

  test('is that of the fees and charges for every load, and nothing for what is given for reuse', () => {
    fc.assert(
      fc.property(load, (wish) => {
        const { fee, exit, faults } = tried(wish)
        const due = feeOf(wish)
        assert.deepEqual(faults, [])
        assert.equal(exit, due === null ? 'too_many' : null)
        if (due !== null) assert.equal(fee, due)
      }),
      { numRuns: 1000 },
    )
  })

  for (const what of ['gas_bottle', 'paint', 'asbestos', 'car_battery'])
    test(`is not asked for ${what.replace('_', ' ')}, which is sent where it can go`, () => {
      const { exit, outcome } = tried({ items: [{ what, how_many: 1, usable: false }], concession: 'none', reuse: 'give' })
      assert.deepEqual([exit, outcome], ['hazardous', null])
    })
})

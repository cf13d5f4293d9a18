import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { type Prepared, tryAnswers } from '#core/index.ts'
import { starterPack } from '#test/kit/pack-folder.ts'

type Adult = { readonly works: boolean; readonly pay: number }

/** A working-age household, all money in pence; income by the week. */
interface Household {
  readonly liability: number
  readonly benefit: 'universal_credit' | 'income_based' | 'neither'
  readonly incomes: readonly { readonly source: string; readonly amount: number }[]
  readonly capital: number
  readonly adults: readonly Adult[]
}

/** The published scheme from 1 April 2026, stated again and apart from the pack. Pence for the year. */
function schemeAward({ liability, benefit, incomes, capital, adults }: Household): number {
  if (capital > 1_600_000) return 0
  const counted = incomes.filter(({ source }) => source !== 'child_benefit').reduce((sum, { amount }) => sum + amount, 0)
  const tariff = capital > 600_000 ? Math.ceil((capital - 600_000) / 25_000) * 100 : 0
  const income = benefit === 'neither' ? counted + tariff : 0
  const share = income <= 48_000 ? 100 : income <= 53_000 ? 75 : income <= 58_000 ? 50 : income <= 66_000 ? 25 : 0
  const weekly = adults.reduce((sum, adult) => sum + deduction(adult), 0)
  return Math.max(0, Math.floor((liability * share + 50) / 100) - weekly * 52)
}

function deduction({ works, pay }: Adult): number {
  if (!works || pay < 27_900) return 520
  if (pay < 48_500) return 1060
  return pay < 60_500 ? 1330 : 1595
}

const pounds = (pence: number) => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`

function answersOf({ liability, benefit, incomes, capital, adults }: Household) {
  return {
    date_of_birth: '1987-03-27',
    liable: true,
    home: { lines: ['1 Mill Lane'], postcode: 'AM1 1AA' },
    liability: pounds(liability),
    has_other_adults: adults.length > 0,
    ...(adults.length > 0
      ? { adults: adults.map(({ works, pay }) => ({ name: 'Sam', works, ...(works ? { pay: pounds(pay) } : {}) })) }
      : {}),
    benefit,
    ...(benefit === 'universal_credit' ? { award_income: '0.00' } : {}),
    ...(benefit === 'neither' ? { has_income: incomes.length > 0 } : {}),
    ...(benefit === 'neither' && incomes.length > 0
      ? { incomes: incomes.map(({ source, amount }) => ({ source, amount: pounds(amount), every: 'week' })) }
      : {}),
    capital: pounds(capital),
    full_name: 'Amina Yusuf',
    email: 'amina@example.org',
  }
}

/** Amounts crowd around the limits of the scheme, where a penny matters. */
const near = (limits: readonly number[], most: number) =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...limits), fc.integer({ min: -2, max: 2 })).map(([limit, off]) => Math.max(0, limit + off)),
    fc.nat(most),
  )
const income = fc.record({
  source: fc.constantFrom('wages', 'pension', 'child_benefit', 'maintenance'),
  amount: near([1, 48_000, 53_000, 58_000, 66_000], 80_000),
})
const household: fc.Arbitrary<Household> = fc.record({
  liability: fc.integer({ min: 0, max: 500_000 }),
  benefit: fc.constantFrom('neither', 'neither', 'neither', 'income_based', 'universal_credit'),
  incomes: fc.array(income, { maxLength: 3 }),
  capital: near([600_000, 625_000, 650_000, 1_000_000, 1_600_000], 2_000_000),
  adults: fc.array(fc.record({ works: fc.boolean(), pay: near([27_900, 48_500, 60_500], 90_000) }), { maxLength: 3 }),
})
const alone: Household = { liability: 180_000, benefit: 'neither', incomes: [], capital: 0, adults: [] }

describe('Council Tax Reduction as the scheme was published', () => {
  let pack: Prepared
  before(async () => {
    pack = await starterPack('council-tax-reduction')
  })
  const awarded = (home: Household) => tryAnswers(pack, answersOf(home), '2026-11-23')

  test('gives somebody with nothing the whole 1,800 pounds, and 970.60 beside one adult on 605 pounds a week', () => {
    assert.equal(awarded(alone).values['reduction'], 180_000)
    assert.equal(awarded({ ...alone, adults: [{ works: true, pay: 60_500 }] }).values['reduction'], 97_060)
  })

  test('is exact to the penny for every household', () => {
    fc.assert(
      fc.property(household, (home) => {
        const { faults, values, outcome } = awarded(home)
        const award = schemeAward(home)
        assert.deepEqual(faults, [])
        assert.equal(values['reduction'], award)
        assert.equal(outcome, award > 0 ? 'awarded' : 'not_awarded')
      }),
      { numRuns: 2000 },
    )
  })

  test('counts no savings for a household on Universal Credit, whose award tells its income', () => {
    const home: Household = { ...alone, benefit: 'universal_credit', capital: 1_600_000 }
    const { values } = tryAnswers(pack, { ...answersOf(home), award_income: '2080.00' }, '2026-11-23')
    assert.equal(values['weekly_income'], 48_000)
    assert.equal(values['reduction'], 180_000)
  })

  test('sends people of pension age to their own scheme and decides nothing', () => {
    const { exit, outcome } = tryAnswers(pack, { ...answersOf(alone), date_of_birth: '1960-11-23' }, '2026-11-23')
    assert.deepEqual([exit, outcome], ['pension_age', null])
  })
})

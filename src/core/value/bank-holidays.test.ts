import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidaysOf, easterSunday, isBankHoliday, NATIONS } from './bank-holidays.ts'
import published from './bank-holidays.published.json' with { type: 'json' }

for (const nation of NATIONS) {
  test(`the bank holidays of ${nation} are those gov.uk published for 2012 to 2028`, () => {
    const years = Object.entries(published[nation])
    assert.equal(years.length, 17)
    for (const [year, days] of years) {
      assert.deepEqual(
        bankHolidaysOf(Number(year), nation),
        days.map((day) => `${year}-${day}`),
      )
    }
  })
}

test('a day at the weekend is kept on the next weekday that is free', () => {
  assert.ok(isBankHoliday('2022-01-03', 'england_and_wales'))
  assert.ok(!isBankHoliday('2022-01-04', 'england_and_wales'))
  assert.ok(isBankHoliday('2022-01-04', 'scotland'))
  assert.ok(!isBankHoliday('2022-01-01', 'scotland'))
})

test('Easter Sunday falls where the tables put it', () => {
  assert.deepEqual([1818, 1943, 2000, 2026, 2038, 2285].map(easterSunday), [
    '1818-03-22',
    '1943-04-25',
    '2000-04-23',
    '2026-04-05',
    '2038-04-25',
    '2285-03-22',
  ])
})

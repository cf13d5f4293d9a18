import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bankHolidaysOf, NATIONS } from './bank-holidays.ts'
import { addDays, dateOfDay, dayNumber, daysInMonth, partsOf, weekdayOf } from './calendar-date.ts'
import { subjectAccessDue, subjectAccessExtended } from './subject-access.ts'

const received = fc.integer({ min: dayNumber('2018-05-25'), max: dayNumber('2060-12-31') }).map((day) => dateOfDay(day) ?? '2026-01-01')
const nation = fc.constantFrom(...NATIONS)

describe('the time to answer a request about one’s own data', () => {
  test('is that of the regulator’s own examples', () => {
    assert.equal(subjectAccessDue('2026-09-03', 'england_and_wales'), '2026-10-05', '3 October is a Saturday')
    assert.equal(subjectAccessDue('2027-01-31', 'england_and_wales'), '2027-03-01', '28 February is a Sunday')
    assert.equal(subjectAccessDue('2025-11-25', 'england_and_wales'), '2025-12-29', 'Christmas, Boxing Day and a weekend are passed over')
    assert.equal(subjectAccessExtended('2026-09-03', 'england_and_wales'), '2026-12-03')
  })

  test('differs where the nations keep different holidays', () => {
    assert.equal(subjectAccessDue('2026-10-30', 'england_and_wales'), '2026-11-30')
    assert.equal(subjectAccessDue('2026-10-30', 'scotland'), '2026-12-01', 'St Andrew’s Day')
    assert.equal(subjectAccessDue('2027-02-17', 'northern_ireland'), '2027-03-18', 'St Patrick’s Day')
  })

  for (const [name, due, months] of [
    ['one month', subjectAccessDue, 1],
    ['three months', subjectAccessExtended, 3],
  ] as const) {
    test(`ends on the first working day from the corresponding date, ${name} later`, () => {
      fc.assert(
        fc.property(received, nation, (day, where) => {
          const found = due(day, where)
          assert.ok(found !== undefined)
          const corresponding = correspondingDate(day, months)
          assert.ok(found >= corresponding)
          assert.ok(isFree(found, where) === false, `${found} is a working day`)
          for (let passed = corresponding; passed < found; passed = addDays(passed, 1) ?? found) assert.ok(isFree(passed, where))
        }),
      )
    })
  }

  test('never runs out earlier for what came later', () => {
    fc.assert(
      fc.property(received, received, nation, (one, other, where) => {
        const [first, second] = one < other ? [one, other] : [other, one]
        assert.ok((subjectAccessDue(first, where) ?? '') <= (subjectAccessDue(second, where) ?? ''))
      }),
    )
  })
})

/** Worked out apart from the code under test: by year, month and day. */
function correspondingDate(date: string, months: number): string {
  const { year, month, day } = partsOf(date)
  const [nextYear, nextMonth] = month + months > 12 ? [year + 1, month + months - 12] : [year, month + months]
  const last = daysInMonth(nextYear, nextMonth)
  return `${nextYear}-${String(nextMonth).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}

function isFree(date: string, where: (typeof NATIONS)[number]): boolean {
  return weekdayOf(date) > 5 || bankHolidaysOf(Number(date.slice(0, 4)), where).includes(date)
}

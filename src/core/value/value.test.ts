import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageOn, dayOfAge } from './age.ts'
import { addDays, addMonths, dateFrom, dateOfDay, dayNumber, daysBetween, monthsBetween, parseDate, weekdayOf } from './calendar-date.ts'
import { firstDayOf, lastDayOf, monthOfDate, parseMonth } from './calendar-month.ts'
import { formatDate, formatDateWithWeekday, formatMonth } from './date-words.ts'
import { addDuration, parseDuration } from './duration.ts'
import { LARGEST_INTEGER, parseInteger } from './integer.ts'
import { formatMoney, parseMoney, plainMoney } from './money.ts'
import { roundTo, scale } from './rounding.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const anyDay = fc.integer({ min: -719162, max: 2932896 }).map((day) => dateOfDay(day) ?? '')
const anyPence = fc.maxSafeInteger()

test('money is read as people write it and refused when it is not an amount', () => {
  assert.deepEqual(['12', '12.50', '£1,234.50', '-£3.00', '£-3.00', ' 0.05 '].map(parseMoney), [1200, 1250, 123450, -300, -300, 5])
  for (const text of ['', '12.5', '1,23.00', '12.505', '1e3', 'NaN', '£', '99999999999999999', '1 000'])
    assert.equal(parseMoney(text), undefined, text)
})

test('every amount is written so that it reads back the same', () => {
  assert.equal(formatMoney(123456789), '£1,234,567.89')
  assert.equal(formatMoney(-5), '-£0.05')
  fc.assert(fc.property(anyPence, (pence) => parseMoney(formatMoney(pence)) === pence && parseMoney(plainMoney(pence)) === pence))
})

test('rounding follows its name on both sides of nothing', () => {
  const halves = [5, -5, 15, -15, 14, 16]
  const rounded = (rounding: 'half_up' | 'half_even' | 'down' | 'up') =>
    halves.map((amount) => scale(amount, { times: 1, by: 10 }, rounding))
  assert.deepEqual(rounded('half_up'), [1, -1, 2, -2, 1, 2])
  assert.deepEqual(rounded('half_even'), [0, 0, 2, -2, 1, 2])
  assert.deepEqual(rounded('down'), [0, 0, 1, -1, 1, 1])
  assert.deepEqual(rounded('up'), [1, -1, 2, -2, 2, 2])
  assert.equal(roundTo(1250, 100, 'half_up'), 1300)
})

test('a share is exact before it is rounded once, and out of bounds is no number', () => {
  assert.equal(scale(LARGEST_INTEGER, { times: 7, by: 7 }, 'down'), LARGEST_INTEGER)
  assert.equal(scale(LARGEST_INTEGER, { times: 2, by: 1 }, 'down'), undefined)
  assert.equal(scale(1, { times: 1, by: 0 }, 'down'), undefined)
  assert.equal(parseInteger('9007199254740992'), undefined)
})

test('only days that exist are dates', () => {
  assert.equal(dateFrom({ year: 2024, month: 2, day: 29 }), '2024-02-29')
  for (const text of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '2026-4-1', '2026-04-01T00:00']) {
    assert.equal(parseDate(text), undefined, text)
  }
})

test('dates count like the platform counts them', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const instant = new Date(`${date}T00:00:00Z`)
      assert.equal(dayNumber(date), instant.getTime() / 86_400_000)
      assert.equal(weekdayOf(date) % 7, instant.getUTCDay())
    }),
  )
  assert.equal(addDays('9999-12-31', 1), undefined)
  assert.equal(addDays('2026-02-28', 1), '2026-03-01')
  assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2)
})

test('a month later is the same day, or the last day of a shorter month', () => {
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29')
  assert.equal(addMonths('2026-03-31', -13), '2025-02-28')
  assert.equal(addMonths('2026-11-30', 3), '2027-02-28')
  assert.deepEqual(
    [monthsBetween('2026-01-31', '2026-02-28'), monthsBetween('2026-01-15', '2026-03-14'), monthsBetween('2026-03-14', '2026-01-15')],
    [1, 1, -1],
  )
})

test('an age is attained as the anniversary begins, on 1 March for who was born on 29 February', () => {
  assert.equal(ageOn('2008-11-23', '2026-11-22'), 17)
  assert.equal(ageOn('2008-11-23', '2026-11-23'), 18)
  assert.equal(ageOn('2008-02-29', '2026-02-28'), 17)
  assert.equal(ageOn('2008-02-29', '2026-03-01'), 18)
  assert.equal(ageOn('2008-02-29', '2028-02-29'), 20)
  assert.equal(ageOn('2026-11-24', '2026-11-23'), undefined)
})

test('the day of an age is the first day on which the age is that', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 100 }), (birth, years) => {
      const day = dayOfAge(birth, years)
      if (day === undefined) return
      assert.equal(ageOn(birth, day), years)
      assert.equal(ageOn(birth, addDays(day, -1) ?? ''), years - 1)
    }),
  )
})

test('months have their first and last day', () => {
  assert.equal(parseMonth('2026-13'), undefined)
  assert.equal(monthOfDate('2024-02-10'), '2024-02')
  assert.deepEqual([firstDayOf('2024-02'), lastDayOf('2024-02')], ['2024-02-01', '2024-02-29'])
})

test('lengths are read and added in their own unit', () => {
  assert.deepEqual(['P6Y', 'P3M', 'P1Y6M', 'P2W', 'P10D', 'P10WD'].map(parseDuration), [
    { unit: 'months', count: 72 },
    { unit: 'months', count: 3 },
    { unit: 'months', count: 18 },
    { unit: 'days', count: 14 },
    { unit: 'days', count: 10 },
    { unit: 'working-days', count: 10 },
  ])
  for (const text of ['P', 'P1M10D', '10D', 'P-1D', 'PT1H', 'p1d', 'P1.5Y']) assert.equal(parseDuration(text), undefined, text)
  assert.equal(addDuration('2026-12-18', { unit: 'working-days', count: 10 }, 'england_and_wales'), '2027-01-06')
})

test('working days skip weekends and the bank holidays of the nation', () => {
  assert.equal(addWorkingDays('2026-04-02', 1, 'england_and_wales'), '2026-04-07')
  assert.equal(addWorkingDays('2026-04-02', 1, 'scotland'), '2026-04-06')
  assert.equal(addWorkingDays('2026-04-07', -1, 'england_and_wales'), '2026-04-02')
  assert.equal(addWorkingDays('2026-11-21', 0, 'england_and_wales'), '2026-11-23')
  assert.equal(workingDaysBetween('2026-12-24', '2027-01-04', 'england_and_wales'), 4)
  assert.equal(addWorkingDays('2026-11-23', 1e9, 'scotland'), undefined)
})

test('counting working days undoes adding them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 18000, max: 22000 }), fc.integer({ min: 1, max: 300 }), (day, count) => {
      const from = dateOfDay(day) ?? ''
      assert.equal(workingDaysBetween(from, addWorkingDays(from, count, 'northern_ireland') ?? '', 'northern_ireland'), count)
    }),
  )
})

test('dates are written in both languages', () => {
  assert.equal(formatDate('2026-11-23', 'en'), '23 November 2026')
  assert.equal(formatDate('2026-11-23', 'cy'), '23 Tachwedd 2026')
  assert.equal(formatDateWithWeekday('2026-11-23', 'cy'), 'Dydd Llun 23 Tachwedd 2026')
  assert.equal(formatMonth('2026-01', 'cy'), 'Ionawr 2026')
})

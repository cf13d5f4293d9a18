import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { NATIONS } from '#core/value/bank-holidays.ts'
import { dateOfDay, dayNumber } from '#core/value/calendar-date.ts'
import { disposalDate, latestStart } from './retention.ts'

const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2040-12-31') }).map((number) => dateOfDay(number) ?? '2026-01-01')
const nation = fc.constantFrom(...NATIONS)
const keep = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((count) => `P${count}Y`),
  fc.integer({ min: 0, max: 48 }).map((count) => `P${count}M`),
  fc.integer({ min: 0, max: 900 }).map((count) => `P${count}D`),
  fc.integer({ min: 0, max: 200 }).map((count) => `P${count}WD`),
)
const from = fc.constantFrom('submitted', 'decided', 'closed' as const)

describe('the day something goes', () => {
  test('is the corresponding date, or the last day of a month without one', () => {
    const rule = { keep: 'P6M', from: 'decided' } as const
    assert.equal(disposalDate(rule, { submitted: '2026-08-01', decided: '2026-08-31' }, 'england_and_wales'), '2027-02-28')
    assert.equal(disposalDate({ ...rule, keep: 'P6Y' }, { submitted: '2024-02-29', decided: '2024-02-29' }, 'scotland'), '2030-02-28')
  })

  test('passes over weekends and the nation’s bank holidays when working days are counted', () => {
    const rule = { keep: 'P1WD', from: 'submitted' } as const
    assert.equal(disposalDate(rule, { submitted: '2026-11-27' }, 'england_and_wales'), '2026-11-30')
    assert.equal(disposalDate(rule, { submitted: '2026-11-27' }, 'scotland'), '2026-12-01')
  })

  test('is not there while nothing has been decided or closed', () => {
    assert.equal(disposalDate({ keep: 'P1Y', from: 'decided' }, { submitted: '2020-01-01' }, 'scotland'), undefined)
    assert.equal(disposalDate({ keep: 'P1Y', from: 'closed' }, { submitted: '2020-01-01' }, 'scotland'), undefined)
  })

  test('takes closing for a decision that was never made, and a decision for a closing that was forgotten', () => {
    const on = { submitted: '2026-01-01' }
    assert.equal(disposalDate({ keep: 'P1D', from: 'decided' }, { ...on, closed: '2026-02-01' }, 'scotland'), '2026-02-02')
    assert.equal(disposalDate({ keep: 'P1D', from: 'closed' }, { ...on, decided: '2026-02-01' }, 'scotland'), '2026-02-02')
  })

  test('is never before the day it is counted from, and later when that is later', () => {
    fc.assert(
      fc.property(fc.record({ length: keep, event: from, one: day, other: day, where: nation }), ({ length, event, one, other, where }) => {
        const [first, second] = one < other ? [one, other] : [other, one]
        const goes = (on: string) => disposalDate({ keep: length, from: event }, { submitted: on, decided: on, closed: on }, where) ?? ''
        assert.ok(goes(first) >= first)
        assert.ok(goes(first) <= goes(second))
      }),
    )
  })

  test('is never missed by looking only at what began early enough', () => {
    fc.assert(
      fc.property(
        fc.record({ length: keep, event: from, start: day, today: day, where: nation }),
        ({ length, event, start, today, where }) => {
          const goes = disposalDate({ keep: length, from: event }, { submitted: start, decided: start, closed: start }, where)
          if (goes !== undefined && goes <= today) assert.ok(start <= (latestStart(length, today) ?? ''), `${start} ${length} ${today}`)
        },
      ),
    )
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayNumber } from '#core/value/calendar-date.ts'
import { type Banded, type Bands, bandOf, bandsFrom, endsOfBand, nameOfBand, namesOfBands, partsOf } from './split.ts'

const about = { id: 'a', today: '2026-03-04', channel: 'web', given: [], left: [] }

function tenthsOf(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b)
  return Array.from({ length: 9 }, (_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / 10) - 1] ?? 0)
}

function bandsOf(of: Banded, values: readonly number[]): Bands {
  return bandsFrom(of, { least: Math.min(...values), most: Math.max(...values), tenths: tenthsOf(values) })
}

const counted = (bands: Bands, values: readonly number[]) => {
  const counts = new Map(namesOfBands(bands).map((name) => [name, 0]))
  for (const value of values) {
    const name = nameOfBand(bands, bandOf(bands, value))
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > 0))
}

test('gives each of few numbers a band of its own', () => {
  const values = [0, 0, 1, 1, 1, 2, 5]
  assert.deepEqual(counted(bandsOf('number', values), values), { '0': 2, '1': 3, '2': 1, '5': 1 })
})

test('parts many numbers into about five of as many cases each, with ends that can be read', () => {
  const values = Array.from({ length: 1000 }, (_, at) => 100_000 + at * 937)
  assert.deepEqual(counted(bandsOf('number', values), values), {
    '..299999': 214,
    '300000..449999': 160,
    '450000..649999': 213,
    '650000..849999': 214,
    '850000..': 199,
  })
})

test('tells a value that many share by itself', () => {
  const values = Array.from({ length: 100 }, (_, at) => (at < 45 ? 0 : at * 1000))
  const found = counted(bandsOf('number', values), values)
  assert.equal(found['0'], 45)
  assert.ok(Object.keys(found).length > 2, JSON.stringify(found))
})

test('tells dates of many years by years, of one year by months, and months by months', () => {
  const days = (from: string, count: number, step: number) => Array.from({ length: count }, (_, at) => dayNumber(from) + at * step)
  const names = (of: Banded, values: readonly number[]) => namesOfBands(bandsOf(of, values))
  assert.deepEqual(names('date', days('1940-05-05', 600, 50)), [
    '..1955-12-31',
    '1956-01-01..1972-12-31',
    '1973-01-01..1988-12-31',
    '1989-01-01..2004-12-31',
    '2005-01-01..',
  ])
  assert.deepEqual(names('date', days('2026-01-05', 300, 1)).slice(0, 2), ['..2026-02-28', '2026-03-01..2026-04-30'])
  assert.deepEqual(names('month', days('2020-01-01', 36, 31)).slice(0, 2), ['..2020-07', '2020-08..2021-02'])
})

test('has ends as they are where rounded ones would lie below all there is', () => {
  const names = (of: Banded, spread: Parameters<typeof bandsFrom>[1]) => namesOfBands(bandsFrom(of, spread))
  assert.deepEqual(names('number', { least: 1, most: 1000, tenths: [1, 2, 3, 4, 5, 6, 7, 8, 1000] }), [
    '..1',
    '2..3',
    '4..5',
    '6..7',
    '8..',
  ])
  const years = ['02-01', '03-01', '04-01', '05-01', '06-01', '07-01', '08-01', '09-01'].map((day) => dayNumber(`2026-${day}`))
  const months = { least: dayNumber('2026-02-01'), most: dayNumber('2046-01-01'), tenths: [...years, dayNumber('2046-01-01')] }
  assert.deepEqual(names('month', months), ['..2026-02', '2026-03..2026-04', '2026-05..2026-06', '2026-07..2026-08', '2026-09..'])
  assert.deepEqual(names('number', { least: 7, most: 90, tenths: [] }), ['..6', '7..'])
})

test('has no end after the last day that can be written', () => {
  const [day, month] = [dayNumber('9999-12-31'), dayNumber('9999-12-01')]
  const shared = (value: number) => ({ least: value, most: value, tenths: Array.from({ length: 9 }, () => value) })
  assert.deepEqual(namesOfBands(bandsFrom('date', shared(day))), ['..9999-12-30', '9999-12-31..'])
  assert.deepEqual(namesOfBands(bandsFrom('month', shared(month))), ['..9999-11', '9999-12..'])
})

test('puts every value into the band whose ends it lies between, for any values there are', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Banded>('number', 'date', 'month'),
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -500_000, max: 900_000 }), fc.integer({ min: 0, max: 40 })), { minLength: 1 }),
      (of, drawn) => {
        const values =
          of === 'month' ? drawn.map((value) => dayNumber(new Date(value * 86_400_000).toISOString().slice(0, 7).concat('-01'))) : drawn
        const bands = bandsOf(of, values)
        assert.deepEqual(
          bands.ends,
          [...new Set(bands.ends)].sort((a, b) => a - b),
        )
        assert.ok(bands.ends.length > 0 && bands.ends.length <= 14)
        for (const value of values) {
          const ends = endsOfBand(nameOfBand(bands, bandOf(bands, value)))
          assert.ok(ends)
          if (of !== 'number') continue
          assert.ok(ends.from === undefined || Number(ends.from) <= value, JSON.stringify([ends, value]))
          assert.ok(ends.to === undefined || value <= Number(ends.to), JSON.stringify([ends, value]))
        }
      },
    ),
  )
})

test('says in which parts a case is', () => {
  const bands: Bands = { of: 'number', ends: [0, 10] }
  const past = {
    ...about,
    answers: { plays: true, level: 'coach', fuels: ['gas', 'oil'], cost: 12, home: [{ age: 1 }, { age: 2 }], none: [] },
  }
  const parts = (by: Parameters<typeof partsOf>[0]) => partsOf(by, past)
  assert.deepEqual(parts({ by: 'month' }), ['2026-03'])
  assert.deepEqual(parts({ by: 'area' }), [''])
  assert.deepEqual(parts({ by: 'answer plays' }), ['yes'])
  assert.deepEqual(parts({ by: 'answer level' }), ['coach'])
  assert.deepEqual(parts({ by: 'answer fuels' }), ['gas', 'oil'])
  assert.deepEqual(parts({ by: 'answer none' }), [''])
  assert.deepEqual(parts({ by: 'answer nothing' }), [''])
  assert.deepEqual(parts({ by: 'answer cost', bands }), ['10..'])
  assert.deepEqual(parts({ by: 'answer home', bands }), ['0..9'])
  assert.deepEqual(endsOfBand('gas'), undefined)
  assert.deepEqual(endsOfBand('-3'), { from: '-3', to: '-3' })
})

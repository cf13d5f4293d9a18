import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { apportioned, costsOf, findMinutes, type Work } from './cost.ts'
import type { CostSet, MinutesSet } from './event.ts'

const cost = (more: Partial<CostSet>): CostSet => ({
  id: 'team',
  label: 'Team',
  kind: 'variable',
  covers: ['staff'],
  pence: 120_000,
  per: 'year',
  share: 1000,
  driver: 'cases',
  channels: [],
  from: '2020-01-01',
  confidence: 'recorded',
  source: 'Ledger',
  asOf: '2025-03-31',
  ...more,
})
const minutes = (more: Partial<MinutesSet>): MinutesSet => ({
  work: 'taking',
  channel: 'every',
  seconds: 60,
  from: '2020-01-01',
  basis: 'standard',
  confidence: 'estimated',
  source: 'Agreed',
  asOf: '2025-03-31',
  ...more,
})
const work = (channel: Work['channel'], finished: number, touches = 0): Work => ({ channel, finished, touches })
const year = { from: '2025-12-01', to: '2026-11-30' }

describe('the cost of one case', () => {
  test('is all costs of twelve months by all cases finished in them', () => {
    const costs = costsOf({ costs: [cost({})], minutes: [] }, [work('web', 75), work('phone', 25)], year)
    assert.equal(costs?.pence, 120_000)
    assert.equal(costs?.each, 1200)
    assert.deepEqual(
      costs?.channels.map(({ pence }) => pence),
      [90_000, 30_000],
    )
  })

  test('follows the minutes a channel takes: standard ones for taking it in, and for every officer step that was counted', () => {
    const assumptions = {
      costs: [cost({ driver: 'minutes' })],
      minutes: [minutes({}), minutes({ channel: 'phone', seconds: 540 }), minutes({ work: 'handling', seconds: 120 })],
    }
    const costs = costsOf(assumptions, [work('web', 10, 20), work('phone', 10, 20)], year)
    // Web: 10 × 1 + 20 × 2 minutes; phone: 10 × 9 + 20 × 2.
    assert.deepEqual(
      costs?.channels.map(({ seconds, pence }) => [seconds / 60, pence]),
      [
        [50, 33_333],
        [130, 86_667],
      ],
    )
  })

  test('takes only the part of a shared cost that is the service’s own, and only some channels for what is theirs', () => {
    const shared = cost({ id: 'rooms', share: 125, driver: 'channels', channels: ['counter'] })
    const costs = costsOf({ costs: [shared], minutes: [] }, [work('web', 10), work('counter', 5)], year)
    assert.deepEqual(
      costs?.channels.map(({ pence }) => pence),
      [0, 15_000],
    )
  })

  test('counts a cost of each case by the cases, and one that no channel can carry in the whole', () => {
    const post = cost({ id: 'post', per: 'case', pence: 165, driver: 'channels', channels: ['paper'] })
    const phones = cost({ id: 'phones', pence: 10_000, driver: 'channels', channels: ['phone'] })
    const costs = costsOf({ costs: [post, phones], minutes: [] }, [work('web', 10), work('paper', 3)], year)
    assert.equal(costs?.pence, 495 + 10_000)
    assert.equal(costs?.uncarried, 10_000)
  })

  test('changes on the day a later entry names, and not before', () => {
    const costs = [cost({}), cost({ pence: 240_000, from: '2026-06-01' })]
    assert.equal(costsOf({ costs, minutes: [] }, [work('web', 1)], year)?.pence, 60_000 + 120_000)
    assert.equal(costsOf({ costs, minutes: [] }, [work('web', 1)], { from: '2025-12-01', to: '2026-05-31' })?.pence, 60_000)
  })

  test('counts days of a month that is not over by their part of it', () => {
    assert.equal(costsOf({ costs: [cost({})], minutes: [] }, [work('web', 1)], { from: '2026-11-01', to: '2026-11-15' })?.pence, 5000)
  })

  test('says how sure it is by the least sure figure, how old by the oldest, and is none without costs', () => {
    const costs = costsOf({ costs: [cost({})], minutes: [minutes({ confidence: 'assumed', asOf: '2019-01-01' })] }, [work('web', 1)], year)
    assert.deepEqual([costs?.confidence, costs?.asOf], ['assumed', '2019-01-01'])
    assert.equal(costsOf({ costs: [], minutes: [] }, [work('web', 1)], year), undefined)
  })
})

describe('minutes', () => {
  test('of the channel count before those of every channel, measured ones before agreed ones, the newest of a kind', () => {
    const all = [
      minutes({ seconds: 1 }),
      minutes({ channel: 'phone', seconds: 2 }),
      minutes({ channel: 'phone', seconds: 3, basis: 'recorded' }),
      minutes({ channel: 'phone', seconds: 4, basis: 'recorded', from: '2026-01-01' }),
      minutes({ channel: 'phone', seconds: 5, from: '2027-01-01' }),
    ]
    const at = (channel: Work['channel'], day: string) => findMinutes(all, { work: 'taking', channel, day })?.seconds
    assert.deepEqual([at('web', '2026-06-01'), at('phone', '2025-06-01'), at('phone', '2026-06-01')], [1, 3, 4])
  })
})

describe('money spread by weight', () => {
  test('always adds up to the whole, and differs from the exact part by less than a penny', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 }), (pence, weights) => {
        const parts = apportioned(pence, weights)
        const all = weights.reduce((sum, weight) => sum + weight, 0)
        if (all === 0) return parts.every((part) => part === 0)
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0),
          pence,
        )
        return parts.every((part, place) => Math.abs(part - (pence * (weights[place] ?? 0)) / all) < 1)
      }),
    )
  })

  test('makes the channels and what none could carry add up to the cost of all', () => {
    const channels = ['web', 'phone', 'counter', 'paper'] as const
    const anyCost = fc.record({
      pence: fc.nat(1_000_000),
      share: fc.nat(1000),
      driver: fc.constantFrom('cases', 'minutes', 'channels'),
      per: fc.constantFrom('year', 'case'),
      channels: fc.subarray([...channels]),
    })
    fc.assert(
      fc.property(
        fc.array(anyCost, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
        (entered, counts) => {
          const costs = entered.map((one, place) => cost({ ...one, id: `cost-${place}` }))
          const works = channels.map((channel, place) => work(channel, counts[place] ?? 0, (counts[place] ?? 0) * 2))
          const found = costsOf({ costs, minutes: [minutes({})] }, works, year)
          assert.ok(found)
          assert.equal(found.channels.reduce((sum, { pence }) => sum + pence, 0) + found.uncarried, found.pence)
        },
      ),
    )
  })
})

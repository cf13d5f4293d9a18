import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Costs } from '../domain/index.ts'
import { costChart, effectChart } from './charts.ts'

const costs = (finished: Readonly<Record<'web' | 'phone' | 'paper', number>>): Costs => ({
  channels: (['web', 'phone', 'paper'] as const).map((channel) => ({
    ...{ channel, finished: finished[channel], touches: 0, seconds: 0 },
    ...{ pence: finished[channel] * 500, each: finished[channel] === 0 ? undefined : 500 },
  })),
  ...{ pence: 1, uncarried: 0, finished: 1, each: 1, confidence: 'recorded', asOf: '2026-01-01', covers: [] },
})

test('costs by channel give away no channel that few used, neither by itself nor from the others', () => {
  const chart = String(costChart(costs({ web: 211, phone: 45, paper: 9 }), 'en'))
  assert.match(chart, />211</)
  assert.doesNotMatch(chart, />(45|9|£225\.00|£45\.00)</)
  assert.match(chart, /too few to show/)
  assert.match(chart, /Numbers under 10 are hidden/)
})

test('costs by channel show all where nothing is small', () => {
  const chart = String(costChart(costs({ web: 211, phone: 45, paper: 0 }), 'en'))
  assert.match(chart, />45</)
  assert.doesNotMatch(chart, /too few to show/)
})

test('a difference that is reckoned stands where its size puts it beside what was before, not at the end of the scale', () => {
  const cost = (after: number) =>
    ({ id: 'cost', side: 'saving', unit: 'pence', before: 1000, after, difference: undefined, verdict: 'better', sizes: [40, 40] }) as const
  const pointOf = (after: number) =>
    Number(/picture__point" cx="([\d.]+)%"/.exec(String(effectChart({ compared: [cost(after)] }, { id: 'e', of: 'x' }, 'en')))?.[1])
  assert.ok(pointOf(990) > 50 && pointOf(990) < 53)
  assert.ok(pointOf(700) > 70 && pointOf(700) < pointOf(500))
})

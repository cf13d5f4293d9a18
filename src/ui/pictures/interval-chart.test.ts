import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { intervalChart } from './interval-chart.ts'

const chart = String(
  intervalChart({
    id: 'c',
    title: 'Before and after',
    description: 'One is clearly better.',
    heads: ['What', 'Before', 'After'],
    ends: { worse: 'Worse', better: 'Better' },
    rows: [
      { label: 'Days', value: '4 fewer', interval: { by: 4, low: 2, high: 6 }, cells: ['12', '8'] },
      { label: 'Happy', value: 'too few', cells: ['–', '–'] },
      { label: 'Exact', value: 'none', interval: { by: 0, low: 0, high: 0 }, cells: ['1', '1'] },
    ],
  }),
)

describe('a chart of differences', () => {
  it('draws what is surely better to the right of the line of no difference', () => {
    const [first] = [...chart.matchAll(/class="picture__interval" x="([^"]+)%"/g)].map(([, x]) => Number(x))
    assert.ok(first !== undefined && first > 50)
  })

  it('draws nothing where there are too few to say, and never a number that is none', () => {
    assert.equal([...chart.matchAll(/picture__interval/g)].length, 2)
    assert.equal([...chart.matchAll(/picture__bar--held-back/g)].length, 1)
    assert.doesNotMatch(chart, /NaN|Infinity/)
  })

  it('has the same numbers in a table', () => {
    assert.match(chart, /<th scope="row"[^>]*>Days<\/th><td[^>]*>12<\/td><td[^>]*>8<\/td>/)
  })
})

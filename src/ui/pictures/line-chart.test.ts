import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type LinePoint, lineChart } from './line-chart.ts'

const points: readonly LinePoint[] = [
  { label: 'January', value: 10, text: '10' },
  { label: 'February', value: 20, text: '20' },
  { label: 'March', text: 'too few' },
  { label: 'April', value: 30, text: '30' },
  { label: 'May <b>', value: 40, text: '40' },
]

const draw = (some: readonly LinePoint[]) =>
  String(
    lineChart({
      id: 'c',
      title: 'Joined, by month',
      description: 'More each month.',
      heads: ['Month', 'Joined'],
      points: some,
      scale: String,
      tableText: 'The numbers',
    }),
  )

describe('a line chart', () => {
  it('breaks the line where a number is held back, and draws every other as a point', () => {
    const chart = draw(points)
    const lines = [...chart.matchAll(/<polyline[^>]*points="([^"]+)"/g)].map(([, corners = '']) => corners.split(' ').length)
    assert.deepEqual(lines, [2, 2])
    assert.equal([...chart.matchAll(/<circle/g)].length, 4)
  })

  it('puts the highest number at the top of its scale and nothing at the bottom', () => {
    const heights = [...draw(points).matchAll(/cy="([^"]+)"/g)].map(([, y]) => Number(y))
    assert.deepEqual(heights, [143, 104, 65, 26])
  })

  it('says what it shows to those who cannot see it, and has the same numbers in a table', () => {
    const chart = draw(points)
    assert.match(chart, /role="img" aria-labelledby="c-title c-description"/)
    assert.match(chart, /<th scope="row"[^>]*>May &lt;b&gt;<\/th><td[^>]*>40<\/td>/)
  })

  it('stands with one number, and with none', () => {
    assert.equal([...draw(points.slice(0, 1)).matchAll(/<circle/g)].length, 1)
    assert.doesNotMatch(draw([]), /NaN|Infinity/)
    assert.doesNotMatch(draw([{ label: 'A', value: 0, text: '0' }]), /NaN|Infinity/)
  })
})

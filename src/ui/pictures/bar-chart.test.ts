import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { barChart } from './bar-chart.ts'

const chart = String(
  barChart({
    id: 'c',
    title: 'Joined, by street',
    description: 'Mill Lane leads.',
    heads: ['Street', 'Share', 'Joined'],
    bars: [
      { label: 'Mill <Lane>', share: 211 / 257, value: '82.1%', cells: ['211'] },
      { label: 'Ferry Road', value: 'fewer than 5', cells: ['–'] },
      { label: 'Odd', share: 1.7, value: '170%', cells: ['9'] },
    ],
  }),
)

describe('a bar chart', () => {
  it('draws each bar as long as its share, and never longer than the picture', () => {
    const widths = [...chart.matchAll(/class="picture__bar" [^>]*width="([^"]+)"/g)].map(([, width]) => width)
    assert.deepEqual(widths, ['82.1%', '100.0%'])
  })

  it('draws what is held back without a length', () => {
    assert.equal([...chart.matchAll(/picture__bar--held-back/g)].length, 1)
  })

  it('says what it shows to those who cannot see it, and has the same numbers in a table', () => {
    assert.match(chart, /role="img" aria-labelledby="c-title c-description"/)
    assert.match(chart, /<desc id="c-description">Mill Lane leads\.<\/desc>/)
    assert.match(chart, /<th scope="row"[^>]*>Mill &lt;Lane&gt;<\/th><td[^>]*>82\.1%<\/td><td[^>]*>211<\/td>/)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flowChart, type FlowChartOptions } from './flow-chart.ts'

const options: FlowChartOptions = {
  id: 'flows',
  title: 'Before and after',
  description: 'Ten of a hundred change.',
  heads: ['Before', 'After', 'How many'],
  written: String,
  flows: [
    { from: 'Yes', to: 'Yes', count: 90, isChange: false },
    { from: 'Yes', to: 'No <b>', count: 9, isChange: true },
    { from: 'No <b>', to: 'Yes', count: 1, isChange: true },
  ],
}

test('says in words and in a table what it draws', () => {
  const chart = String(flowChart(options))
  assert.match(chart, /role="img" aria-labelledby="flows-title flows-description"/)
  assert.match(chart, /<desc id="flows-description">Ten of a hundred change\.<\/desc>/)
  assert.equal(chart.match(/<th scope="row"/g)?.length, 3)
  assert.match(chart, /<td class="govuk-table__cell govuk-table__cell--numeric">90<\/td>/)
  assert.doesNotMatch(chart, /<b>|style=/)
})

test('draws a bar for each place and a ribbon for each flow, those that change above the others', () => {
  const chart = String(flowChart(options))
  assert.equal(chart.match(/<rect/g)?.length, 4)
  const ribbons = [...chart.matchAll(/<path class="(picture__flow[^"]*)"/g)].map(([, name]) => name)
  assert.deepEqual(ribbons, ['picture__flow', 'picture__flow--change', 'picture__flow--change'])
  assert.match(chart, /Yes <tspan class="picture__value">99<\/tspan>/)
  assert.match(chart, /Yes <tspan class="picture__value">91<\/tspan>/)
})

test('words too long to stand beside each other stand above each other', () => {
  const heights = (label: string) => {
    const chart = String(flowChart({ ...options, flows: [{ from: label, to: label, count: 90, isChange: false }] }))
    return [...chart.matchAll(/<text [^>]*y="(\d+)"/g)].map(([, y]) => Number(y))
  }
  const [left = 0, right = 0] = heights('Given to somebody who uses it')
  assert.ok(right - left >= 20, `${left} and ${right}`)
  assert.deepEqual(heights('Given away'), [17, 17])
})

test('draws nothing out of place where there is nothing', () => {
  const chart = String(flowChart({ ...options, flows: [] }))
  assert.doesNotMatch(chart, /NaN|Infinity|undefined/)
})

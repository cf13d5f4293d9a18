/** Cliff edges: every kind of answer that can be a step more, groups that can have one entry more, and figures that are worked out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertFound } from '#test/kit/findings.ts'
import { outcomeTable, type SmallService, smallService } from '#test/kit/small-service.ts'
import { prove } from '../index.ts'

const pages = [
  {
    id: 'first',
    questions: [
      { id: 'age', kind: 'number', min: 0, max: 120 },
      { id: 'pay', kind: 'money', max: '5000.00' },
      { id: 'born', kind: 'date', latest: 'today' },
      { id: 'since', kind: 'month' },
      { id: 'member', kind: 'yes-no' },
      { id: 'trains', kind: 'yes-no' },
      { id: 'people', kind: 'group', min: 1, max: 4, of: [{ id: 'pay', kind: 'money', max: '900.00' }] },
    ],
  },
]

function edgesOf(is: string, cell: string, parts: Partial<SmallService> = {}) {
  const prepared = smallService({
    pages,
    tables: [
      outcomeTable(is, [
        [cell, 'bad'],
        ['-', 'good'],
      ]),
    ],
    outcome: 't.outcome',
    ...parts,
  })
  const { findings, notProved } = prove(prepared)
  assertFound(prepared, findings)
  assert.deepEqual(notProved, [])
  return findings.filter(({ code }) => code === 'cliff-edge')
}

function bothSides(is: string, cell: string, question: string) {
  const [edge, ...others] = edgesOf(is, cell)
  assert.deepEqual(others, [])
  assert.equal(edge?.about.question, question)
  return [edge.example?.answers[question], edge.beside?.answers[question]]
}

test('one more of a whole number, a penny more and a month more, with both sides', () => {
  assert.deepEqual(bothSides('age', '< 18', 'age'), [17, 18])
  assert.deepEqual(bothSides('pay', '<= 480.00', 'pay'), [48_000, 48_001])
  assert.deepEqual(bothSides('since', '< 2020-04-01', 'since'), ['2020-03', '2020-04'])
})

test('a day more, of an answer or of the day itself', () => {
  const edges = edgesOf('ageOn(born, today)', '< 18')
  assert.deepEqual(
    edges.map(({ about }) => `${about.question} ${about.outcome} ${about.other}`),
    ['today bad good', 'born good bad'],
  )
})

test('one entry more of a group, and a penny more in its first', () => {
  const edges = edgesOf('sum(people.map(one, one.pay))', '<= 1000.00')
  assert.deepEqual(
    edges.map(({ about }) => about.question),
    ['people', 'people.0.pay'],
  )
  for (const { example, beside } of edges) assert.ok(example && beside)
  const [more] = edges
  assert.deepEqual(
    [more?.example, more?.beside].map((side) => (Array.isArray(side?.answers['people']) ? side.answers['people'].length : 0)),
    [2, 3],
  )
})

test('a figure that is worked out, also where no answer by itself is a step', () => {
  const points = [{ id: 'points', is: '(member ? 2 : 0) + (trains ? 1 : 0)' }]
  const [edge, ...others] = edgesOf('points', '< 3', { calculations: points })
  assert.deepEqual(others, [])
  assert.deepEqual(edge?.about, { calculation: 'points', outcome: 'bad', other: 'good', figures: ['2', '3'] })
  assert.equal(edge.example?.answers['member'], true)
})

test('a figure is only told where a rule compares it, not where it is part of another', () => {
  const calculations = [
    { id: 'half', is: 'divide(pay, 2, rounding.down)' },
    { id: 'net', is: 'half - gbp("1.00")' },
  ]
  const edges = edgesOf('net', '<= 100.00', { calculations })
  assert.deepEqual(
    edges.map(({ about }) => about.question ?? about.calculation),
    ['pay', 'net'],
  )
  assert.deepEqual(edges.at(-1)?.about.figures, ['100.00', '100.01'])
})

test('what rises without an edge has none', () => {
  assert.deepEqual(edgesOf('member', 'yes'), [])
})

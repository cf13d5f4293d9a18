/** Random tables over random answers: what is decided early stays decided, and every policy does what DMN says of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Scope, Values } from '#core/expression/index.ts'
import { compileTable, type Decision, type Hit, type Table } from './index.ts'

const scope: Scope = {
  variables: { a: { kind: 'int' }, b: { kind: 'int' }, c: { kind: 'option', of: 'c' } },
  options: { c: ['x', 'y', 'z'] },
}

const numbers = fc.integer({ min: 0, max: 4 })
const numberCell = fc.oneof(
  fc.constant('-'),
  numbers.map(String),
  numbers.map((from) => `< ${from}`),
  numbers.map((from) => `>= ${from}`),
  fc.tuple(numbers, numbers).map(([from, more]) => `[${from}..${from + more})`),
  fc.tuple(numbers, numbers).map(([one, other]) => `not(${one}, ${other})`),
)
const optionCell = fc.constantFrom('-', 'x', 'y', 'not(z)', 'x, y')
const rows = fc.array(fc.record({ when: fc.tuple(numberCell, numberCell, optionCell), then: fc.tuple(numbers.map(String)) }), {
  minLength: 1,
  maxLength: 6,
})
const answers = fc.record({ a: numbers, b: numbers, c: fc.constantFrom('x', 'y', 'z') })
const policies: readonly Hit[] = ['U', 'F', 'A', 'P', 'C', 'R']

function tableOf(hit: Hit, given: Table['rows']): Table {
  return {
    id: 'random',
    hit,
    inputs: ['a', 'b', 'c'].map((id) => ({ id, is: id })),
    outputs: [{ id: 'out', type: { kind: 'int' }, values: ['4', '3', '2', '1', '0'] }],
    rows: given,
  }
}

function decide(hit: Hit, given: Table['rows'], values: Values): Decision | undefined {
  const table = compileTable(tableOf(hit, given), scope)
  if ('faults' in table) {
    assert.ok(
      table.faults.every(({ code }) => code === 'same-row'),
      JSON.stringify(table.faults),
    )
    return undefined
  }
  return table.decide(values)
}

function resultOf(decision: Decision | undefined): unknown {
  if (decision?.state === 'decided') return decision.list
  return decision?.state === 'fault' ? decision.fault : decision?.state
}

test('a table decided with answers missing decides the same when they come', () => {
  let early = 0
  fc.assert(
    fc.property(fc.tuple(fc.constantFrom(...policies), rows), answers, fc.subarray(['a', 'b', 'c']), (...[[hit, given], values, known]) => {
      const partial = Object.fromEntries(Object.entries(values).filter(([name]) => known.includes(name)))
      const first = decide(hit, given, partial)
      if (first === undefined || first.state === 'missing') {
        assert.ok(first === undefined || first.missing.length > 0)
        return
      }
      if (known.length < 3) early += 1
      assert.deepEqual(resultOf(decide(hit, given, values)), resultOf(first))
    }),
    { numRuns: 3000 },
  )
  assert.ok(early > 200, String(early))
})

test('over complete answers every policy follows from the list of rows that match', () => {
  fc.assert(
    fc.property(rows, answers, (given, values) => {
      const every = decide('R', given, values)
      if (every?.state !== 'decided') assert.fail('Nothing is missing')
      const list = every.list.map(({ out }) => Number(out))
      assert.deepEqual(
        every.list.map((_, at) => given[Number(every.rows[at]) - 1]?.then),
        list.map((out) => [String(out)]),
      )
      const [first] = list
      const found = (value: number | undefined) => (value === undefined ? 'no-match' : [{ out: value }])
      const matches = (hit: Hit, expected: unknown) => {
        const decision = decide(hit, given, values)
        if (decision !== undefined) assert.deepEqual(resultOf(decision), expected, hit)
      }
      matches('F', found(first))
      matches('U', list.length > 1 ? 'several-rows' : found(first))
      matches('A', new Set(list).size > 1 ? 'rows-disagree' : found(first))
      matches('P', found(list.length === 0 ? undefined : Math.max(...list)))
      matches(
        'C',
        list.map((out) => ({ out })),
      )
    }),
    { numRuns: 2000 },
  )
})

/** Random tables over random answers: what is decided early stays decided, and every policy does what DMN says of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Frame, type Scope, type Source, type Values } from '#core/expression/index.ts'
import { bandsOf } from './bands.ts'
import { compileTable, type Decision, type Hit, quickTable, type Table } from './index.ts'

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

/** The place of the row a quick closure finds: -1 for none, undefined where it cannot tell. */
function quickly(hit: Hit, given: Table['rows'], values: Values): number | undefined {
  const table = compileTable(tableOf(hit, given), scope)
  const names = Object.keys(scope.variables)
  let size = names.length
  const find = (name: string): Source => ({ kind: 'slot', at: names.indexOf(name) })
  const source = 'faults' in table ? undefined : quickTable(table.trees, ['out'], { find, newSlot: () => size++ })
  if (source?.kind !== 'table') return undefined
  const slots = names.map((name) => ({ name, convert: undefined }))
  const frame = new Frame(slots, size)
  frame.begin(values)
  const row = source.row(frame)
  return frame.isLost ? undefined : row
}

test('a row found quickly is the row decided on, over complete answers and over gaps', () => {
  let found = 0
  fc.assert(
    fc.property(
      fc.tuple(fc.constantFrom<Hit>('U', 'F', 'P'), rows),
      answers,
      fc.subarray(['a', 'b', 'c'], { minLength: 2 }),
      (...[[hit, given], values, known]) => {
        const partial = Object.fromEntries(Object.entries(values).filter(([name]) => known.includes(name)))
        const row = quickly(hit, given, partial)
        if (row === undefined) return
        const decision = decide(hit, given, partial)
        assert.equal(decision?.state, row === -1 ? 'no-match' : 'decided')
        if (row === -1) return
        found += 1
        assert.deepEqual(decision?.rows, [String(row + 1)])
      },
    ),
    { numRuns: 2000 },
  )
  assert.ok(found > 300, String(found))
})

test('bands of one number are looked up as they are tested', () => {
  const bands = ['< 2', '[2..4]', '5, 6', '> 6'].map((cell, at) => ({ when: [cell, '-', '-'], then: [String(at)] }))
  const apart = bands.filter((_, at) => at !== 2)
  for (const a of [0, 1, 2, 4, 5, 6, 7]) {
    for (const table of [bands, apart]) {
      const compiled = compileTable(tableOf('U', table), scope)
      assert.equal('trees' in compiled && bandsOf(compiled.trees) !== undefined, table === apart)
      const decision = decide('U', table, { a })
      assert.equal(quickly('U', table, { a }), decision?.state === 'decided' ? Number(decision.rows[0]) - 1 : -1)
    }
  }
})

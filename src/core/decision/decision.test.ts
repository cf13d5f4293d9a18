import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Scope, Values } from '#core/expression/index.ts'
import { type CompiledTable, compileTable, type Row, type Table } from './index.ts'

const scope: Scope = {
  variables: {
    income: { kind: 'money' },
    age: { kind: 'int' },
    member: { kind: 'bool' },
    joined: { kind: 'date' },
    court: { kind: 'option', of: 'court' },
    extras: { kind: 'list', of: { kind: 'option', of: 'extras' } },
    town: { kind: 'string' },
    fee: { kind: 'money' },
  },
  options: { court: ['grass', 'clay', 'hard'], extras: ['racket', 'balls', 'coach'] },
}

const rates: Table = {
  id: 'rates',
  hit: 'F',
  inputs: [
    { id: 'income', is: 'income' },
    { id: 'member', is: 'member' },
  ],
  outputs: [{ id: 'rate', type: { kind: 'int' } }],
  rows: [
    { id: 'low', when: ['<= 480.00', '-'], then: ['100'], cites: 'Rules 3.1', reason: 'low-income' },
    { id: 'middle', when: ['[480.01..530.00]', '-'], then: ['75'], cites: 'Rules 3.2' },
    { id: 'member', when: ['-', 'yes'], then: ['10'], reason: 'member' },
    { id: 'none', when: ['-', '-'], then: ['0'] },
  ],
}

function compiled(table: Table): CompiledTable {
  const result = compileTable(table, scope)
  if ('faults' in result) assert.fail(JSON.stringify(result.faults))
  return result
}

function faultsOf(table: Table) {
  const result = compileTable(table, scope)
  return 'faults' in result ? result.faults : []
}

/** What one row on one input says of an answer: whether it matches, or undefined when that hangs on a missing answer. */
function matches(is: string, cell: string | number | boolean, values: Values): boolean | undefined {
  const table: Table = {
    id: 'one',
    hit: 'F',
    inputs: [{ id: 'in', is }],
    outputs: [{ id: 'out', type: { kind: 'bool' } }],
    rows: [{ when: [cell], then: ['yes'] }],
  }
  const { state } = compiled(table).decide(values)
  return state === 'decided' ? true : state === 'no-match' ? false : undefined
}

function withRows(table: Omit<Table, 'rows'>, rows: readonly Row[]): Table {
  return { ...table, rows }
}

test('a first table gives the first row that matches, with its trail', () => {
  const decision = compiled(rates).decide({ income: 48000, member: true })
  assert.deepEqual(decision, {
    state: 'decided',
    outputs: { rate: 100 },
    list: [{ rate: 100 }],
    rows: ['low'],
    read: ['income'],
    cites: ['Rules 3.1'],
    reasons: ['low-income'],
    inputs: { income: 48000, member: true },
  })
  const pence = (income: number) => compiled(rates).decide({ income, member: false })
  assert.deepEqual(
    [48001, 53000, 53001].map((income) => pence(income).rows),
    [['middle'], ['middle'], ['none']],
  )
})

test('a first table is decided without the answers that cannot change it, and names those that can', () => {
  assert.deepEqual(compiled(rates).decide({ income: 1 }).rows, ['low'])
  const open = compiled(rates).decide({ income: 60000 })
  assert.equal(open.state, 'missing')
  assert.deepEqual(open.state === 'missing' && open.missing, ['member'])
  const blank = compiled(rates).decide({})
  assert.deepEqual(blank.state === 'missing' && blank.missing, ['income'])
})

test('a unique table is at fault when several rows match', () => {
  const table: Table = { ...rates, hit: 'unique' }
  const decision = compiled(table).decide({ income: 1, member: true })
  assert.deepEqual(decision.state === 'fault' && decision.fault, 'several-rows')
  assert.deepEqual(decision.rows, ['low', 'member', 'none'])
  const apart = withRows({ ...rates, hit: 'U' }, [
    { when: ['< 10.00', '-'], then: ['1'] },
    { when: ['>= 10.00', 'no'], then: ['2'] },
  ])
  assert.deepEqual(compiled(apart).decide({ income: 1000, member: false }).rows, ['2'])
  assert.equal(compiled(apart).decide({ income: 1000, member: true }).state, 'no-match')
  assert.deepEqual(compiled(apart).decide({ income: 999 }).rows, ['1'])
  assert.equal(compiled(apart).decide({ income: 1000 }).state, 'missing')
})

test('an any table wants its rows to agree, and can do without an answer when they do', () => {
  const table = withRows({ ...rates, hit: 'any' }, [
    { when: ['< 10.00', '-'], then: ['5'] },
    { when: ['-', 'yes'], then: ['5'] },
    { when: ['> 5.00', 'no'], then: ['6'] },
  ])
  assert.deepEqual(compiled(table).decide({ income: 100, member: true }).rows, ['1', '2'])
  assert.deepEqual(compiled(table).decide({ income: 100 }).state, 'decided')
  assert.deepEqual(compiled(table).decide({ income: 700 }).state, 'missing')
  const differing = compiled(table).decide({ income: 700, member: false })
  assert.deepEqual(differing.state === 'fault' && differing.fault, 'rows-disagree')
})

test('a priority table gives the most important output, whatever the order of rows', () => {
  const table: Table = {
    id: 'band',
    hit: 'P',
    inputs: [
      { id: 'age', is: 'age' },
      { id: 'member', is: 'member' },
    ],
    outputs: [{ id: 'band', type: { kind: 'string' }, values: ['refuse', 'ask', 'accept'] }],
    rows: [
      { when: ['-', '-'], then: ['accept'] },
      { when: ['-', 'no'], then: ['ask'] },
      { when: ['< 18', '-'], then: ['refuse'] },
    ],
  }
  const outcome = (values: Values) => {
    const decision = compiled(table).decide(values)
    return decision.state === 'decided' ? decision.outputs.band : decision.state
  }
  assert.equal(outcome({ age: 17, member: false }), 'refuse')
  assert.equal(outcome({ age: 18, member: false }), 'ask')
  assert.equal(outcome({ age: 18, member: true }), 'accept')
  assert.equal(outcome({ age: 17 }), 'refuse')
  assert.equal(outcome({ age: 18 }), 'missing')
  assert.deepEqual(
    faultsOf({ ...table, rows: [{ when: ['-', '-'], then: ['other'] }] }).map(({ code, row, column }) => ({ code, row, column })),
    [{ code: 'wrong-cell', row: 0, column: 2 }],
  )
  assert.equal(faultsOf({ ...table, outputs: [{ id: 'band', type: { kind: 'string' } }] })[0]?.code, 'no-order')
})

test('collect and rule order give every match in the order of the table', () => {
  const table: Table = {
    id: 'charges',
    hit: 'C',
    inputs: [
      { id: 'court', is: 'court' },
      { id: 'extras', is: 'extras' },
    ],
    outputs: [{ id: 'charge', type: { kind: 'money' } }],
    rows: [
      { when: ['grass, clay', '-'], then: ['12.00'] },
      { when: ['-', 'racket'], then: ['£3.50'] },
      { when: ['-', 'coach'], then: ['= fee * 2'] },
    ],
  }
  const values = { court: 'clay', extras: ['coach', 'racket'], fee: 1000 }
  const every = compiled({ ...table, hit: 'R' }).decide(values)
  assert.deepEqual(every.state === 'decided' && every.list, [{ charge: 1200 }, { charge: 350 }, { charge: 2000 }])
  assert.deepEqual(every.read, ['court', 'extras', 'fee'])
  const total = (collect: Table['collect']) => {
    const decision = compiled({ ...table, collect }).decide(values)
    return decision.state === 'decided' ? decision.outputs.charge : decision.state
  }
  assert.deepEqual([total('sum'), total('min'), total('max'), total('count'), total('list')], [3550, 350, 2000, 3, 1200])
  const none = (collect: Table['collect']) => compiled({ ...table, collect }).decide({ court: 'hard', extras: [] })
  assert.deepEqual(
    [none('sum').state, none('min').state, none('count').state, none('list').state],
    ['decided', 'no-match', 'decided', 'decided'],
  )
  const lacking = compiled({ ...table, collect: 'sum' }).decide({ court: 'clay', extras: ['coach'] })
  assert.deepEqual(lacking.state === 'missing' && lacking.missing, ['fee'])
})

test('cells are tests in the type of their column', () => {
  assert.equal(matches('income', '< 16000.00', { income: 1599999 }), true)
  assert.equal(matches('income', '480.00', { income: 48000 }), true)
  assert.equal(matches('income', 480.1, { income: 48010 }), true)
  assert.equal(matches('income', '£480.00', { income: 48001 }), false)
  assert.equal(matches('income', ']480.00..530.00[', { income: 48000 }), false)
  assert.equal(matches('income', '(480.00..530.00]', { income: 53000 }), true)
  assert.equal(matches('age', 'not(16, 17)', { age: 17 }), false)
  assert.equal(matches('age', '< 16, > 64, 20', { age: 20 }), true)
  assert.equal(matches('age', '!= 20', { age: 20 }), false)
  assert.equal(matches('joined', '>= 2026-04-01', { joined: '2026-04-01' }), true)
  assert.equal(matches('court', 'grass, court.clay', { court: 'clay' }), true)
  assert.equal(matches('extras', 'racket, coach', { extras: ['balls', 'coach'] }), true)
  assert.equal(matches('extras', 'not(racket)', { extras: ['balls'] }), true)
  assert.equal(matches('member', true, { member: true }), true)
  assert.equal(matches('member', 'no', { member: true }), false)
  assert.equal(matches('town', '"Ely, north", Wells', { town: 'Ely, north' }), true)
  assert.equal(matches('age * 2', '[10..12]', { age: 6 }), true)
  assert.equal(matches('age', '-', {}), true)
  assert.equal(matches('age', '3', {}), undefined)
})

test('a cell of the wrong type is a fault with its row and column', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['income', '< 2026-04-01'],
    ['income', '1,200.00'],
    ['age', '1,200'],
    ['age', '12.50'],
    ['age', '[5..1]'],
    ['joined', '2026-02-30'],
    ['court', 'gras'],
    ['court', '< grass'],
    ['member', 'maybe'],
    ['town', '> Ely'],
    ['age', ''],
    ['age', '1,,2'],
    ['age', 'not('],
    ['age', '< threshold'],
  ]
  for (const [is, cell] of cases) {
    const table = {
      ...rates,
      inputs: [
        { id: 'a', is: 'member' },
        { id: 'b', is },
      ],
      rows: [
        { when: ['-', '-'], then: ['1'] },
        { when: ['-', cell], then: ['1'] },
      ],
    }
    assert.deepEqual(
      faultsOf(table).map(({ code, row, column }) => ({ code, row, column })),
      [{ code: 'wrong-cell', row: 1, column: 1 }],
      cell,
    )
  }
})

test('the place in a cell is named, and every fault of a table is found at once', () => {
  const faults = faultsOf({
    ...rates,
    inputs: [
      { id: 'income', is: 'incme' },
      { id: 'member', is: 'member' },
    ],
    rows: [
      { when: ['-', 'yes'], then: ['= age + '] },
      { when: ['-', 'no, perhaps'], then: ['ten'] },
      { when: ['-'], then: ['1'] },
    ],
  })
  assert.deepEqual(
    faults.map(({ code, row, column, start }) => ({ code, row, column, start })),
    [
      { code: 'unknown-name', row: undefined, column: 0, start: 0 },
      { code: 'syntax', row: 0, column: 2, start: 8 },
      { code: 'wrong-cell', row: 1, column: 1, start: 4 },
      { code: 'wrong-cell', row: 1, column: 2, start: 0 },
      { code: 'wrong-width', row: 2, column: undefined, start: 0 },
    ],
  )
})

test('a failing input is a fault, unless the row is out of the question anyway', () => {
  const table = withRows(
    {
      ...rates,
      inputs: [
        { id: 'share', is: 'age / (age - age)' },
        { id: 'member', is: 'member' },
      ],
    },
    [
      { when: ['> 1', 'yes'], then: ['1'] },
      { when: ['-', '-'], then: ['2'] },
    ],
  )
  const failing = compiled(table).decide({ age: 3, member: true })
  assert.equal(failing.state === 'fault' && failing.fault, 'divide-by-zero')
  assert.deepEqual(compiled(table).decide({ age: 3, member: false }).rows, ['2'])
})

import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { FUNCTIONS } from './functions/index.ts'
import { compile, type Scope } from './index.ts'
import { expressionsReference, WALKS } from './reference.ts'

const money = { kind: 'money' } as const
const date = { kind: 'date' } as const
const text = { kind: 'string' } as const

/** Every name the examples of the reference use. */
const scope: Scope = {
  variables: {
    ...{ savings: money, income: money, liability: money, yearly_fee: money, yearly_income: money, award: money },
    ...{ today: date, moved_in: date, moved_out: date, date_of_birth: date, collection: date, event_day: date },
    ...{ postcode: text, email: text, address: text, plate: text },
    people: { kind: 'list', of: { kind: 'map', fields: { income: money, age: { kind: 'int' } } } },
  },
  options: {},
}

test('the reference of expressions is the one the program would write', (t) => {
  const path = fileURLToPath(new URL('../../../docs/reference/expressions.md', import.meta.url))
  t.assert.fileSnapshot(expressionsReference(), path, { serializers: [String] })
})

test('every example of the reference is accepted', () => {
  for (const example of [...FUNCTIONS.map((entry) => entry.example), ...WALKS.map(([, , walk]) => walk)]) {
    const result = compile(example, scope)
    assert.ok(!('faults' in result), `${example}: ${'faults' in result ? result.faults[0]?.message : ''}`)
  }
})

test('every signature of every function is one the checker knows', () => {
  const example = {
    bool: 'b',
    int: '1',
    string: '"a"',
    money: 'gbp("1.00")',
    date: 'date("2026-01-01")',
    days: 'days(1)',
    months: 'months(1)',
  }
  for (const { name, method, literal, signatures } of FUNCTIONS) {
    for (const { takes, gives } of signatures.filter(() => literal === undefined && name !== 'answered')) {
      const given = takes.map((type): string => {
        if (type === 'any list') return '[1]'
        if (typeof type === 'string') return 'income'
        if (type.kind === 'option') return type.of === 'rounding' ? 'rounding.up' : 'bank_holidays.scotland'
        if (type.kind === 'list') return type.of.kind in example ? `[${Reflect.get(example, type.of.kind)}]` : ''
        return type.kind === 'map' ? '' : example[type.kind]
      })
      const source = method === true ? `${given[0]}.${name}(${given.slice(1).join(', ')})` : `${name}(${given.join(', ')})`
      const result = compile(source, scope, gives)
      assert.ok(!('faults' in result), `${source}: ${'faults' in result ? result.faults[0]?.message : ''}`)
    }
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuMs } from '#test/kit/cpu-time.ts'
import { compile, type Scope } from './index.ts'

const scope: Scope = {
  variables: {
    age: { kind: 'int' },
    name: { kind: 'string' },
    fee: { kind: 'money' },
    today: { kind: 'date' },
    people: { kind: 'list', of: { kind: 'map', fields: { age: { kind: 'int' } } } },
  },
  options: { tenure: ['rent', 'own'] },
}

/** Milliseconds no text may take to be refused, or checked and run. On a busy machine the quickest of three tries counts. */
const LONGEST = 50

function runs(source: string): void {
  const quickest = Math.min(timed(source), timed(source), timed(source))
  assert.ok(quickest < LONGEST, `${quickest} ms for ${source.slice(0, 80)}`)
}

function timed(source: string): number {
  const started = cpuMs()
  const result = compile(source, scope)
  if (!('faults' in result)) {
    result.evaluate({ age: 7, name: 'a'.repeat(1000), fee: 100, today: '2026-11-23', people: PEOPLE })
    result.evaluate({})
    return cpuMs() - started
  }
  const took = cpuMs() - started
  assert.ok(result.faults.length > 0)
  for (const { start, end, message, help } of result.faults) {
    assert.ok(start >= 0 && start <= end && end <= source.length, `${start}..${end} of ${source.length}: ${message}`)
    assert.ok(message !== '' && help !== '')
  }
  return took
}

const PEOPLE = Array.from({ length: 200 }, (_, at) => ({ age: at }))

const PIECES =
  'age name fee today people tenure.rent true false null 1 0 9007199254740992 1.5 "a" \'b\' ( ) [ ] { } , . : ? ! - + * / % < <= == != && || in people.all(p, people.map(p, p.age p gbp("1.00") sum( like(name, size( b" \\ // \n __proto__ constructor'.split(
    ' ',
  )

test('any text is refused or run without an exception and without delay', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), runs), { numRuns: 500 })
})

test('any jumble of words of the language is refused or run without an exception and without delay', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => runs(pieces.join(' '))),
    { numRuns: 3000 },
  )
})

test('deep, long and huge expressions are refused or run without delay', () => {
  const deep = (open: string, close: string, times: number) => open.repeat(times) + '1' + close.repeat(times)
  for (const times of [30, 300, 1900]) {
    for (const [open, close] of [
      ['(', ')'],
      ['[', ']'],
      ['!', ''],
      ['-', ''],
      ['{1:', '}'],
      ['size(', ')'],
      ['1+', ''],
      ['true?', ':1'],
      ['age.', ''],
      ['people.all(p,', ')'],
      ['age==1||', ''],
      ['', '.a'],
      ['', '[0]'],
    ] as const) {
      runs(deep(open, close, times))
    }
  }
  for (const source of [
    '9'.repeat(3999),
    `"${'a'.repeat(3990)}"`,
    `[${'1,'.repeat(1990)}1]`,
    '1'.repeat(1e6),
    '('.repeat(1e6),
    `age == ${'0'.repeat(3000)}1`,
  ])
    runs(source)
})

test('walks inside walks over the longest lists end in time', () => {
  runs('people.all(p, people.exists(q, q.age > p.age))')
  runs('people.map(p, sum(people.map(q, q.age * p.age))).exists(s, s < 0)')
  runs('people.filter(p, people.exists_one(q, q.age == p.age)).all(p, people.all(q, q.age * p.age >= 0))')
})

test('whatever is given as answers, nothing is thrown', () => {
  const sources = [
    'age + 1 > 2',
    'name.startsWith("a") || like(name, "[a-z]+")',
    'sum(people.map(p, p.age))',
    'today + days(age) > today',
    'people.exists(p, p.age == age)',
  ]
  const compiled = sources.map((source) => {
    const result = compile(source, scope)
    return 'faults' in result ? assert.fail(source) : result
  })
  const answers = fc.record(
    {
      age: fc.anything(),
      name: fc.anything(),
      today: fc.oneof(fc.anything(), fc.string()),
      people: fc.oneof(fc.anything(), fc.array(fc.anything())),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(answers, (values) => {
      for (const each of compiled) {
        each.evaluate(values)
        each.missing(values)
      }
    }),
    { numRuns: 2000 },
  )
})

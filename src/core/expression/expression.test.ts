import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cpuMs } from '#test/kit/cpu-time.ts'
import { type Compiled, compile, explain, Failure, type Scope, selfCheck, type Step, type Type, type Values } from './index.ts'

const scope: Scope = {
  variables: {
    age: { kind: 'int' },
    type: { kind: 'int' },
    income: { kind: 'money' },
    savings: { kind: 'money' },
    member: { kind: 'bool' },
    born: { kind: 'date' },
    today: { kind: 'date' },
    plate: { kind: 'string' },
    tenure: { kind: 'option', of: 'tenure' },
    heating: { kind: 'list', of: { kind: 'option', of: 'heating' } },
    people: {
      kind: 'list',
      of: { kind: 'map', fields: { income: { kind: 'money' }, age: { kind: 'int' }, role: { kind: 'option', of: 'people.role' } } },
    },
  },
  options: { tenure: ['rent', 'own'], heating: ['gas', 'oil'], 'people.role': ['carer', 'child'] },
}

function compiled(source: string, expected?: Type): Compiled {
  const result = compile(source, scope, expected)
  if ('faults' in result) assert.fail(`${source}: ${result.faults.map(({ message }) => message).join()}`)
  return result
}

function value(source: string, values: Values = {}): unknown {
  const result = compiled(source).evaluate(values)
  return result instanceof Failure ? result.fault : result
}

/** The first fault of a source as code, marked text and help. */
function fault(source: string): readonly [string, string, string] {
  const result = compile(source, scope)
  const first = 'faults' in result ? result.faults[0] : undefined
  return first === undefined ? ['none', '', ''] : [first.code, source.slice(first.start, first.end), first.help]
}

test('the parser beneath behaves as relied upon', () => {
  assert.deepEqual(selfCheck(), [])
})

test('a rule that counts pounds or part of them is exact to the penny', () => {
  const tariff = 'gbp("1.00") * ceilDiv(max(savings - gbp("6000.00"), gbp("0.00")), gbp("250.00"))'
  const pounds = (savings: number) => value(tariff, { savings })
  assert.deepEqual([0, 600000, 600001, 625000, 625001, 1600000].map(pounds), [0, 0, 100, 100, 200, 4000])
})

test('pounds are never added to a count, nor compared with one', () => {
  assert.deepEqual(fault('income + age').slice(0, 2), ['wrong-type', 'income + age'])
  assert.match(fault('income < 16000')[2], /gbp\("12.50"\)/)
  assert.deepEqual(fault('income * income').slice(0, 1), ['wrong-type'])
  assert.deepEqual(fault('income / 2').slice(0, 1), ['wrong-type'])
  assert.equal(value('income * 2 - gbp("0.01")', { income: 150 }), 299)
})

test('options are constants of their question and mix with nothing else', () => {
  assert.equal(value('tenure == tenure.rent', { tenure: 'rent' }), true)
  assert.equal(value('heating.gas in heating', { heating: ['oil'] }), false)
  assert.equal(value('people.exists(p, p.role == people.role.carer)', { people: [{ role: 'carer' }] }), true)
  assert.deepEqual(fault('tenure == "rent"'), ['wrong-type', 'tenure == "rent"', 'Write the option as tenure.rent, without quotes'])
  assert.deepEqual(fault('tenure == heating.gas')[2], 'Options of different questions cannot be compared')
  assert.deepEqual(fault('tenure == tenure.rnt'), ['unknown-name', 'tenure.rnt', 'Did you mean tenure.rent?'])
  assert.deepEqual(fault('people.role == tenure').slice(0, 2), ['wrong-type', 'people.role'])
  assert.deepEqual(fault('heating == heating.gas')[2], 'Write member in list to ask whether a list has a member')
})

test('an unknown name is named with the nearest known one, all of them at once', () => {
  assert.deepEqual(fault('agee > 3'), ['unknown-name', 'agee', 'Did you mean age?'])
  assert.deepEqual(fault('people.all(p, p.incme > income)'), ['unknown-name', 'incme', 'Did you mean income?'])
  const result = compile('agee > 3 || incme > savngs', scope)
  assert.deepEqual('faults' in result && result.faults.map(({ start, end }) => [start, end]), [
    [0, 4],
    [12, 17],
    [20, 26],
  ])
})

test('a name may be a word of the parser beneath, but not one of the language', () => {
  assert.equal(value('type + 1', { type: 2 }), 3)
  for (const name of ['rounding', 'in', 'constructor', 'a__b', '_a', 'toString', '__proto__', 'é', '1a']) {
    const variables = Object.fromEntries([[name, { kind: 'int' } as const]])
    const result = compile('1', { variables, options: {} })
    assert.equal('faults' in result && result.faults[0]?.code, 'bad-name', name)
  }
})

test('whatever is off the profile is refused with the way out', () => {
  const refused: Readonly<Record<string, RegExp>> = {
    'age > 1.5': /gbp/,
    '1u == 1u': /digits/,
    '0x10 == age': /digits/,
    'b"a" == b"a"': /quotes/,
    'r"a" == plate': /quotes/,
    '"""a""" == plate': /quotes/,
    '"\\x41" == plate': /backslash/,
    'null == plate': /answered/,
    '{"a": 1}': /all, exists/,
    'people[0].age > 1': /all, exists/,
    '[] == heating': /size/,
    'dyn(age) == 1': /reference/,
    'has(people.age)': /answered/,
    'plate.matches("a")': /like/,
    'timestamp("2026-01-01T00:00:00Z") == today': /date\(/,
    'cel.bind(x, 1, x) == 1': /reference/,
    'plate < "b"': /== and !=/,
    'people == people': /size, in/,
    'people.map(people, 1)': /another name/,
    'people.all(p, people.all(q, people.all(r, true)))': /named calculation/,
    '9007199254740992 > age': /9007199254740991/,
    'like(plate, "(")': /RE2/,
    'like(plate, plate)': /quotes/,
    'gbp("1.5") == income': /12.50/,
    'date("2026-02-30") == today': /2026-04-01/,
    age: /gives bool/,
  }
  for (const [source, help] of Object.entries(refused)) {
    const result = compile(source, scope, { kind: 'bool' })
    assert.ok('faults' in result, source)
    assert.match(result.faults[0]?.help ?? '', help, source)
  }
})

test('comparisons in a row are refused until brackets say which comes first', () => {
  for (const source of [
    'member == age > 3',
    'age > 3 == member',
    'member == (age) > (3)',
    '(age) > 3 == member',
    'member != heating.gas in heating',
    'plate == ")" == member',
  ]) {
    assert.equal(fault(source)[2], 'Put brackets around the one that comes first', source)
  }
  for (const source of [
    'member == (age > 3)',
    '(age > 3) == member',
    '((age) > (3)) == (member)',
    'member == ((age) > 3)',
    '(plate == ")") == member',
    '(age > (3)) == member',
  ]) {
    assert.equal(fault(source)[0], 'none', source)
  }
})

test('dates, lengths and ages are reckoned by the calendar', () => {
  const values = { born: '2008-02-29', today: '2026-02-28' }
  assert.equal(value('ageOn(born, today)', values), 17)
  assert.equal(value('ageOn(born, today + days(1))', values), 18)
  assert.equal(value('today + months(1)', { today: '2026-01-31' }), '2026-02-28')
  assert.equal(value('today - born > days(6000)', values), true)
  assert.equal(value('addWorkingDays(today, 10, bank_holidays.england_and_wales)', { today: '2026-12-18' }), '2027-01-06')
  assert.equal(value('isBankHoliday(today, bank_holidays.scotland)', { today: '2026-11-30' }), true)
  assert.deepEqual(fault('today + 1')[2], 'Write a date as date("2026-04-01"), and a length as days(10) or months(3)')
  assert.deepEqual(fault('days(1) + months(1)')[0], 'wrong-type')
})

test('text is tested without regular expressions that hang', () => {
  assert.equal(value('like(plate, "[A-Z]{2}[0-9]{2} ?[A-Z]{3}")', { plate: 'AB12 CDE' }), true)
  assert.equal(value('like(plate, "AB")', { plate: 'AB12' }), false)
  const started = cpuMs()
  assert.equal(value('like(plate, "(a+)+b")', { plate: 'a'.repeat(5000) }), false)
  assert.ok(cpuMs() - started < 1000)
  assert.equal(value('postcodeArea(plate) + postcodeDistrict(plate)', { plate: 'cb1 2ab' }), 'CBCB1')
  assert.equal(value('plate.lowerAscii()', { plate: 'ÂB' }), 'Âb')
})

test('what cannot be a number is a fault value with its place, never an exception', () => {
  assert.equal(value('age * 9007199254740991', { age: 2 }), 'overflow')
  assert.equal(value('-age - 9007199254740991', { age: 1 }), 'overflow')
  assert.equal(value('age / (age - 2)', { age: 2 }), 'divide-by-zero')
  assert.equal(value('age % 0', { age: 2 }), 'divide-by-zero')
  assert.equal(value('today + months(200000)', { today: '2026-01-31' }), 'overflow')
  assert.equal(value('min(people.map(p, p.age))', { people: [] }), 'empty-list')
  assert.equal(value('ageOn(born, today)', { born: '2027-01-01', today: '2026-01-01' }), 'before-birth')
  assert.equal(value('sum(people.map(p, p.income))', { people: Array.from({ length: 201 }, () => ({ income: 1 })) }), 'list-too-long')
  const failure = compiled('1 + age / 0').evaluate({ age: 1 })
  assert.deepEqual(failure instanceof Failure && [failure.start, failure.end], [4, 11])
})

test('an answer of the wrong type is a fault value, also deep inside', () => {
  for (const raw of ['7', 7.5, Number.NaN, [], {}, true, 2 ** 53]) assert.equal(value('age + 1', { age: raw }), 'wrong-type')
  for (const raw of ['2026-02-30', 5, '']) assert.equal(value('today + days(1)', { today: raw }), 'wrong-type')
  assert.equal(value('sum(people.map(p, p.age))', { people: [{ age: 'x' }] }), 'wrong-type')
  assert.equal(value('people.all(p, p.age > 1)', { people: [7] }), 'wrong-type')
  assert.equal(value('size(people)', { people: { length: 3 } }), 'wrong-type')
})

test('division and remainder are those of CEL, and nothing is ever minus nothing', () => {
  assert.deepEqual([value('age / 2', { age: -7 }), value('age % 2', { age: -7 })], [-3, -1])
  for (const source of ['age / 2', 'age * -1', '-age', 'age % 2', 'floorDiv(age, 2)', 'ceilDiv(age, -2)']) {
    assert.ok(Object.is(value(source, { age: 0 }), 0), source)
  }
})

test('what an expression reads and what it lacks are told by name', () => {
  const rule = compiled('member || sum(people.filter(p, p.age >= 18).map(q, q.income)) < income')
  assert.deepEqual(rule.reads, ['income', 'member', 'people', 'people.age', 'people.income'])
  assert.deepEqual(rule.missing({}), ['income', 'member', 'people'])
  assert.deepEqual(rule.missing({ people: [{ age: 20 }], income: 5 }), ['member', 'people.income'])
  assert.deepEqual(rule.missing({ member: true }), [])
  assert.deepEqual(compiled('member ? age > 1 : income > savings').missing({ member: true }), ['age'])
  assert.deepEqual(compiled('member ? age > 1 : income > savings').missing({}), ['age', 'income', 'member', 'savings'])
})

test('an explanation shows every step with its value, one per member of a list', () => {
  const rule = compiled('age >= 18 && people.exists(p, p.age > age)')
  const outline = ({ source, value, steps }: Step): unknown => [source, value, ...steps.map(outline)]
  assert.deepEqual(outline(explain(rule, { age: 20, people: [{ age: 3 }] })), [
    'age >= 18 && people.exists(p, p.age > age)',
    false,
    ['age >= 18', true, ['age', 20], ['18', 18]],
    [
      'people.exists(p, p.age > age)',
      false,
      ['people', [{ age: 3 }]],
      ['p.age > age', false, ['p.age', 3, ['p', { age: 3 }]], ['age', 20]],
    ],
  ])
})

test('a checked tree is plain data, with amounts and dates as literals', () => {
  assert.deepEqual(compiled('gbp("1.50")').ast, { kind: 'literal', value: 150, type: { kind: 'money' }, start: 0, end: 11 })
  const { ast } = compiled('people.map(p, p.income)')
  assert.deepEqual(JSON.parse(JSON.stringify(ast)), ast)
})

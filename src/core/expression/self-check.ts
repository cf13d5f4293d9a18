/** The single place that makes sure the parser beneath still behaves as relied upon, so that an upgrade that changes it is noticed at start. */
import { compile } from './compile.ts'
import type { Scope } from './type.ts'

const SCOPE: Scope = {
  variables: {
    age: { kind: 'int' },
    name: { kind: 'string' },
    type: { kind: 'int' },
    fee: { kind: 'money' },
    born: { kind: 'date' },
    tenure: { kind: 'option', of: 'tenure' },
    heating: { kind: 'list', of: { kind: 'option', of: 'heating' } },
    people: {
      kind: 'list',
      of: { kind: 'map', fields: { income: { kind: 'money' }, age: { kind: 'int' }, role: { kind: 'option', of: 'people.role' } } },
    },
  },
  options: { tenure: ['rent', 'own'], heating: ['gas', 'oil'], 'people.role': ['carer', 'child'] },
}

const ACCEPTED: Readonly<Record<string, string>> = {
  'age + 1 >= 18 && !(name == "A")': 'bool',
  'type + age': 'int',
  'fee * 2 + gbp("1.00")': 'money',
  'born + months(3)': 'date',
  'born - born': 'days',
  'tenure == tenure.rent ? 1 : 2': 'int',
  'heating.gas in heating': 'bool',
  'heating.exists(h, h in [heating.gas, heating.oil])': 'bool',
  'sum(people.filter(p, p.age >= 18).map(p, p.income))': 'money',
  'people.map(p, p.age > 2, p.age)': 'list',
  'people.exists(p, p.role == people.role.carer)': 'bool',
}

const REFUSED: readonly string[] = [
  '1.5 < 2.0',
  'fee + 1',
  'fee + age',
  'fee == 1',
  'born < "2020-01-01"',
  'born + 1',
  'tenure == "rent"',
  'tenure == heating.gas',
  'tenure in heating',
  'people.role',
  'people.role.nurse == people.role.carer',
  'people.role.carer == tenure',
  'name < "B"',
  'people == people',
  'people.all(p, p.incme > fee)',
  'people[0]',
  'name.matches("a")',
  'dyn(age)',
  'type(age)',
  'timestamp("2020-01-01T00:00:00Z")',
  'b"a"',
  '1u',
  'null',
  'has(people.age)',
  'cel.bind(x, 1, x)',
  '{"a": 1}',
  '[]',
  '9007199254740992',
  'unknown',
]

/** What no longer holds, one sentence each; empty when all is well. */
export function selfCheck(): readonly string[] {
  const accepted = Object.entries(ACCEPTED).flatMap(([source, kind]) => {
    const result = compile(source, SCOPE)
    if ('faults' in result) return [`${source} is refused: ${result.faults.map(({ message }) => message).join('; ')}`]
    return result.type.kind === kind ? [] : [`${source} is ${result.type.kind}, not ${kind}`]
  })
  const refused = REFUSED.filter((source) => !('faults' in compile(source, SCOPE))).map((source) => `${source} is accepted`)
  return [...accepted, ...refused]
}

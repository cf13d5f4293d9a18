/** The single place that makes up small services at random, whose people can all be tried: for holding proofs against everybody there is. */
import fc from 'fast-check'
import { type Answer, type Answers, type Prepared, prepare, readDefinition } from '#core/index.ts'

/** A service with few questions of few answers each. `people` are all that could be: many of them break a rule, which a walk shows. */
export type Tiny = { readonly prepared: Prepared; readonly people: readonly Answers[] }

const truths = ['a', 'b'] as const
const numbers = ['n', 'm'] as const
const least = 0
const most = 3

/** A condition over the questions before it, and the group. */
const atom = fc.oneof(
  fc.constantFrom(...truths).map((name) => name),
  fc
    .tuple(fc.constantFrom(...numbers), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.integer({ min: -1, max: 4 }))
    .map(([name, sign, figure]) => `${name} ${sign} ${figure}`),
  fc.tuple(fc.constantFrom('<', '<=', '=='), fc.integer({ min: -2, max: 5 })).map(([sign, figure]) => `n + m ${sign} ${figure}`),
  fc.tuple(fc.constantFrom('<', '=='), fc.integer({ min: -3, max: 3 })).map(([sign, figure]) => `n - m ${sign} ${figure}`),
  fc.constantFrom(
    'c == c.red',
    'c != c.blue',
    'c in [c.red, c.green]',
    'answered(m)',
    '!answered(m)',
    'n % 2 == 1',
    'max(n, m) >= 2',
    'n * m > 3',
  ),
  fc.constantFrom(
    'size(g) > 0',
    'g.exists(i, i.x)',
    'g.all(i, i.y < 1)',
    'sum(g.map(i, i.y)) == 2',
    'size(g.filter(i, i.x)) == 1',
    'g.exists_one(i, i.x)',
  ),
)
const condition = fc.letrec<{ any: string; not: string; both: string; either: string; choice: string }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, atom, tie('not'), tie('both'), tie('either'), tie('choice')),
  not: tie('any').map((one) => `!(${one})`),
  both: fc.tuple(tie('any'), tie('any')).map(([one, other]) => `(${one}) && (${other})`),
  either: fc.tuple(tie('any'), tie('any')).map(([one, other]) => `(${one}) || (${other})`),
  choice: fc.tuple(tie('any'), tie('any'), tie('any')).map(([when, one, other]) => `(${when}) ? (${one}) : (${other})`),
})).any

const cellOfNumber = fc.constantFrom('-', '0', '< 2', '>= 2', '[1..2]', 'not(3)', '1, 3')
const cellOfTruth = fc.constantFrom('-', 'yes', 'no')
const row = fc.tuple(cellOfNumber, cellOfTruth, fc.constantFrom('good', 'bad'), fc.constantFrom('1', '2', '= n'))
const money = fc.constantFrom(
  'gbp("1.00") * n - gbp("0.50")',
  'gbp("2.00") * (n - 1)',
  'divide(gbp("9.00"), n, rounding.half_up)',
  'gbp("1.00") * (n + 1)',
  'percent(gbp("5.00"), 50 * n, rounding.down)',
)

/** Services at random: three pages after the first, a table, a fee, an exit, a condition with a name. */
export const tinyParts: fc.Arbitrary<TinyParts> = fc.record({
  whens: fc.array(condition, { minLength: 3, maxLength: 3 }),
  named: condition,
  exit: fc.option(condition, { nil: undefined }),
  valid: fc.option(fc.constantFrom('m != 2', 'm > n', 'm < 3 || a'), { nil: undefined }),
  rows: fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: ([one, other]) => `${one} ${other}` }),
  hit: fc.constantFrom('unique' as const, 'first' as const, 'any' as const),
  fee: money,
})

/** What is random of a service. */
export type TinyParts = {
  readonly whens: readonly string[]
  readonly named: string
  readonly exit: string | undefined
  readonly valid: string | undefined
  readonly rows: readonly (readonly [string, string, string, string])[]
  readonly hit: 'unique' | 'first' | 'any'
  readonly fee: string
}

function serviceOf({ whens: [first = 'a', second = 'a', third = 'a'], named, exit, valid, rows, hit, fee }: TinyParts): unknown {
  const asks = { purpose: 'decide' }
  const service = {
    schema: 1,
    id: 'tiny',
    applies: ['england'],
    languages: ['en'],
    retention: { years: { keep: 'P6Y', because: 'A rule' } },
    purposes: { decide: { basis: 'public-task', readers: ['officer'], retention: 'years' } },
    sections: [
      {
        id: 'all',
        pages: [
          {
            id: 'start',
            questions: [
              { id: 'a', kind: 'yes-no', ...asks },
              { id: 'n', kind: 'number', min: least, max: most, ...asks },
              { id: 'c', kind: 'one-of', options: ['red', 'green', 'blue'], ...asks },
            ],
          },
          {
            id: 'group',
            questions: [
              {
                id: 'g',
                kind: 'group',
                min: 0,
                max: 1,
                ...asks,
                of: [
                  { id: 'x', kind: 'yes-no' },
                  { id: 'y', kind: 'number', min: 0, max: 1, when: 'x' },
                ],
              },
            ],
          },
          {
            id: 'more',
            questions: [
              {
                id: 'm',
                kind: 'number',
                min: least,
                max: most,
                optional: true,
                ...asks,
                ...(valid === undefined ? {} : { valid: [{ id: 'fits', is: valid }] }),
              },
            ],
          },
          { id: 'then', questions: [{ id: 'b', kind: 'yes-no', ...asks, when: first.replaceAll(/\bb\b/g, 'a') }] },
          {
            id: 'last',
            when: second,
            questions: [
              { id: 'd', kind: 'yes-no', ...asks },
              { id: 'e', kind: 'yes-no', when: third, ...asks },
            ],
          },
        ],
      },
    ],
    conditions: { named },
    calculations: [{ id: 'price', is: fee, shown: true }],
    exits: exit === undefined ? [] : [{ id: 'out', when: exit }],
    outcomes: [{ id: 'good' }, { id: 'bad', adverse: true }],
    outcome: 't.outcome',
    fee: { is: 'price' },
    casework: { team: 'front_desk' },
  }
  const table = {
    schema: 1,
    id: 't',
    hit,
    inputs: [
      { id: 'n', is: 'n' },
      { id: 'a', is: 'named' },
    ],
    outputs: [
      { id: 'outcome', type: 'outcome' },
      { id: 'size', type: 'int' },
    ],
    rows: rows.map(([one, other, outcome, size]) => ({ when: [one, other], then: [outcome, size] })),
  }
  return { service, tables: [table], words: { en: { schema: 1, language: 'en', translation: { state: 'source' } } } }
}

/** The service with these parts. @throws Error where the parts make no service */
export function tinyOf(parts: TinyParts): Tiny {
  const definition = readDefinition(serviceOf(parts))
  if (definition === undefined) throw new Error('The parts make no service')
  return { prepared: prepare(definition), people: everybody() }
}

const given = {
  a: [true, false],
  n: [0, 1, 2, 3],
  c: ['red', 'green', 'blue'],
  g: [[], ...entries().map((one) => [one])],
  m: [undefined, 0, 1, 2, 3],
  b: [true, false],
} as const satisfies Readonly<Record<string, readonly (Answer | undefined)[]>>

function entries(): readonly Readonly<Record<string, boolean | number>>[] {
  return [{ x: false }, { x: true, y: 0 }, { x: true, y: 1 }]
}

/** Everybody there could be; what is not asked of them does not count. */
function everybody(): readonly Answers[] {
  return Object.entries(given).reduce<readonly Answers[]>(
    (people, [id, answers]) =>
      people.flatMap((person) => answers.map((answer): Answers => (answer === undefined ? person : { ...person, [id]: answer }))),
    [{ d: true, e: true }],
  )
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Question } from '../model/question.ts'
import { fieldsOf, kindFor, readAnswer } from './index.ts'

const group = {
  kind: 'group',
  min: 1,
  max: 2,
  of: [
    { id: 'name', kind: 'text' },
    { id: 'born', kind: 'date' },
  ],
}

/** A question as a pack writes it, without its id. */
type Shape = { readonly kind: string; readonly scheme?: string; readonly [key: string]: unknown }

/** A question of a shape. */
function question(shape: Shape): Question {
  return Question.parse({ id: 'q', ...shape })
}

/** What is read from fields posted as `q`, `q-day`, …: the answer, the code of the first flaw, or nothing. */
function read(shape: Shape, fields: string | Readonly<Record<string, string>>): unknown {
  const posted = new URLSearchParams(typeof fields === 'string' ? { q: fields } : fields)
  const { answer, flaws } = readAnswer(question(shape), posted)
  return flaws[0]?.code ?? answer
}

const typed: readonly (readonly [shape: Shape, typed: string, expected: unknown])[] = [
  [{ kind: 'text' }, '  Ada   Player ', 'Ada Player'],
  [{ kind: 'text' }, ' \u200b ', undefined],
  [{ kind: 'text', max: 3 }, 'abcd', 'too-long'],
  [{ kind: 'text', max: 3 }, '😀😀😀', '😀😀😀'],
  [{ kind: 'long-text' }, 'one\r\ntwo  \r\n', 'one\ntwo'],
  [{ kind: 'number' }, '1,234', 1234],
  [{ kind: 'number' }, '−5', -5],
  [{ kind: 'number' }, '3.0', 3],
  [{ kind: 'number' }, '3.5', 'not-whole'],
  [{ kind: 'number' }, 'three', 'not-a-number'],
  [{ kind: 'number', min: 1 }, '0', 'too-small'],
  [{ kind: 'number', max: 9 }, '10', 'too-large'],
  [{ kind: 'number' }, '99999999999999999999', 'too-large'],
  [{ kind: 'money' }, '£1,234.50', 123_450],
  [{ kind: 'money' }, '12', 1200],
  [{ kind: 'money' }, '12.5', 1250],
  [{ kind: 'money' }, ' 1 234.50 ', 123_450],
  [{ kind: 'money' }, '12.505', 'too-many-decimals'],
  [{ kind: 'money' }, '1,23.00', 'not-money'],
  [{ kind: 'money' }, '-1', 'too-small'],
  [{ kind: 'money', max: '10.00' }, '10.01', 'too-large'],
  [{ kind: 'date' }, '5 June 2026', '2026-06-05'],
  [{ kind: 'date' }, '5 Mehefin 2026', '2026-06-05'],
  [{ kind: 'date' }, '2026-02-30', 'not-a-real-date'],
  [{ kind: 'month' }, 'Tachwedd 2026', '2026-11'],
  [{ kind: 'yes-no' }, 'no', false],
  [{ kind: 'yes-no' }, 'maybe', 'not-a-choice'],
  [{ kind: 'one-of', options: ['a', 'b'] }, 'b', 'b'],
  [{ kind: 'one-of', options: ['a', 'b'] }, 'constructor', 'not-a-choice'],
  [{ kind: 'email' }, ' Ada@Example.org ', 'Ada@Example.org'],
  [{ kind: 'email' }, 'ada@example', 'not-an-email'],
  [{ kind: 'phone' }, '(01632) 960 001', '01632960001'],
  [{ kind: 'phone' }, '+44 (0)7700 900982', '07700900982'],
  [{ kind: 'phone' }, '12345', 'not-a-phone-number'],
  [{ kind: 'declaration' }, 'yes', true],
  [{ kind: 'identifier', scheme: 'national-insurance' }, 'ab 12 34 56 c', 'AB123456C'],
  [{ kind: 'identifier', scheme: 'national-insurance' }, 'QQ 12 34 56 C', 'not-national-insurance'],
  [{ kind: 'identifier', scheme: 'nhs' }, '943 476 5919', '9434765919'],
  [{ kind: 'identifier', scheme: 'nhs' }, '943 476 5918', 'not-nhs'],
  [{ kind: 'identifier', scheme: 'company' }, '445790', '00445790'],
  [{ kind: 'identifier', scheme: 'company' }, 'sc123456', 'SC123456'],
  [{ kind: 'identifier', scheme: 'charity' }, 'SC012345', 'SC012345'],
  [{ kind: 'identifier', scheme: 'vehicle' }, 'ab51 abc', 'AB51ABC'],
  [{ kind: 'identifier', scheme: 'vehicle' }, 'ABCDEFGH', 'not-vehicle'],
  [{ kind: 'identifier', scheme: 'vat' }, 'GB 980 7806 84', '980780684'],
  [{ kind: 'identifier', scheme: 'vat' }, '980780685', 'not-vat'],
]

for (const [shape, text, expected] of typed) {
  test(`${shape.kind} ${shape.scheme ?? ''} reads “${text}”`, () => assert.deepEqual(read(shape, text), expected))
}

const inFields: readonly (readonly [shape: Shape, fields: Readonly<Record<string, string>>, expected: unknown])[] = [
  [{ kind: 'date' }, { 'q-day': '5', 'q-month': '6', 'q-year': '2026' }, '2026-06-05'],
  [{ kind: 'date' }, { 'q-day': '5', 'q-month': 'Jun', 'q-year': '2026' }, '2026-06-05'],
  [{ kind: 'date' }, { 'q-day': '5', 'q-month': '', 'q-year': '2026' }, 'date-incomplete'],
  [{ kind: 'date' }, { 'q-day': '31', 'q-month': '2', 'q-year': '2026' }, 'not-a-real-date'],
  [{ kind: 'date' }, { 'q-day': '5', 'q-month': '6', 'q-year': '26' }, 'year-not-four-digits'],
  [{ kind: 'date' }, { 'q-day': 'x', 'q-month': '6', 'q-year': '2026' }, 'not-a-date'],
  [{ kind: 'address' }, { 'q-line1': '1 Court Lane', 'q-postcode': 'nb11aa' }, { lines: ['1 Court Lane'], postcode: 'NB1 1AA' }],
  [{ kind: 'address' }, { 'q-line1': '1 Court Lane', 'q-ward': 'forged' }, { lines: ['1 Court Lane'] }],
  [{ kind: 'address' }, { 'q-line1': '1 Court Lane', 'q-postcode': 'nowhere' }, 'not-a-postcode'],
  [{ kind: 'address' }, { 'q-postcode': 'NB1 1AA' }, 'address-incomplete'],
  [{ kind: 'place' }, { 'q-grid': 'sn589814' }, { grid: 'SN 589 814' }],
  [{ kind: 'place' }, { 'q-grid': 'sn58981' }, 'not-a-grid-reference'],
  [{ kind: 'organisation' }, { 'q-name': 'Tennis Ltd', 'q-number': 'SC123456' }, { name: 'Tennis Ltd', number: 'SC123456' }],
  [{ kind: 'organisation' }, { 'q-number': 'SC123456' }, 'organisation-incomplete'],
  [
    group,
    { q: '4', 'q-4-name': 'Bo', 'q-4-born-day': '5', 'q-4-born-month': '6', 'q-4-born-year': '2010' },
    [{ name: 'Bo', born: '2010-06-05' }],
  ],
  [group, { q: '0', 'q-0-name': 'Bo', 'q-0-born-day': '31', 'q-0-born-month': '2', 'q-0-born-year': '2010' }, 'not-a-real-date'],
  [group, {}, 'too-few'],
]

for (const [shape, fields, expected] of inFields) {
  test(`${shape.kind} reads ${JSON.stringify(fields)}`, () => assert.deepEqual(read(shape, fields), expected))
}

test('a choice of many comes in the order of the list, and “none” excludes the others', () => {
  const manyOf = question({ kind: 'many-of', options: ['a', 'b', 'none'], none: 'none' })
  const chosen = (...ids: readonly string[]): unknown =>
    readAnswer(manyOf, new URLSearchParams(ids.map((id): [string, string] => ['q', id])))
  assert.deepEqual(chosen('b', 'a', 'b'), { answer: ['a', 'b'], flaws: [] })
  assert.deepEqual(chosen('a', 'none'), { flaws: [{ code: 'none-and-others' }] })
  assert.deepEqual(chosen(), { flaws: [] })
})

const shapes: readonly Shape[] = [
  ...[
    'text',
    'long-text',
    'number',
    'money',
    'date',
    'month',
    'yes-no',
    'email',
    'phone',
    'address',
    'place',
    'organisation',
    'declaration',
  ].map((kind) => ({ kind })),
  { kind: 'one-of', options: ['a', 'b'] },
  { kind: 'many-of', options: ['a', 'b'] },
  { kind: 'identifier', scheme: 'nhs' },
  { kind: 'identifier', scheme: 'vat' },
  group,
]
const suffixes = ['', '-day', '-month', '-year', '-line1', '-postcode', '-uprn', '-grid', '-name', '-number', '-0-name', '-0-born-day']
const typing = fc.oneof(
  fc.string(),
  fc.constantFrom('0', '1', '5 June 2026', '£1', 'SN 589 814', 'NB1 1AA', '９', '\u202e', 'yes', 'a', '2026-11', '__proto__'),
)

for (const shape of shapes) {
  test(`${shape.kind} ${shape.scheme ?? ''} never throws, and what it accepts it reads back from its own fields`, () => {
    const asked = question(shape)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...suffixes), typing), { maxLength: 8 }), fc.anything(), (entries, anything) => {
        const fields = new URLSearchParams(entries.map(([suffix, text]): [string, string] => [`q${suffix}`, text]))
        const { answer, flaws } = readAnswer(asked, fields)
        assert.ok(answer === undefined || flaws.length === 0)
        kindFor(asked).fromFile(asked, anything)
        kindFor(asked).flaws(asked, anything)
        if (answer === undefined) return
        const again = new URLSearchParams(
          Object.entries(fieldsOf(asked, answer)).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
        )
        assert.deepEqual(readAnswer(asked, again).answer, answer)
      }),
      { numRuns: 200 },
    )
  })
}

/** A service written wrong by hand for each finding there is: it is found, and what is found is so by the real rules. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertFound } from '#test/kit/findings.ts'
import { outcomeTable, type SmallService, smallService } from '#test/kit/small-service.ts'
import type { Finding, FindingCode } from './index.ts'
import { prove } from './prove.ts'
import { english } from './telling/sayings.en.ts'

const age = { id: 'age', kind: 'number', min: 0, max: 120 }
const member = { id: 'member', kind: 'yes-no' }
const level = { id: 'level', kind: 'one-of', options: ['red', 'green', 'blue'] }
const pay = { id: 'pay', kind: 'money', min: '0.00', max: '1000.00' }
const born = { id: 'born', kind: 'date' }
const people = { id: 'people', kind: 'group', min: 0, max: 3, of: [{ id: 'years', kind: 'number', min: 0, max: 120 }] }
const first = { id: 'first', questions: [age, member, level, pay, people] }
const byAge = outcomeTable('age', [
  ['< 18', 'bad'],
  ['-', 'good'],
])

type Wrong = Partial<SmallService> & { readonly expects: Finding['about']; readonly severity?: Finding['severity'] }

const second = (question: object, when: string) => [first, { id: 'second', when, questions: [question] }]
const wrong: Readonly<Record<FindingCode, Wrong>> = {
  'unreachable-page': { pages: second({ id: 'more', kind: 'yes-no' }, 'age > 17 && age < 18'), expects: { page: 'second' } },
  'unreachable-question': {
    pages: [first, { id: 'second', questions: [born, { id: 'more', kind: 'yes-no', when: 'pay < gbp("0.00")' }] }],
    expects: { question: 'more' },
  },
  'unreachable-end': { exits: [{ id: 'away', when: 'age >= 0' }], expects: {} },
  'never-true': { conditions: { grown: 'size(people) > 3' }, expects: { part: 'conditions.grown' } },
  'always-true': { conditions: { grown: 'age * 2 < 241' }, expects: { part: 'conditions.grown' }, severity: 'warning' },
  'unreachable-option': {
    pages: second({ id: 'way', kind: 'one-of', options: ['on_foot', { id: 'by_car', when: 'age > 120' }] }, 'member'),
    expects: { question: 'way', options: ['by_car'] },
  },
  'alike-options': {
    conditions: { fits: 'level in [level.green, level.blue]' },
    outcome: 'fits ? outcome.good : outcome.bad',
    expects: { question: 'level', options: ['green', 'blue'] },
    severity: 'warning',
  },
  'table-gap': {
    tables: [
      outcomeTable('age', [
        ['< 18', 'bad'],
        ['> 18', 'good'],
      ]),
    ],
    outcome: 't.outcome',
    expects: { table: 't' },
  },
  'table-overlap': {
    tables: [
      outcomeTable(
        'age',
        [
          ['<= 18', 'bad'],
          ['>= 18', 'good'],
        ],
        'unique',
      ),
    ],
    outcome: 't.outcome',
    expects: { table: 't', rows: ['1', '2'] },
  },
  'row-never-matches': {
    tables: [
      outcomeTable('age', [
        ['< 50', 'bad'],
        ['[10..20]', 'good'],
        ['-', 'good'],
      ]),
    ],
    outcome: 't.outcome',
    expects: { table: 't', rows: ['2'] },
  },
  'unreachable-outcome': {
    tables: [
      outcomeTable('age', [
        ['>= 0', 'good'],
        ['-', 'bad'],
      ]),
    ],
    outcome: 't.outcome',
    expects: { outcome: 'bad' },
  },
  'no-outcome': {
    pages: second({ id: 'note', kind: 'number', min: 0, max: 9 }, 'member'),
    tables: [
      outcomeTable('note', [
        ['< 5', 'bad'],
        ['-', 'good'],
      ]),
    ],
    outcome: 't.outcome',
    expects: {},
    severity: 'warning',
  },
  overflow: {
    pages: second({ id: 'far', kind: 'number', min: 0, max: 9_000_000_000_000 }, 'member'),
    calculations: [{ id: 'sum', is: 'far * 9000' }],
    expects: { calculation: 'sum', part: 'calculations.sum' },
    severity: 'warning',
  },
  'division-by-nothing': {
    calculations: [{ id: 'each', is: 'divide(pay, size(people), rounding.down)' }],
    expects: { calculation: 'each', part: 'calculations.each' },
  },
  'empty-list': {
    calculations: [{ id: 'eldest', is: 'max(people.map(one, one.years))' }],
    expects: { calculation: 'eldest', part: 'calculations.eldest' },
    severity: 'warning',
  },
  'before-birth': {
    pages: second(born, 'member'),
    calculations: [{ id: 'years', is: 'ageOn(born, today)' }],
    expects: { calculation: 'years', part: 'calculations.years' },
    severity: 'warning',
  },
  'negative-fee': { fee: { is: 'pay - gbp("1.00") * age' }, expects: { calculation: 'fee' } },
  'negative-amount': {
    calculations: [{ id: 'award', is: 'gbp("500.00") - pay', shown: true }],
    expects: { calculation: 'award', part: 'calculations.award' },
  },
  'unread-question': { expects: { question: 'age' }, severity: 'warning' },
  'cliff-edge': { tables: [byAge], outcome: 't.outcome', expects: { question: 'age', outcome: 'bad', other: 'good' }, severity: 'warning' },
  'adverse-without-person': {
    tables: [byAge],
    outcome: 't.outcome',
    exits: [{ id: 'away', when: 'age < 10' }],
    expects: { outcome: 'bad', exit: 'away' },
  },
}

for (const [code, { expects, severity = 'fault', ...parts }] of Object.entries(wrong)) {
  test(`${code} is found`, () => {
    const prepared = smallService({ pages: [first], ...parts })
    const { findings } = prove(prepared)
    const own = findings.filter((finding) => finding.code === code)
    assert.ok(
      own.some((finding) => finding.severity === severity && JSON.stringify(finding.about) === JSON.stringify(expects)),
      JSON.stringify(findings),
    )
    assertFound(prepared, findings)
  })
}

test('every finding there is has a service written wrong for it', () => {
  assert.deepEqual(new Set(Object.keys(wrong)), new Set(Object.keys(english.findings)))
})

test('a service written right has no finding at fault', () => {
  const { findings, notProved } = prove(smallService({ pages: [first], tables: [byAge], outcome: 't.outcome' }))
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'fault'),
    [],
  )
  assert.deepEqual(notProved, [])
})

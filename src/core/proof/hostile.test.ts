/** Services that make proofs hard on purpose: each ends within its steps, and what was not told is said not to be proved. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeTable, type SmallService, smallService } from '#test/kit/small-service.ts'
import { prove } from './index.ts'

const names = [...'abcdefghijkl']
const budget = 2_000

const first = (questions: readonly object[]) => ({ id: 'first', questions })
const second = (when: string) => ({ id: 'second', when, questions: [{ id: 'more', kind: 'yes-no' }] })
const numbers = names.map((id) => ({ id, kind: 'number' }))
const truths = names.map((id) => ({ id, kind: 'yes-no' }))
const pairs = names.slice(0, 9).flatMap((one, at, all) => all.slice(at + 1).map((other) => `${one} != ${other}`))

/** `hard`: what cannot be told; none where it is only long. */
const services: Readonly<Record<string, SmallService & { readonly hard?: string }>> = {
  'a product of answers without limits': {
    pages: [first(numbers), second('a * b * c == 1000003 * d + 7 && a > 1000 && b > 1000 && c > 1000')],
    hard: 'page-reachable',
  },
  'nine who must all differ, in eight places': {
    pages: [first(names.slice(0, 9).map((id) => ({ id, kind: 'number', min: 1, max: 8 }))), second(pairs.join(' && '))],
    hard: 'page-reachable',
  },
  'an odd sum of even parts': {
    pages: [first(truths), second(`${names.map((name) => `(${name} ? 2 : 0)`).join(' + ')} == 11`)],
    hard: 'page-reachable',
  },
  'each of fifty entries beside each other': {
    pages: [
      first([{ id: 'g', kind: 'group', max: 50, of: [{ id: 'v', kind: 'number' }] }]),
      second('g.exists(i, g.exists(j, i.v * 2 == j.v + 1))'),
    ],
    hard: 'page-reachable',
  },
  'working days between two days, on days of the week': {
    pages: [
      first(['d', 'e'].map((id) => ({ id, kind: 'date' }))),
      second('workingDaysBetween(d, e, bank_holidays.england_and_wales) == 17 && weekdayOf(d) == 6 && dayOf(e) == 31'),
    ],
    hard: 'page-reachable',
  },
  'a table of a thousand rows': {
    pages: [first([{ id: 'a', kind: 'number', min: 0, max: 5_000 }])],
    tables: [
      outcomeTable(
        'a',
        Array.from({ length: 1_000 }, (_, at) => [String(at * 5), at % 2 === 0 ? 'good' : 'bad'] as const),
        'unique',
      ),
    ],
    outcome: 't.outcome',
  },
}

for (const [name, { hard, ...service }] of Object.entries(services)) {
  test(`${name}: it ends, and nothing is claimed that was not told`, () => {
    const { proved, findings, notProved, steps } = prove(smallService(service), { budget })
    const claims = proved.length + findings.length + notProved.length
    assert.ok(steps <= 25 * budget + 1_000 * claims, `${steps} steps for ${claims} claims`)
    for (const { why } of notProved) assert.equal(why, 'budget')
    if (hard !== undefined) assert.ok(notProved.some(({ code, about }) => code === hard && about.page === 'second'))
  })
}

test('with hardly any steps nothing is claimed, rather than anything guessed', () => {
  const when = 'a + b > 10 && b - c > 3 && a * 3 < c'
  const pages = [first(numbers.map((number) => ({ ...number, min: 0, max: 9 }))), second(when)]
  const whole = prove(smallService({ pages }))
  assert.deepEqual(
    whole.findings.flatMap(({ about }) => about.page ?? []),
    ['second'],
  )
  const { findings, proved } = prove(smallService({ pages }), { budget: 1 })
  for (const { code, about } of findings)
    assert.ok(whole.findings.some((other) => other.code === code && JSON.stringify(other.about) === JSON.stringify(about)))
  for (const { code, about } of proved)
    assert.ok(whole.proved.some((other) => other.code === code && JSON.stringify(other.about) === JSON.stringify(about)))
})

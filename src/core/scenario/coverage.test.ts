import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { prepare, readPack } from '#core/definition/index.ts'
import { ScenarioFile } from '#core/definition/model/scenario.ts'
import { wordsIn } from '#core/definition/words.ts'
import { packFiles } from '#test/kit/pack.ts'
import { coverageOf } from './coverage.ts'
import { runScenario } from './scenario.ts'
import { tellMismatch } from './telling.ts'

const { definition } = readPack(packFiles())
if (definition === undefined) throw new Error('The pack of these tests has faults.')
const prepared = prepare(definition)

function person(id: string, answers: Readonly<Record<string, unknown>> = {}, expect: unknown = {}): ScenarioFile {
  const given = { born: '1990-05-06', plays: false, level: 'player', family: [], full_name: 'Ada', ...answers }
  return ScenarioFile.parse({ schema: 1, id, title: id, today: '2026-11-23', answers: given, expect })
}

const reachedBy = (parts: readonly { id: string; by: readonly string[] }[]) => Object.fromEntries(parts.map(({ id, by }) => [id, by]))

describe('what example people reach', () => {
  test('names, for each page, row, answer, end and outcome, who reaches it', () => {
    const coverage = coverageOf(prepared, [person('ada'), person('player', { plays: true, racket: 'steel' })])
    assert.deepEqual(reachedBy(coverage.pages)['racket'], ['player'])
    assert.deepEqual(reachedBy(coverage.tables[0]?.rows ?? []), { full: [], room: ['ada', 'player'] })
    assert.deepEqual(reachedBy(coverage.options.find(({ question }) => question === 'plays')?.options ?? []), {
      yes: ['player'],
      no: ['ada'],
    })
    assert.deepEqual(reachedBy(coverage.exits), { too_young: [] })
    assert.deepEqual(reachedBy(coverage.outcomes), { joined: ['ada', 'player'], turned_away: [] })
  })

  test('counts answers inside groups', () => {
    const children = [{ name: 'Bo', role: 'child' }]
    const { options } = coverageOf(prepared, [person('parent', { family: children })])
    assert.deepEqual(reachedBy(options.find(({ question }) => question === 'family.role')?.options ?? []), {
      partner: [],
      child: ['parent'],
    })
  })

  test('does not count an answer on a page that is not asked', () => {
    const { pages } = coverageOf(prepared, [person('begins', { plays: true, level: 'beginner', racket: 'steel' })])
    assert.deepEqual(reachedBy(pages)['racket'], [])
  })

  test('adds up to what is covered of what there is', () => {
    const none = coverageOf(prepared, [])
    assert.equal(none.covered, 0)
    const some = coverageOf(prepared, [person('ada')])
    assert.ok(some.covered > 0 && some.covered < some.of && some.of === none.of)
  })
})

describe('what differs', () => {
  const { mismatches } = runScenario(
    prepared,
    person('ada', { plays: 'perhaps' }, { pages: ['birth'], outcome: 'turned_away', fee: '1.00', values: { price: '2.00', nothing: 1 } }),
  )
  const told = (language: 'en' | 'cy') => mismatches.map((mismatch) => tellMismatch(mismatch, wordsIn(prepared, language)))

  test('is told in words, expected beside what came', () => {
    assert.deepEqual(told('en'), [
      {
        what: 'Pages asked',
        expected: 'When were you born?',
        came: 'When were you born?, How you play, Who joins with you?, What is your name?',
      },
      { what: 'Errors', expected: 'none', came: 'Select one of the answers offered: Do you play already?' },
      { what: 'Decision', expected: 'Turned away', came: 'none' },
      { what: 'To pay', expected: '£1.00', came: '£120.00' },
      { what: 'Price', expected: '£2.00', came: '£120.00' },
      { what: 'nothing', expected: 'a figure', came: 'no longer worked out' },
    ])
  })

  test('is told in Welsh too', () => {
    assert.deepEqual(
      told('cy').map(({ what }) => what),
      ['Tudalennau a ofynnir', 'Gwallau', 'Penderfyniad', 'I’w dalu', 'Pris', 'nothing'],
    )
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { type PackFiles, prepare, readPack, wordsIn, type Wording } from './index.ts'

const table = 'tables: { admission: { label: Whether there is room, columns: { children: How many children } } }\n'
const tabl = 'tables: { admission: { label: A oes lle, columns: { children: Faint o blant } } }\n'
const named = packFiles({ 'words.en.yaml': [['exits:\n', `${table}exits:\n`]], 'words.cy.yaml': [['exits:\n', `${tabl}exits:\n`]] })

function wordingOf(files: PackFiles, language: 'en' | 'cy' = 'en'): Wording {
  const { definition, faults } = readPack(files)
  assert.deepEqual(faults, [])
  assert.ok(definition)
  return wordsIn(prepare(definition), language)
}

describe('words of the rules', () => {
  test('a table and its columns are called what the pack calls them, in each language', () => {
    assert.equal(wordingOf(named).table('admission').label, 'Whether there is room')
    assert.equal(wordingOf(named, 'cy').table('admission').column('children'), 'Faint o blant')
  })

  test('a table without words is called by its id, and its columns by what they test and give', () => {
    const { label, column } = wordingOf(packFiles()).table('admission')
    assert.deepEqual([label, column('children'), column('outcome')], ['Admission', 'Children', 'Outcome'])
    assert.equal(wordingOf(packFiles()).constant('grown_up'), 'grown up')
  })

  test('words of a table in one language only are missed in the other', () => {
    const { faults } = readPack(packFiles({ 'words.en.yaml': [['exits:\n', `${table}exits:\n`]] }))
    assert.deepEqual([...new Set(faults.map(({ code }) => code))], ['missing-words'])
  })

  test('words of a column that a table does not have are refused with the nearest it has', () => {
    const files = packFiles({ 'words.en.yaml': [['exits:\n', `${table.replace('children', 'childen')}exits:\n`]] })
    const fault = readPack(files).faults.find(({ code }) => code === 'unknown-words')
    assert.match(fault?.help ?? '', /children/)
  })

  test('money is written in pounds, an outcome by its label, and what cannot be told not at all', () => {
    const { result } = wordingOf(named, 'cy')
    assert.equal(result('price', 4050), '£40.50')
    assert.equal(result('admission', { outcome: 'turned_away' }), 'Gwrthodwyd')
    assert.equal(result('price', null), undefined)
  })

  test('a reason whose figure is not known yet says so instead of leaving a hole', () => {
    assert.equal(wordingOf(packFiles()).reason('room'), 'There is room for you and […] children.')
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { type Prepared, prepare, readPack, wordsIn } from './index.ts'

function preparedWith(racket: string): Prepared {
  const { definition, faults } = readPack(packFiles({ 'words.en.yaml': [['label: Which racket?', `label: ${racket}`]] }))
  assert.deepEqual(faults, [])
  assert.ok(definition)
  return prepare(definition)
}

test('a question that says the same to everybody has one text for each language, whatever is known of whoever reads it', () => {
  const prepared = preparedWith('Which racket?')
  const textFor = (born: string) => wordsIn(prepared, 'en', { born }).question('racket')
  assert.equal(textFor('1980-01-01'), textFor('2012-01-01'))
  assert.equal(textFor('1980-01-01').label, 'Which racket?')
  assert.equal(wordsIn(prepared, 'cy').question('racket').label, 'Pa raced?')
})

test('a question that names an answer says it to each person anew', () => {
  const prepared = preparedWith('"Which racket, born on {born}?"')
  const labelFor = (born: string) => wordsIn(prepared, 'en', { born }).question('racket').label
  assert.equal(labelFor('1980-01-01'), 'Which racket, born on 1 January 1980?')
  assert.equal(labelFor('2012-02-03'), 'Which racket, born on 3 February 2012?')
})

test('questions of a group keep their own words, and another question in the same words its own options', () => {
  const prepared = preparedWith('Which racket?')
  const wording = wordsIn(prepared, 'en')
  assert.equal(wording.question('family').of('school').label, 'School')
  assert.deepEqual([wording.question('born').of('day').label, wording.question('born').of('day').options], ['day', []])
  const { definition } = prepared
  const sections = definition.service.sections.map((section) => ({
    ...section,
    pages: section.pages.map((page) => ({
      ...page,
      questions: page.questions.map((one) => (one.kind === 'one-of' ? { ...one, options: one.options.slice(0, 1) } : one)),
    })),
  }))
  const fewer = prepare({ ...definition, service: { ...definition.service, sections } })
  const offered = (of: Prepared) =>
    wordsIn(of, 'en')
      .question('level')
      .options.map(({ id }) => id)
  assert.deepEqual(
    [offered(prepared), offered(fewer), offered(prepared)],
    [['beginner', 'player', 'coach'], ['beginner'], ['beginner', 'player', 'coach']],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { type Definition, packOf, readPack, versionOf } from '../definition/index.ts'
import { diff } from '../diff/diff.ts'
import { keyOfPath } from '../diff/change.ts'
import type { Merging } from './conflict.ts'
import { type Amendment, amend } from '../amendment/index.ts'
import { merge, settle } from './merge.ts'

type Replacements = Parameters<typeof packFiles>[0]

function definitionWith(changes: Replacements = {}): Definition {
  const { definition, faults } = readPack(packFiles(changes))
  assert.deepEqual(faults, [])
  assert.ok(definition)
  return definition
}

const base = definitionWith()

function merged(ours: Replacements, theirs: Replacements): Merging {
  return merge({ base, ours: definitionWith(ours), theirs: definitionWith(theirs) })
}

function conflictsOf({ conflicts }: Merging): readonly string[] {
  return conflicts.map(({ code, path, layer }) => `${code} ${keyOfPath(path)} (${layer})`)
}

function optionsOf(definition: Definition, id: string): readonly string[] {
  const question = definition.service.sections
    .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
    .find((one) => one.id === id)
  assert.ok(question !== undefined && 'options' in question)
  return question.options.map((option) => option.id)
}

/** What comes of a merge is a service that passes its checks. */
function holds({ merged }: Merging): void {
  const { faults, version } = readPack(packOf(merged))
  assert.deepEqual(faults, [])
  assert.equal(version, versionOf(merged))
}

const localOption: Replacements = {
  'service.yaml': [['[beginner, player,', '[beginner, regular, player,']],
  'words.en.yaml': [['beginner: I begin,', 'beginner: I begin, regular: Every week,']],
  'words.cy.yaml': [['beginner: Dechreuwr,', 'beginner: Dechreuwr, regular: Bob wythnos,']],
}
const statutoryOption: Replacements = {
  'service.yaml': [['{ id: coach, when: adult }]', '{ id: coach, when: adult }, assisted]']],
  'words.en.yaml': [['coach: I teach', 'coach: I teach, assisted: With help']],
  'words.cy.yaml': [['coach: Hyfforddwr', 'coach: Hyfforddwr, assisted: Gyda chymorth']],
}
const noRacket: Replacements = {
  'service.yaml': [
    [
      `      - id: racket
        when: plays && level != level.beginner
        questions:
          - { id: racket, kind: text, purpose: join, max: 20, valid: [{ id: not_wood, is: 'racket != "wood"' }] }
`,
      '',
    ],
  ],
  'words.en.yaml': [['  racket: { label: Which racket?, faults: { not_wood: Choose a racket that is not of wood } }\n', '']],
  'words.cy.yaml': [['  racket: { label: Pa raced?, faults: { not_wood: Dewiswch raced nad yw o bren } }\n', '']],
}
const ourRacket: Replacements = { 'words.en.yaml': [['Which racket?', 'Which racket do you own?']] }

test('an option that upstream adds stands beside the one the council added', () => {
  const merging = merged(localOption, statutoryOption)
  assert.deepEqual(optionsOf(merging.merged, 'level'), ['beginner', 'regular', 'player', 'coach', 'assisted'])
  assert.deepEqual(merging.conflicts, [])
  assert.equal(merging.merged.words.cy?.questions['level']?.options?.['regular'], 'Bob wythnos')
  assert.equal(merging.merged.words.cy?.questions['level']?.options?.['assisted'], 'Gyda chymorth')
  holds(merging)
})

test('a question that upstream takes out and the council reworded is a conflict, and is kept with its words until it is settled', () => {
  const merging = merged(ourRacket, noRacket)
  const racket = 'service/sections/you/pages/racket'
  assert.deepEqual(conflictsOf(merging), [`deleted-and-changed ${racket} (recommended)`])
  assert.deepEqual(merging.conflicts[0]?.message, {
    en: 'One takes away what the other changed. Here: In English, the question “Which racket?” now reads “Which racket do you own?” instead of “Which racket?”. There: The question “Which racket?” is no longer asked.',
    cy: 'Mae un yn dileu’r hyn a newidiodd y llall. Yma: Yn Saesneg, y cwestiwn “Pa raced?”: “Which racket do you own?” yn lle “Which racket?”. Yno: Ni ofynnir y cwestiwn “Pa raced?” mwyach.',
  })
  assert.equal(merging.merged.words.en?.questions['racket']?.label, 'Which racket do you own?')
  assert.equal(merging.merged.words.cy?.questions['racket']?.label, 'Pa raced?')
  holds(merging)
  const gone = settle(merging, { [racket]: 'theirs' })
  assert.deepEqual(gone.conflicts, [])
  assert.equal(versionOf(gone.merged), versionOf(definitionWith(noRacket)))
  assert.equal(versionOf(settle(merging, { [racket]: 'ours' }).merged), versionOf(merging.merged))
})

test('words that both change are a conflict, and so are their words in the other language', () => {
  const theirs = {
    'words.en.yaml': [['We are full.', 'The law lets us take no more.']],
    'words.cy.yaml': [['Rydym yn llawn.', 'Ni chawn gymryd mwy.']],
  } as const
  const merging = merged({ 'words.en.yaml': [['We are full.', 'Sorry, we are full.']] }, theirs)
  assert.deepEqual(conflictsOf(merging), [
    'both-changed words/en/reasons/full (recommended)',
    'translation words/cy/reasons/full (recommended)',
  ])
  assert.equal(merging.merged.words.en?.reasons['full'], 'Sorry, we are full.')
  assert.equal(merging.merged.words.cy?.reasons['full'], 'Rydym yn llawn.')
  const settled = settle(merging, { 'words/en/reasons/full': 'theirs', 'words/cy/reasons/full': 'theirs' })
  assert.deepEqual(settled.conflicts, [])
  assert.equal(versionOf(settled.merged), versionOf(definitionWith(theirs)))
})

test('where the law fixes it, upstream’s stands until the conflict is settled', () => {
  const law = {
    'service.yaml': [['casework:', 'change:\n  statutory: [{ part: exits.too_young, law: Children Act 1989 }]\ncasework:']],
  } as const
  const exit = (age: number) => ['ageOn(born, today) < 5', `ageOn(born, today) < ${age}`] as const
  const merging = merge({
    base: definitionWith(law),
    ours: definitionWith({ 'service.yaml': [...law['service.yaml'], exit(7)] }),
    theirs: definitionWith({ 'service.yaml': [...law['service.yaml'], exit(8)] }),
  })
  assert.deepEqual(conflictsOf(merging), ['both-changed service/exits/too_young/when (statutory)'])
  assert.equal(merging.merged.service.exits[0]?.when, 'ageOn(born, today) < 8')
  assert.equal(settle(merging, { 'service/exits/too_young/when': 'ours' }).merged.service.exits[0]?.when, 'ageOn(born, today) < 7')
})

test('with the base recorded, what upstream is in the middle of writing cannot pass for the council’s choice', () => {
  const price = (now: string): Replacements => ({ 'service.yaml': [['"120.00"', `"${now}"`]] })
  const adopted = definitionWith(price('96.00'))
  const councils = definitionWith({ ...price('96.00'), ...ourRacket })
  const published = definitionWith(price('150.00'))
  const merging = merge({ base: adopted, ours: councils, theirs: published })
  assert.equal(merging.merged.service.constants['yearly']?.is, '150.00')
  assert.equal(merging.merged.words.en?.questions['racket']?.label, 'Which racket do you own?')
  assert.deepEqual(merging.conflicts, [])
})

test('what was taken and what was kept is told', () => {
  const { taken, kept } = merged(ourRacket, { 'service.yaml': [['"120.00"', '"150.00"']] })
  assert.deepEqual(
    [taken, kept].map((changes) => changes.map(({ path }) => keyOfPath(path))),
    [['service/constants/yearly/is'], ['words/en/questions/racket/label']],
  )
})

test('a question whose kind one side changes and whose options the other adds to is one conflict', () => {
  const text: Replacements = {
    'service.yaml': [
      ['kind: one-of, purpose: join, options: [beginner, player, { id: coach, when: adult }] }', 'kind: text, purpose: join }'],
      ['plays && level != level.beginner', 'plays'],
    ],
    'words.en.yaml': [[', options: { beginner: I begin, player: I play, coach: I teach }', '']],
    'words.cy.yaml': [[', options: { beginner: Dechreuwr, player: Chwaraewr, coach: Hyfforddwr }', '']],
  }
  const merging = merged(text, statutoryOption)
  assert.deepEqual(conflictsOf(merging), ['both-changed service/sections/you/pages/play/questions/level (recommended)'])
  holds(merging)
  holds(settle(merging, { 'service/sections/you/pages/play/questions/level': 'theirs' }))
})

test('each takes out one of three options, and two are kept', () => {
  const without = (
    option: string,
    words: readonly (readonly [string, string])[],
    cy: readonly (readonly [string, string])[],
  ): Replacements => ({
    'service.yaml': [
      [option, ''],
      ['plays && level != level.beginner', 'plays'],
    ],
    'words.en.yaml': words,
    'words.cy.yaml': cy,
  })
  const merging = merged(
    without('beginner, ', [['beginner: I begin, ', '']], [['beginner: Dechreuwr, ', '']]),
    without('player, ', [['player: I play, ', '']], [['player: Chwaraewr, ', '']]),
  )
  assert.deepEqual(conflictsOf(merging), ['too-few service/sections/you/pages/play/questions/level/options (recommended)'])
  assert.deepEqual(optionsOf(merging.merged, 'level'), ['player', 'coach'])
  holds(merging)
})

test('new rules at one place of a table where the first that fits counts are a conflict of order', () => {
  const row = (id: string): Replacements => ({
    'rules/admission.yaml': [['  - { id: room', `  - { id: ${id}, when: ["2"], then: [turned_away], reason: full }\n  - { id: room`]],
  })
  const merging = merged(row('our_rule'), row('their_rule'))
  assert.deepEqual(conflictsOf(merging), ['order tables/admission/rows (recommended)'])
  const rows = (one: Merging) => one.merged.tables[0]?.rows.map(({ id }) => id)
  assert.deepEqual(rows(merging)?.toSorted(), ['full', 'our_rule', 'room', 'their_rule'])
  assert.notDeepEqual(
    rows(settle(merging, { 'tables/admission/rows': 'ours' })),
    rows(settle(merging, { 'tables/admission/rows': 'theirs' })),
  )
})

test('a column that upstream takes out and a council’s own rule asks about is a conflict, and the rule keeps its cell', () => {
  const column: Replacements = {
    'rules/admission.yaml': [
      ['children, is: children }', 'children, is: children }\n  - { id: grown, is: adult }'],
      ['["> 2"]', '["> 2", "-"]'],
      ['["-"]', '["-", "-"]'],
    ],
  }
  const two = definitionWith(column)
  const files = column['rules/admission.yaml'] ?? []
  const ours = definitionWith({
    'rules/admission.yaml': [
      ...files,
      ['  - { id: room', '  - { id: minors, when: ["-", "false"], then: [turned_away], reason: full }\n  - { id: room'],
    ],
  })
  const merging = merge({ base: two, ours, theirs: base })
  assert.deepEqual(conflictsOf(merging), ['deleted-and-changed tables/admission/inputs/grown (recommended)'])
  assert.deepEqual(
    merging.merged.tables[0]?.rows.map(({ when }) => when),
    [
      ['> 2', '-'],
      ['-', 'false'],
      ['-', '-'],
    ],
  )
  holds(merging)
})

test('both move the same pages to different places: the order is a conflict, and either can be had', () => {
  const question = (id: string) => `          - { id: ${id}, kind: yes-no, purpose: join }\n`
  const words = (language: string, label: string): readonly (readonly [string, string])[] => [
    [
      language === 'en' ? 'questions:\n' : 'questions:\n',
      `questions:\n${['one', 'two', 'three'].map((id) => `  ${id}: { label: ${label} }\n`).join('')}`,
    ],
  ]
  const ordered = (...ids: readonly string[]): Definition =>
    definitionWith({
      'service.yaml': [['      - id: racket\n', `      - id: more\n        questions:\n${ids.map(question).join('')}      - id: racket\n`]],
      'words.en.yaml': [...words('en', 'More?'), ['  play: {', '  more: { title: More }\n  play: {']],
      'words.cy.yaml': [...words('cy', 'Mwy?'), ['  play: {', '  more: { title: Mwy }\n  play: {']],
    })
  const merging = merge({
    base: ordered('one', 'two', 'three'),
    ours: ordered('two', 'one', 'three'),
    theirs: ordered('one', 'three', 'two'),
  })
  assert.deepEqual(conflictsOf(merging), ['order service/sections/you/pages/more/questions (recommended)'])
  const either = settle(merging, { 'service/sections/you/pages/more/questions': 'theirs' })
  assert.deepEqual(diff(either.merged, ordered('one', 'three', 'two')), [])
})

test('a page one side took out and the other moved comes back after all it may read, wherever that stands by now', () => {
  const amended = (edits: readonly Amendment[]): Definition =>
    edits.reduce((definition, edit) => {
      const done = amend(definition, edit)
      assert.ok('definition' in done)
      return done.definition
    }, base)
  const sides = {
    base,
    ours: amended([
      { edit: 'drop-question', question: 'racket' },
      { edit: 'reorder', what: 'page', id: 'family', after: 'birth' },
    ]),
    theirs: amended([
      { edit: 'reword', words: ['questions', 'racket', 'label'], to: { en: 'Your racket?', cy: 'Eich raced?' } },
      { edit: 'reorder', what: 'page', id: 'racket', after: 'family' },
    ]),
  }
  const settled = settle(sides, Object.fromEntries(merge(sides).conflicts.map(({ path }) => [keyOfPath(path), 'theirs'])))
  assert.deepEqual(
    settled.merged.service.sections.flatMap(({ pages }) => pages.map(({ id }) => id)),
    ['birth', 'family', 'play', 'racket', 'name'],
  )
  holds(settled)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changedFrom } from '#test/kit/changed-definition.ts'
import { packFiles } from '#test/kit/pack.ts'
import { type Definition, readPack, versionOf } from '../definition/index.ts'
import { apply } from './apply.ts'
import { type Change, Changes, keyOfPath } from './change.ts'
import { diff } from './diff.ts'
import { digestOf } from './digest.ts'

type Replacements = Parameters<typeof packFiles>[0]

function definitionWith(changes: Replacements = {}): Definition {
  const { definition, faults } = readPack(packFiles(changes))
  assert.deepEqual(faults, [])
  assert.ok(definition)
  return definition
}

const club = definitionWith()

function changesOf(changes: Replacements): readonly Change[] {
  return diff(club, definitionWith(changes))
}

test('nothing differs between a definition and itself, read once or twice', () => {
  assert.deepEqual(diff(club, club), [])
  assert.deepEqual(diff(club, definitionWith()), [])
})

test('a word changed in one language is one change, by the id of its question', () => {
  assert.deepEqual(changesOf({ 'words.cy.yaml': [['Pa raced?', 'Pa fath o raced?']] }), [
    { kind: 'changed', path: ['words', 'cy', 'questions', 'racket', 'label'], before: 'Pa raced?', after: 'Pa fath o raced?' },
  ])
})

test('a question put first on its page has moved, and the other has not', () => {
  const before = '- { id: plays, kind: yes-no, purpose: join }\n'
  const level = '- { id: level, kind: one-of, purpose: join, options: [beginner, player, { id: coach, when: adult }] }\n'
  assert.deepEqual(changesOf({ 'service.yaml': [[`${before}          ${level}`, `${level}          ${before}`]] }), [
    { kind: 'moved', path: ['service', 'sections', 'you', 'pages', 'play', 'questions', 'level'], after: null, before: 'plays' },
  ])
})

test('an option added is told with its place', () => {
  const changes = changesOf({
    'service.yaml': [['[partner, child]', '[partner, friend, child]']],
    'words.en.yaml': [['partner: Partner', 'partner: Partner, friend: Friend']],
    'words.cy.yaml': [['partner: Partner', 'partner: Partner, friend: Ffrind']],
  })
  const options = ['service', 'sections', 'you', 'pages', 'family', 'questions', 'family', 'of', 'role', 'options']
  assert.deepEqual(changes[0], { kind: 'added', path: [...options, 'friend'], value: { id: 'friend' }, after: 'partner' })
  assert.deepEqual(
    changes.slice(1).map(({ path }) => keyOfPath(path)),
    ['words/en/questions/family/of/role/options/friend', 'words/cy/questions/family/of/role/options/friend'],
  )
})

test('a cell of a row is told by its column', () => {
  assert.deepEqual(changesOf({ 'rules/admission.yaml': [['["> 2"]', '["> 4"]']] }), [
    { kind: 'changed', path: ['tables', 'admission', 'rows', 'full', 'when', 'children'], before: '> 2', after: '> 4' },
  ])
})

test('a row without an id keeps its name when only its conditions change', () => {
  const nameless = definitionWith({ 'rules/admission.yaml': [['id: full, ', '']] })
  const other = definitionWith({
    'rules/admission.yaml': [
      ['id: full, ', ''],
      ['["> 2"]', '["> 4"]'],
    ],
  })
  assert.deepEqual(diff(nameless, other), [
    { kind: 'changed', path: ['tables', 'admission', 'rows', 'when > 2', 'when', 'children'], before: '> 2', after: '> 4' },
  ])
  assert.deepEqual(apply(nameless, diff(nameless, other)), { definition: other })
})

test('a question of another kind is changed as a whole', () => {
  const changes = changesOf({ 'service.yaml': [['kind: text, purpose: join, max: 20', 'kind: long-text, purpose: join, max: 20']] })
  assert.deepEqual(
    changes.map(({ kind, path }) => [kind, path.at(-1)]),
    [['changed', 'racket']],
  )
})

const pairs = fc.tuple(changedFrom(club), changedFrom(club))

test('changes put on what they start from give what they lead to', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const changes = diff(before, after)
      const applied = apply(before, changes)
      assert.ok('definition' in applied, JSON.stringify(applied))
      assert.equal(versionOf(applied.definition), versionOf(after))
      assert.equal(changes.length === 0, versionOf(before) === versionOf(after))
    }),
    { numRuns: 150 },
  )
})

test('changes survive being stored, and their digest tells them apart whatever the order of keys', () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const changes = diff(before, after)
      const stored = Changes.parse(JSON.parse(JSON.stringify(changes)))
      assert.deepEqual(stored, changes)
      assert.equal(digestOf(stored.toReversed()), digestOf(changes))
    }),
    { numRuns: 40 },
  )
  assert.notEqual(digestOf([]), digestOf(changesOf({ 'words.cy.yaml': [['Pa raced?', 'Pa fath o raced?']] })))
})

test('a change that does not find what it starts from is a misfit with words, and nothing is changed', () => {
  const [rewording] = changesOf({ 'words.cy.yaml': [['Pa raced?', 'Pa fath o raced?']] })
  assert.ok(rewording)
  const reworded = definitionWith({ 'words.cy.yaml': [['Pa raced?', 'Raced?']] })
  const applied = apply(reworded, [rewording])
  assert.ok('misfits' in applied)
  assert.deepEqual(
    applied.misfits.map(({ code, message }) => [code, message.en, message.cy]),
    [['other-there', 'What it would change has been changed since.', 'Mae’r hyn y byddai’n ei newid wedi cael ei newid ers hynny.']],
  )
})

const hostile: readonly (readonly [string, unknown])[] = [
  ['a path into nothing', [{ kind: 'changed', path: ['service', 'nowhere', 'x'], before: 1, after: 2 }]],
  ['a key that means something to programs', [{ kind: 'added', path: ['service', '__proto__'], value: { x: 1 }, after: null }]],
  ['a removal of the whole service', [{ kind: 'removed', path: ['service'], value: {}, after: null }]],
  ['a value of the wrong sort', [{ kind: 'added', path: ['service', 'constants', 'x'], value: ['not a figure'], after: null }]],
  ['a path through a text', [{ kind: 'added', path: ['service', 'id', 'x'], value: 1, after: null }]],
]

for (const [what, changes] of hostile) {
  test(`from outside, ${what} is a misfit`, () => {
    assert.ok('misfits' in apply(club, Changes.parse(changes)))
  })
}

test('from outside, values nested without end are no changes', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const changes: unknown = JSON.parse(`[{"kind":"added","path":["service"],"value":${deep},"after":null}]`)
  assert.equal(Changes.safeParse(changes).success, false)
})

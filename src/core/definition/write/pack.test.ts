import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packFiles } from '#test/kit/pack.ts'
import type { Definition, Words } from '../definition.ts'
import { readPack } from '../pack.ts'
import { versionOf } from '../version.ts'
import { withWholeBlocks } from './blocks.ts'
import { packOf } from './pack.ts'

const files = packFiles()
const { definition: club, version } = readPack(files)
assert.ok(club)

function readBack(definition: Definition): string | undefined {
  const { faults, version } = readPack(packOf(definition))
  assert.deepEqual(faults, [])
  return version
}

test('a definition written and read again is the same version', () => {
  assert.equal(readBack(club), version)
})

test('pages go back to their block, with the condition under which they stand there', () => {
  const placed = readPack(
    packFiles({ 'service.yaml': [['use: blocks/contact@1', 'use: blocks/contact@1\n        when: plays']] }),
  ).definition
  assert.ok(placed)
  const written = packOf(placed)
  assert.match(written.get('service.yaml') ?? '', /use: blocks\/contact@1, when: plays/)
  assert.match(written.get('blocks/contact@1/block.yaml') ?? '', /id: full_name/)
  assert.equal(readBack(placed), versionOf(placed))
})

test('what a reader would put back by itself is not written', () => {
  const service = packOf(club).get('service.yaml') ?? ''
  assert.match(service, /options: \[ beginner, player, \{ id: coach, when: adult \} \]/)
  assert.doesNotMatch(service, /optional: false|valid: \[\]|adverse: false|measures|change:/)
})

test('example people and the account of the service stay beside it, other definitions do not', () => {
  const beside = new Map([
    ['scenarios/child.yaml', 'schema: 1\n'],
    ['README.md', '# A club\n'],
    ['service.yaml', 'schema: 2\n'],
    ['words.en.yaml', 'schema: 2\n'],
    ['blocks/other@1/block.yaml', 'schema: 1\n'],
  ])
  const written = packOf(club, beside)
  assert.deepEqual([...written.keys()].toSorted(), [...files.keys(), 'scenarios/child.yaml', 'README.md'].filter(isKept).toSorted())
  assert.match(written.get('service.yaml') ?? '', /schema: 1/)
})

/** Words that came from a block are the service’s own now. */
function isKept(path: string): boolean {
  return !path.startsWith('blocks/contact@1/words')
}

const awkward = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', '\t', '\r', ':', '#', '-', '"', "'", '&', '*', '!', '%', '|', '>', '\u0085', '\u2028', 'a'),
    minLength: 1,
  }),
  fc.constantFrom(
    'true',
    'null',
    '~',
    '1.50',
    '0x1f',
    '- a',
    '? b',
    '{x',
    'a: b',
    '=',
    '<<',
    '2026-11-23',
    '  lead',
    'trail  ',
    'one\n\n  two\n',
    '...',
    '---',
  ),
)

/** What the files of a pack may not hold however they are written. */
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd\ufffe\uffff]|\p{Surrogate}|[{}]/u

test('any words that a pack may hold come back as they were', () => {
  fc.assert(
    fc.property(awkward, awkward, awkward, (label, body, search) => {
      fc.pre(![label, body, search].some((text) => refused.test(text)))
      const respoken = (words: Words | undefined): Words => {
        assert.ok(words)
        const { born, ...others } = words.questions
        assert.ok(born)
        return {
          ...words,
          service: { ...words.service, start: body, search: [search, search] },
          questions: { ...others, born: { ...born, label } },
        }
      }
      const spoken = { ...club, words: { en: respoken(club.words.en), cy: respoken(club.words.cy) } }
      assert.equal(readBack(spoken), versionOf(spoken))
    }),
    {
      numRuns: 100,
      examples: [
        [' \n', 'x', 'x'],
        ['x', 'one\r\ntwo', 'x'],
      ],
    },
  )
})

test('tables keep their order when their names alone would give another', () => {
  const [admission] = club.tables
  assert.ok(admission)
  const tables = [{ ...admission, id: 'zoo' }, admission]
  const calculations = [...club.service.calculations, { id: 'both', is: 'zoo.outcome == admission.outcome', shown: false }]
  const two = { ...club, tables, service: { ...club.service, calculations, outcome: 'both ? zoo.outcome : admission.outcome' } }
  assert.equal(readBack(two), versionOf(two))
})

test('pages of a block that stand apart become the service’s own', () => {
  const [section] = club.service.sections
  assert.ok(section)
  const contact = section.pages.find(({ block }) => block !== undefined)
  assert.ok(contact)
  const [question] = contact.questions
  assert.ok(question)
  const again = { ...contact, id: 'again', when: 'plays', placed: 'adult', questions: [{ ...question, id: 'full_name_again' }] }
  const apart = { ...club, service: { ...club.service, sections: [{ ...section, pages: [...section.pages, again] }] } }
  const pages = withWholeBlocks(apart).service.sections.flatMap((one) => one.pages)
  assert.deepEqual(
    pages.slice(-2).map(({ block, placed, when }) => ({ block, placed, when })),
    [
      { block: undefined, placed: undefined, when: undefined },
      { block: undefined, placed: undefined, when: '(adult) && (plays)' },
    ],
  )
  assert.equal(withWholeBlocks(club), club)
})

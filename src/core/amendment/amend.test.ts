import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { packFiles } from '#test/kit/pack.ts'
import { packOf, readPack, versionOf } from '../definition/index.ts'
import { diff, keyOfPath } from '../diff/index.ts'
import { amend } from './amend.ts'
import { type Amendment, AmendmentShape } from './amendment.ts'

const { definition: club } = readPack(packFiles())
assert.ok(club)

const level = 'service/sections/you/pages/play/questions/level'

/** What each edit changes, as `kind path`. */
const edits: readonly (readonly [what: string, amendment: Amendment, changes: readonly string[]])[] = [
  [
    'rewording a question in both languages',
    {
      edit: 'reword',
      words: ['questions', 'racket', 'label'],
      to: { en: 'What do you play with?', cy: 'Beth ydych chi’n chwarae ag ef?' },
    },
    ['changed words/en/questions/racket/label', 'changed words/cy/questions/racket/label'],
  ],
  [
    'giving a question a hint in one language and the other',
    { edit: 'reword', words: ['questions', 'racket', 'hint'], to: { en: 'Any will do.', cy: 'Gwnaiff unrhyw un y tro.' } },
    ['added words/en/questions/racket/hint', 'added words/cy/questions/racket/hint'],
  ],
  [
    'giving an option a hint',
    { edit: 'reword', words: ['questions', 'level', 'options', 'coach', 'hint'], to: { en: 'With a badge.', cy: 'Gyda bathodyn.' } },
    ['changed words/en/questions/level/options/coach', 'changed words/cy/questions/level/options/coach'],
  ],
  [
    'taking out a question, with its page and words',
    { edit: 'drop-question', question: 'racket' },
    ['removed service/sections/you/pages/racket', 'removed words/en/questions/racket', 'removed words/cy/questions/racket'],
  ],
  [
    'taking out a question of a group',
    { edit: 'drop-question', question: 'family.school' },
    [
      'removed service/sections/you/pages/family/questions/family/of/school',
      'removed words/en/questions/family/of/school',
      'removed words/cy/questions/family/of/school',
    ],
  ],
  [
    'adding an answer, last unless a place is given',
    { edit: 'add-option', question: 'level', option: 'champion', label: { en: 'I win', cy: 'Rwy’n ennill' } },
    [
      `added ${level}/options/champion`,
      'added words/en/questions/level/options/champion',
      'added words/cy/questions/level/options/champion',
    ],
  ],
  [
    'taking out an answer',
    { edit: 'drop-option', question: 'level', option: 'coach' },
    [`removed ${level}/options/coach`, 'removed words/en/questions/level/options/coach', 'removed words/cy/questions/level/options/coach'],
  ],
  [
    'asking others: the page of a question that stands alone',
    { edit: 'ask-when', question: 'racket', when: 'plays' },
    ['changed service/sections/you/pages/racket/when'],
  ],
  ['asking everybody', { edit: 'ask-when', question: 'racket', when: null }, ['removed service/sections/you/pages/racket/when']],
  ['asking one question of a page of others', { edit: 'ask-when', question: 'level', when: 'adult' }, [`added ${level}/when`]],
  ['another figure', { edit: 'set-constant', constant: 'yearly', to: '£1,130' }, ['changed service/constants/yearly/is']],
  [
    'another limit',
    { edit: 'set-limit', question: 'family', limit: 'max', to: 5 },
    ['changed service/sections/you/pages/family/questions/family/max'],
  ],
  ['no fee', { edit: 'set-fee', is: null }, ['removed service/fee']],
  ['another fee', { edit: 'set-fee', is: 'yearly' }, ['changed service/fee/is']],
  [
    'beginning with an answer given before',
    { edit: 'start-with', question: 'full_name', from: 'racket' },
    ['added service/sections/you/pages/name/questions/full_name/starts'],
  ],
  ['another order of pages', { edit: 'reorder', what: 'page', id: 'family', after: 'birth' }, ['moved service/sections/you/pages/family']],
]

for (const [what, amendment, expected] of edits) {
  test(`${what} changes that and nothing else, and reads back as a pack`, () => {
    const amended = amend(club, AmendmentShape.parse(amendment))
    assert.ok('definition' in amended, JSON.stringify(amended))
    assert.deepEqual(
      diff(club, amended.definition).map(({ kind, path }) => `${kind} ${keyOfPath(path)}`),
      expected,
    )
    assert.equal(readPack(packOf(amended.definition)).version, versionOf(amended.definition))
  })
}

test('money is kept as data writes it', () => {
  const amended = amend(club, { edit: 'set-constant', constant: 'yearly', to: '£1,130' })
  assert.ok('definition' in amended)
  assert.equal(amended.definition.service.constants['yearly']?.is, '1130.00')
})

test('what still needs a question is called as people call it, in both languages', () => {
  const refused = amend(club, { edit: 'drop-question', question: 'born' })
  assert.ok('faults' in refused)
  const [fault] = refused.faults
  assert.match(fault?.message.en ?? '', /^“When were you born\?” is still needed by: “/)
  assert.match(fault?.message.cy ?? '', /^Mae angen “.+” o hyd ar: “/)
  assert.doesNotMatch(`${fault?.message.en} ${fault?.message.cy}`, /“born”|_/)
})

/** Why each cannot be made. */
const refusals: readonly (readonly [what: string, amendment: Amendment, code: string])[] = [
  ['a question that is not there', { edit: 'drop-question', question: 'height' }, 'not-found'],
  ['a question that a condition still needs', { edit: 'drop-question', question: 'born' }, 'still-read'],
  ['a question of a group that a calculation still needs', { edit: 'drop-question', question: 'family.role' }, 'still-read'],
  ['an answer that a condition still names', { edit: 'drop-option', question: 'level', option: 'beginner' }, 'still-read'],
  ['one of two answers', { edit: 'drop-option', question: 'family.role', option: 'partner' }, 'too-few'],
  ['an answer that is there', { edit: 'add-option', question: 'level', option: 'coach', label: { en: 'x', cy: 'y' } }, 'already-there'],
  ['an answer without Welsh', { edit: 'add-option', question: 'level', option: 'champion', label: { en: 'I win' } }, 'missing-words'],
  [
    'an answer to a question of no choices',
    { edit: 'add-option', question: 'racket', option: 'a', label: { en: 'a', cy: 'a' } },
    'no-options',
  ],
  ['words of a part there is not', { edit: 'reword', words: ['nothing', 'here'], to: { en: 'x' } }, 'not-found'],
  ['words of a question there is not', { edit: 'reword', words: ['questions', 'height', 'label'], to: { en: 'x', cy: 'y' } }, 'not-sound'],
  ['a hint in one language alone', { edit: 'reword', words: ['questions', 'racket', 'hint'], to: { en: 'Any.' } }, 'not-sound'],
  ['a label taken away', { edit: 'reword', words: ['questions', 'racket', 'label'], to: { en: '' } }, 'not-whole'],
  ['the words that are there', { edit: 'reword', words: ['questions', 'racket', 'label'], to: { en: 'Which racket?' } }, 'unchanged'],
  ['a condition that cannot be read', { edit: 'ask-when', question: 'racket', when: 'plays &&' }, 'not-sound'],
  ['a condition on a later answer', { edit: 'ask-when', question: 'born', when: 'plays' }, 'not-sound'],
  ['a figure that is no money', { edit: 'set-constant', constant: 'yearly', to: 'a lot' }, 'wrong-value'],
  ['a figure there is not', { edit: 'set-constant', constant: 'monthly', to: 1 }, 'not-found'],
  ['a limit of another kind', { edit: 'set-limit', question: 'racket', limit: 'earliest', to: 'today' }, 'no-such-limit'],
  ['a limit that is no number', { edit: 'set-limit', question: 'family', limit: 'max', to: 'many' }, 'wrong-value'],
  ['a deadline there is not', { edit: 'set-clock', clock: 'soon', within: 'P5D' }, 'not-found'],
  ['a fee of the wrong type', { edit: 'set-fee', is: 'adult' }, 'not-sound'],
  ['the order that is there', { edit: 'reorder', what: 'page', id: 'play', after: 'birth' }, 'unchanged'],
  ['a beginning of another kind', { edit: 'start-with', question: 'full_name', from: 'born' }, 'not-sound'],
  ['a beginning there is not', { edit: 'start-with', question: 'full_name', from: 'nobody' }, 'not-found'],
  ['a section there is not', { edit: 'reorder', what: 'page', id: 'play', after: null, section: 'them' }, 'not-found'],
  ['a place in another section', { edit: 'reorder', what: 'page', id: 'play', after: 'elsewhere' }, 'not-found'],
]

for (const [what, amendment, code] of refusals) {
  test(`${what} is refused, with the way out in both languages`, () => {
    const amended = amend(club, AmendmentShape.parse(amendment))
    assert.ok('faults' in amended)
    assert.equal(amended.faults[0]?.code, code)
    for (const { message, help } of amended.faults)
      for (const words of [message.en, message.cy, help.en, help.cy]) assert.match(words, /[.?]$/)
  })
}

describe('a page put into another section', () => {
  const { definition: parted, faults } = readPack(
    packFiles({
      'service.yaml': [['      - id: family\n', '  - id: them\n    pages:\n      - id: family\n']],
      'words.en.yaml': [['sections: { ', 'sections: { them: Them, ']],
      'words.cy.yaml': [['sections: { ', 'sections: { them: Nhw, ']],
    }),
  )
  assert.deepEqual(faults, [])
  const moved = (id: string, section: string, after: string | null) => {
    assert.ok(parted)
    return amend(parted, { edit: 'reorder', what: 'page', id, section, after })
  }

  test('stands there, with the order of all others kept', () => {
    const amended = moved('racket', 'them', 'family')
    assert.ok('definition' in amended, JSON.stringify(amended))
    assert.deepEqual(
      amended.definition.service.sections.map(({ id, pages }) => [id, pages.map((page) => page.id)]),
      [
        ['you', ['birth', 'play']],
        ['them', ['family', 'racket', 'name']],
      ],
    )
    assert.equal(readPack(packOf(amended.definition)).version, versionOf(amended.definition))
  })

  test('stands after a page of that section, and none of another', () => {
    const [early, lost] = [moved('family', 'you', 'racket'), moved('racket', 'them', 'birth')]
    assert.ok('definition' in early)
    assert.ok('faults' in lost && lost.faults[0]?.code === 'not-found')
  })
})

test('several edits of which only the last leaves it whole are one', () => {
  const amended = amend(club, [
    { edit: 'ask-when', question: 'racket', when: 'plays' },
    { edit: 'drop-question', question: 'level' },
  ])
  assert.ok('definition' in amended, JSON.stringify(amended))
  assert.equal(readPack(packOf(amended.definition)).version, versionOf(amended.definition))
})

const anywhere = fc.constantFrom('racket', 'level', 'family', 'family.role', 'born', 'full_name', 'plays', 'nobody')
const any: fc.Arbitrary<Amendment> = fc.oneof(
  fc.record({ edit: fc.constant('drop-question' as const), question: anywhere }),
  fc.record({ edit: fc.constant('drop-option' as const), question: anywhere, option: fc.constantFrom('coach', 'player', 'child') }),
  fc.record({
    edit: fc.constant('ask-when' as const),
    question: anywhere,
    when: fc.constantFrom(null, 'adult', 'plays', 'size(family) > 1', ')'),
  }),
  fc.record({
    edit: fc.constant('set-limit' as const),
    question: anywhere,
    limit: fc.constantFrom('min', 'max', 'latest'),
    to: fc.constantFrom(null, 1, '30', 'today'),
  }),
  fc.record({
    edit: fc.constant('reorder' as const),
    what: fc.constantFrom('page', 'question'),
    id: fc.constantFrom('play', 'racket', 'family', 'plays', 'name'),
    after: fc.constantFrom(null, 'birth', 'play', 'level', 'name'),
  }),
  fc.record({
    edit: fc.constant('reword' as const),
    words: fc.constantFrom(['questions', 'plays', 'label'], ['pages', 'play', 'title'], ['reasons', 'full']),
    to: fc.record({ en: fc.constantFrom('One', ''), cy: fc.constantFrom('Un', '') }),
  }),
)

test('whatever is asked for, there comes a definition that reads back or a fault with a way out', () => {
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), (amendments) => {
      const amended = amend(club, amendments)
      if ('faults' in amended) assert.ok(amended.faults.length > 0)
      else assert.equal(readPack(packOf(amended.definition)).version, versionOf(amended.definition))
    }),
    { numRuns: 60 },
  )
})

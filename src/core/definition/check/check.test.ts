import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { readPack } from '../pack.ts'

test('a pack without faults gives a definition and its version', () => {
  const { definition, version, faults } = readPack(packFiles())
  assert.deepEqual(faults, [])
  assert.match(version ?? '', /^sha256:[0-9a-f]{64}$/)
  assert.deepEqual(
    definition?.service.sections.flatMap(({ pages }) => pages.map(({ id }) => id)),
    ['birth', 'play', 'racket', 'family', 'name'],
  )
})

type Planted = {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly code: string
  readonly at: string
  readonly in?: string
}

const service = 'service.yaml'
const rules = 'rules/admission.yaml'
/** A fault planted by a replacement; `at` is the text at which it must be reported, in the file itself or in another. */
const planted: Readonly<Record<string, Planted>> = {
  'an unknown key': { file: service, from: 'fee: {', to: 'fees: {', code: 'unknown-key', at: 'fees:' },
  'an unknown name in an expression': {
    file: service,
    from: 'plays && level',
    to: 'play && level',
    code: 'unknown-name',
    at: 'play && level',
  },
  'an unknown option': { file: service, from: '!= level.beginner', to: '!= level.beginer', code: 'unknown-name', at: 'level.beginer' },
  'an unknown option of a group': {
    file: service,
    from: 'f.role == family.role.child',
    to: 'f.role == family.role.chid',
    code: 'unknown-name',
    at: 'family.role.chid',
  },
  'a fee that is no amount': {
    file: service,
    from: 'fee: { is: price }',
    to: 'fee: { is: children }',
    code: 'wrong-type',
    at: 'children }\ncasework',
  },
  'pounds added to a count': {
    file: service,
    from: '? yearly :',
    to: '? yearly + children :',
    code: 'wrong-type',
    at: 'yearly + children',
  },
  'a question asked twice': {
    file: service,
    from: 'id: racket, kind',
    to: 'id: plays, kind',
    code: 'duplicate-id',
    at: 'plays, kind: text',
  },
  'a page given twice': {
    file: service,
    from: 'id: family\n        questions',
    to: 'id: play\n        questions',
    code: 'duplicate-id',
    at: 'play\n        questions:\n          - id: family',
  },
  'a question without a purpose': {
    file: service,
    from: 'kind: yes-no, purpose: join',
    to: 'kind: yes-no',
    code: 'missing-purpose',
    at: 'plays, kind',
  },
  'a purpose that is not there': {
    file: service,
    from: 'yes-no, purpose: join',
    to: 'yes-no, purpose: jion',
    code: 'unknown-purpose',
    at: 'jion',
  },
  'a purpose without a lawful basis': { file: service, from: 'basis: contract, ', to: '', code: 'missing-key', at: '{ readers' },
  'a retention class that is not there': {
    file: service,
    from: 'retention: membership }',
    to: 'retention: years }',
    code: 'unknown-retention',
    at: 'years }',
  },
  'a circle of calculations': {
    file: service,
    from: "'adult ? yearly",
    to: "'price == yearly ? yearly",
    code: 'circle',
    at: '{ id: price',
  },
  'a condition on what is asked later': {
    file: service,
    from: 'when: plays && level',
    to: 'when: size(family) > 0 && level',
    code: 'asked-later',
    at: 'size(family) > 0',
  },
  'a condition on its own page': {
    file: service,
    from: 'racket, kind: text',
    to: 'racket, when: size(racket) > 0, kind: text',
    code: 'asked-later',
    at: 'size(racket)',
  },
  'a condition in a folded text': {
    file: service,
    from: 'when: plays && level != level.beginner',
    to: 'when: >-\n          plays &&\n          levl != level.beginner',
    code: 'unknown-name',
    at: 'levl',
  },
  'an unknown kind': { file: service, from: 'kind: yes-no', to: 'kind: yesno', code: 'unknown-kind', at: 'yesno' },
  'a kind that comes later': { file: service, from: 'kind: yes-no', to: 'kind: file', code: 'not-yet', at: 'file, purpose' },
  'a block that is not used': {
    file: service,
    from: '      - use: blocks/contact@1\n',
    to: '',
    code: 'unused-block',
    at: 'blocks/contact@1',
  },
  'a block that is not there': {
    file: service,
    from: 'uses: [blocks/contact@1]',
    to: 'uses: [blocks/contact@1, blocks/pay@1]',
    code: 'unknown-block',
    at: 'blocks/pay@1',
  },
  'a name the language keeps': { file: service, from: 'id: plays', to: 'id: while', code: 'reserved-name', at: 'while, kind' },
  'a message nobody sends': {
    file: service,
    from: '{ id: received, on: submitted }',
    to: '{ id: received }',
    code: 'unused-message',
    at: 'received }',
  },
  'a reason without words': {
    file: rules,
    from: 'reason: full',
    to: 'reason: fill',
    code: 'missing-words',
    at: 'full: We',
    in: 'words.en.yaml',
  },
  'a cell of the wrong type': { file: rules, from: '"> 2"', to: '"> 2.50"', code: 'wrong-cell', at: '> 2.50' },
  'a row with a cell too many': { file: rules, from: '["-"]', to: '["-", "-"]', code: 'wrong-width', at: '{ id: room' },
  'an output of an unknown type': { file: rules, from: 'type: outcome', to: 'type: outcom', code: 'unknown-type', at: 'outcom }' },
  'a table nobody reads': {
    file: service,
    from: 'outcome: admission.outcome',
    to: 'outcome: outcome.joined',
    code: 'unused-table',
    at: 'admission\nhit',
    in: rules,
  },
  'words missing in one language': {
    file: 'words.cy.yaml',
    from: '  plays: { label: Ydych chi’n chwarae eisoes? }\n',
    to: '',
    code: 'missing-words',
    at: 'born:',
  },
  'a hint in one language only': {
    file: 'words.en.yaml',
    from: 'already? }',
    to: 'already?, hint: At all }',
    code: 'missing-words',
    at: '{ label: Ydych',
    in: 'words.cy.yaml',
  },
  'words for what does not exist': {
    file: 'words.en.yaml',
    from: '  plays: {',
    to: '  rackets: { label: x }\n  plays: {',
    code: 'unknown-words',
    at: 'rackets',
  },
  'a sentence with an unknown name': {
    file: 'words.en.yaml',
    from: 'Join for {yearly}',
    to: 'Join for {year}',
    code: 'unknown-name',
    at: '{year}',
  },
  'a sentence with a name not known yet': {
    file: 'words.en.yaml',
    from: 'Which racket?',
    to: '"Which racket, {full_name}?"',
    code: 'asked-later',
    at: '{full_name}?',
  },
  'a plural chosen by what is no number': {
    file: 'words.en.yaml',
    from: 'by: children',
    to: 'by: price',
    code: 'wrong-type',
    at: 'price, one',
  },
}

for (const [what, { file, from, to, code, at, in: elsewhere = file }] of Object.entries(planted)) {
  test(`${what} is found in its place`, () => {
    const files = packFiles({ [file]: [[from, to]] })
    const before = (files.get(elsewhere) ?? '').split(at)[0] ?? ''
    const place = `${elsewhere}:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')} ${code}`
    const faults = readPack(files).faults.map(
      (fault) => `${fault.file}:${fault.line}:${fault.column} ${fault.code} ${fault.message} ${fault.help}`,
    )
    assert.ok(
      faults.some((fault) => fault.startsWith(`${place} `)),
      `expected ${place}, found:\n${faults.join('\n')}`,
    )
  })
}

test('a fault in one calculation is reported once, not by all that read it', () => {
  const { faults } = readPack(packFiles({ [service]: [['? yearly :', '? yearly + children :']] }))
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['wrong-type'],
  )
})

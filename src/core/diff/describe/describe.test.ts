import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changedFrom } from '#test/kit/changed-definition.ts'
import { packFiles } from '#test/kit/pack.ts'
import { type Amendment, amend } from '../../amendment/index.ts'
import { type Definition, readPack } from '../../definition/index.ts'
import { diff } from '../diff.ts'
import { describe } from './describe.ts'
import { summary } from './summary.ts'

const words = (more: string): readonly (readonly [string, string])[] => [['calculations: {', `${more}\ncalculations: {`]]
const clubFiles = {
  'service.yaml': [
    ['  messages: [', '  clocks: [{ id: soon, within: P10WD }]\n  messages: ['],
    ['casework:', 'change:\n  statutory: [{ part: exits.too_young, law: Children Act 1989 }]\ncasework:'],
  ],
  'words.en.yaml': words('clocks: { soon: Reply soon }\nconditions: { adult: you are grown up }\nconstants: { yearly: Price of a year }'),
  'words.cy.yaml': words('clocks: { soon: Ateb yn fuan }\nconditions: { adult: rydych yn oedolyn }\nconstants: { yearly: Pris blwyddyn }'),
} as const

function clubWith(changes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {}): Definition {
  const all = new Set([...Object.keys(clubFiles), ...Object.keys(changes)])
  const known: Readonly<Record<string, readonly (readonly [string, string])[]>> = clubFiles
  const { definition, faults } = readPack(
    packFiles(Object.fromEntries([...all].map((file) => [file, [...(known[file] ?? []), ...(changes[file] ?? [])]]))),
  )
  assert.deepEqual(faults, [])
  assert.ok(definition)
  return definition
}

const club = clubWith()

/** Each way to change the service, and how it is told. */
const told: readonly (readonly [Amendment, en: string, cy: string])[] = [
  [
    { edit: 'reword', words: ['questions', 'racket', 'label'], to: { en: 'Your racket?', cy: 'Eich raced?' } },
    'In English, the question “Which racket?” now reads “Your racket?” instead of “Which racket?”; in Welsh “Eich raced?” instead of “Pa raced?”',
    'Yn Gymraeg, y cwestiwn “Pa raced?”: “Eich raced?” yn lle “Pa raced?”; yn Saesneg “Your racket?” yn lle “Which racket?”',
  ],
  [
    { edit: 'reword', words: ['questions', 'level', 'options', 'coach', 'hint'], to: { en: 'With a badge.', cy: 'Gyda bathodyn.' } },
    'In English, words are added for the help under the answer “I teach” to “How well?”: “With a badge.”; in Welsh “Gyda bathodyn.”',
    'Yn Gymraeg, ychwanegir geiriau ar gyfer y cymorth o dan yr ateb “Hyfforddwr” i “Pa mor dda?”: “Gyda bathodyn.”; yn Saesneg “With a badge.”',
  ],
  [
    { edit: 'reword', words: ['service', 'start'], to: { en: 'Join today for {yearly} a year.' } },
    'In English, the start page now reads “Join today for [Price of a year] a year.” instead of “Join for [Price of a year] a year.”',
    'Yn Saesneg, y dudalen gychwyn: “Join today for [Pris blwyddyn] a year.” yn lle “Join for [Pris blwyddyn] a year.”',
  ],
  [
    { edit: 'drop-question', question: 'racket' },
    'The question “Which racket?” is no longer asked',
    'Ni ofynnir y cwestiwn “Pa raced?” mwyach',
  ],
  [
    { edit: 'drop-question', question: 'family.school' },
    'In “Who joins with you?”: The question “School” is no longer asked',
    'O dan “Pwy sy’n ymuno gyda chi?”: Ni ofynnir y cwestiwn “Ysgol” mwyach',
  ],
  [
    { edit: 'add-option', question: 'level', option: 'champion', label: { en: 'I win', cy: 'Rwy’n ennill' } },
    '“How well?” can now be answered “I win”; in Welsh “Rwy’n ennill”',
    'Gellir ateb “Pa mor dda?” bellach gyda “Rwy’n ennill”; yn Saesneg “I win”',
  ],
  [
    { edit: 'drop-option', question: 'level', option: 'coach' },
    '“How well?” can no longer be answered “I teach”',
    'Ni ellir ateb “Pa mor dda?” gyda “Hyfforddwr” mwyach',
  ],
  [
    { edit: 'ask-when', question: 'full_name', when: 'adult && plays' },
    '“What is your name?” is now asked only if you are grown up and “Do you play already?” is answered “Yes”',
    'Dim ond os ydych yn oedolyn ac os “Ie” yw’r ateb i “Ydych chi’n chwarae eisoes?” y gofynnir “Beth yw eich enw?” bellach',
  ],
  [
    { edit: 'ask-when', question: 'racket', when: 'level != level.beginner' },
    '“Which racket?” is now asked only if “How well?” is not answered “I begin”, no longer if “Do you play already?” is answered “Yes” and “How well?” is not answered “I begin”',
    'Dim ond os nad “Dechreuwr” yw’r ateb i “Pa mor dda?” y gofynnir “Pa raced?” bellach, nid os “Ie” yw’r ateb i “Ydych chi’n chwarae eisoes?” ac os nad “Dechreuwr” yw’r ateb i “Pa mor dda?”',
  ],
  [
    { edit: 'ask-when', question: 'racket', when: null },
    '“Which racket?” is now asked of everybody',
    'Gofynnir “Pa raced?” i bawb bellach',
  ],
  [
    { edit: 'ask-when', question: 'full_name', when: 'children > 2' },
    '“What is your name?” is now asked only if “Children” is more than 2',
    'Dim ond os yw “Plant” yn fwy na 2 y gofynnir “Beth yw eich enw?” bellach',
  ],
  [
    { edit: 'set-constant', constant: 'yearly', to: '1130.00' },
    'Price of a year goes from £120.00 to £1,130.00',
    'Pris blwyddyn: o £120.00 i £1,130.00',
  ],
  [
    { edit: 'set-limit', question: 'born', limit: 'latest', to: 'today - days(30)' },
    'The latest date accepted for “When were you born?” goes from today to 30 days before today',
    'Y dyddiad diweddaraf a dderbynnir ar gyfer “Pryd cawsoch chi eich geni?”: o heddiw i 30 diwrnod cyn heddiw',
  ],
  [
    { edit: 'set-limit', question: 'racket', limit: 'max', to: 40 },
    'The most characters in the answer to “Which racket?” goes from 20 to 40',
    'Y nifer mwyaf o nodau yn yr ateb i “Pa raced?”: o 20 i 40',
  ],
  [
    { edit: 'set-clock', clock: 'soon', within: 'P2WD' },
    'The deadline “Reply soon” goes from 10 working days to 2 working days',
    'Y dyddiad cau “Ateb yn fuan”: o 10 diwrnod gwaith i 2 ddiwrnod gwaith',
  ],
  [
    { edit: 'set-fee', is: 'yearly' },
    'What is to be paid goes from “Price” to “Price of a year” (£120.00)',
    'Yr hyn sydd i’w dalu: o “Pris” i “Pris blwyddyn” (£120.00)',
  ],
  [{ edit: 'set-fee', is: null }, 'There is nothing to pay any more', 'Nid oes dim i’w dalu mwyach'],
  [
    { edit: 'reorder', what: 'page', id: 'family', after: 'birth' },
    'The page “Who joins with you?” now comes after the page “When were you born?”',
    'Trefn newydd: y dudalen “Pwy sy’n ymuno gyda chi?” ar ôl y dudalen “Pryd cawsoch chi eich geni?”',
  ],
]

for (const [amendment, en, cy] of told) {
  test(`told to people: ${en}`, () => {
    const amended = amend(club, amendment)
    assert.ok('definition' in amended, JSON.stringify(amended))
    const between = { before: club, after: amended.definition }
    const changes = diff(club, amended.definition)
    assert.deepEqual(
      summary(changes, between, 'en').map(({ sentence }) => sentence),
      [en],
    )
    assert.deepEqual(
      summary(changes, between, 'cy').map(({ sentence }) => sentence),
      [cy],
    )
  })
}

test('a part that the law fixes is named with its law', () => {
  const after = clubWith({ 'service.yaml': [['ageOn(born, today) < 5', 'ageOn(born, today) < 7']] })
  const [change] = diff(club, after)
  assert.ok(change)
  assert.equal(describe(change, { before: club, after }, 'en'), 'Who is told “You are too young” changes (fixed by law: Children Act 1989)')
  assert.equal(
    describe(change, { before: club, after }, 'cy'),
    'Mae pwy sy’n cael gwybod “Rydych yn rhy ifanc” yn newid (wedi’i bennu gan y gyfraith: Children Act 1989)',
  )
})

test('a rule is told by what it is for and what it gives', () => {
  const after = clubWith({ 'rules/admission.yaml': [['["> 2"], then: [turned_away]', '["> 3"], then: [joined]']] })
  const sentences = diff(club, after).map((change) => describe(change, { before: club, after }, 'en'))
  assert.deepEqual(sentences, [
    'In “admission”, the rule for “Children: more than 2” is now for “Children: more than 3”',
    '“admission”, “Children: more than 2”: Outcome goes from “Turned away” to “Joined”',
  ])
})

test('a condition on what a table of rules gives is told by the words of its column', () => {
  const courts = (label: string, value: string) =>
    words(`tables: { admission: { label: Court, columns: { court: { label: ${label}, values: { hard: ${value} } } } } }`)
  const before = clubWith({
    'rules/admission.yaml': [
      ['  - { id: outcome, type: outcome }', '  - { id: outcome, type: outcome }\n  - { id: court, type: string }'],
      ['then: [turned_away]', 'then: [turned_away, none]'],
      ['then: [joined]', 'then: [joined, hard]'],
    ],
    'words.en.yaml': courts('Your court', 'the hard court'),
    'words.cy.yaml': courts('Eich cwrt', 'y cwrt caled'),
  })
  const saidOf = (when: string, language: 'en' | 'cy') => {
    const amended = amend(before, { edit: 'ask-when', question: 'full_name', when })
    assert.ok('definition' in amended, JSON.stringify(amended))
    return summary(diff(before, amended.definition), { before, after: amended.definition }, language).map(({ sentence }) => sentence)
  }
  const onHard = 'admission.court == "hard"'
  assert.deepEqual(saidOf(onHard, 'en'), ['“What is your name?” is now asked only if “Your court” is “the hard court”'])
  assert.deepEqual(saidOf(onHard, 'cy'), ['Dim ond os yw “Eich cwrt” yn hafal i “y cwrt caled” y gofynnir “Beth yw eich enw?” bellach'])
  const offHard = ['“What is your name?” is now asked only if “Your court” is not “the hard court”']
  assert.deepEqual(saidOf('admission.court != "hard"', 'en'), offHard)
  const wordless = ['“What is your name?” is now asked only if “Your court” is “none”']
  assert.deepEqual(saidOf('admission.court == "none"', 'en'), wordless)
})

test('of long words the part that differs is told', () => {
  const long = (word: string): string => `${'We send you the day of your lesson as soon as we know it. '.repeat(5)}Bring ${word} with you.`
  const bringing = (word: string): Definition => clubWith({ 'words.en.yaml': [['after: We write to you.', `after: "${long(word)}"`]] })
  const [before, after] = [bringing('a racket'), bringing('two rackets')]
  const [change] = diff(before, after)
  assert.ok(change)
  assert.equal(
    describe(change, { before, after }, 'en'),
    'In English, what is said after sending now reads “… know it. Bring two rackets with you.” instead of “… know it. Bring a racket with you.”',
  )
})

test('every change can be told in both languages, whatever it is, and every change is told once', () => {
  fc.assert(
    fc.property(changedFrom(club), changedFrom(club), (before, after) => {
      const changes = diff(before, after)
      for (const language of ['en', 'cy'] as const) {
        for (const change of changes) assert.doesNotMatch(describe(change, { before, after }, language), /undefined|\[object|^$|[.]$/)
        const all = summary(changes, { before, after }, language).flatMap((one) => one.changes)
        assert.deepEqual(new Set(all), new Set(changes))
        assert.equal(all.length, changes.length)
      }
    }),
    { numRuns: 80 },
  )
})

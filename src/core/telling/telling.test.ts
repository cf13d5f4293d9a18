import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { packFiles } from '#test/kit/pack.ts'
import { type Language, prepare, readPack } from '../definition/index.ts'
import { FUNCTIONS } from '../expression/functions/index.ts'
import { grammars, inOneLine, type Telling, tellingOf, tellingOfDraft, tellService } from './index.ts'

const words = (more: string) => [['calculations: {', `${more}\ncalculations: {`]] as const
const { definition, faults } = readPack(
  packFiles({
    'words.en.yaml': words('conditions: { adult: you are grown up }\nconstants: { yearly: Price of a year, grown_up: Grown up at }'),
    'words.cy.yaml': words('conditions: { adult: rydych yn oedolyn }\nconstants: { yearly: Pris blwyddyn, grown_up: Oedolyn yn }'),
  }),
)
assert.ok(definition, JSON.stringify(faults))
const club = prepare(definition)
const telling = (language: Language): Telling => tellingOf(club, language)

/** What an author writes, and how it is said. */
const said: readonly (readonly [string, en: string, cy: string])[] = [
  ['plays', '“Do you play already?” is answered “Yes”', '“Ie” yw’r ateb i “Ydych chi’n chwarae eisoes?”'],
  ['!plays', '“Do you play already?” is answered “No”', '“Na” yw’r ateb i “Ydych chi’n chwarae eisoes?”'],
  ['adult', 'you are grown up', 'rydych yn oedolyn'],
  ['!adult', '“you are grown up” is not so', 'nid yw “rydych yn oedolyn” yn wir'],
  ['level != level.coach', '“How well?” is not answered “I teach”', 'nid “Hyfforddwr” yw’r ateb i “Pa mor dda?”'],
  [
    'plays && (adult || children > 2)',
    '“Do you play already?” is answered “Yes” and (you are grown up or “Children” is more than 2)',
    '“Ie” yw’r ateb i “Ydych chi’n chwarae eisoes?” ac (rydych yn oedolyn neu mae “Plant” yn fwy na 2)',
  ],
  ['!(children > 2)', '“Children” is at most 2', 'mae “Plant” yn ddim mwy na 2'],
  [
    'ageOn(born, today) >= grown_up',
    'the age today of somebody born on “Date of birth” is at least “Grown up at” (18)',
    'mae oedran heddiw rhywun a aned ar “Dyddiad geni” yn ddim llai na “Oedolyn yn” (18)',
  ],
  ['born < date("2020-01-31")', '“Date of birth” is before 31 January 2020', 'mae “Dyddiad geni” cyn 31 Ionawr 2020'],
  [
    'family.exists(f, f.role == family.role.child && answered(f.school))',
    'for at least one of “Who joins with you?”: “Role” is answered “Child” and “School” has an answer',
    'ar gyfer o leiaf un o “Pwy sy’n ymuno gyda chi?”: “Plentyn” yw’r ateb i “Rôl” ac mae ateb i “Ysgol”',
  ],
  [
    'level in [level.player, level.coach]',
    '“How well?” is answered “I play” or “I teach”',
    '“Chwaraewr” neu “Hyfforddwr” yw’r ateb i “Pa mor dda?”',
  ],
  ['racket != "wood"', '“Which racket?” is not “wood”', 'nid yw “Pa raced?” yn hafal i “wood”'],
  [
    'adult == plays',
    '(whether you are grown up) is the same as “Do you play already?”',
    'mae (p’un a yw hyn yn wir (rydych yn oedolyn)) yr un fath â “Ydych chi’n chwarae eisoes?”',
  ],
  [
    'percent(yearly, 75, rounding.half_up) - gbp("1234.50")',
    '75 per cent of “Price of a year” (£120.00), rounded to the nearest penny, less £1,234.50',
    '75 y cant o “Pris blwyddyn” (£120.00), wedi’i dalgrynnu i’r geiniog agosaf, llai £1,234.50',
  ],
  [
    'yearly + gbp("1.00") * children',
    '“Price of a year” (£120.00), plus £1.00 times “Children”',
    '“Pris blwyddyn” (£120.00), plws £1.00 wedi’i luosi â “Plant”',
  ],
  [
    'divide(yearly * children, 12, rounding.down)',
    '“Price of a year” (£120.00) times “Children”, divided by 12, rounded down to the penny',
    '“Pris blwyddyn” (£120.00) wedi’i luosi â “Plant”, wedi’i rannu â 12, wedi’i dalgrynnu i lawr i’r geiniog',
  ],
  [
    'adult && level == level.player',
    'you are grown up and “How well?” is answered “I play”',
    'rydych yn oedolyn a “Chwaraewr” yw’r ateb i “Pa mor dda?”',
  ],
  [
    'adult ? yearly : gbp("0.00")',
    'if you are grown up: “Price of a year” (£120.00); otherwise: £0.00',
    'os ydych yn oedolyn: “Pris blwyddyn” (£120.00); fel arall: £0.00',
  ],
  ['today - days(21)', '21 days before today', '21 diwrnod cyn heddiw'],
  [
    'admission.outcome == outcome.joined',
    '“Outcome” from the table “admission” is “Joined”',
    'mae “Canlyniad” o’r tabl “admission” yn hafal i “Wedi ymuno”',
  ],
]

describe('an expression in words', () => {
  for (const [source, en, cy] of said) {
    test(en, () => {
      assert.equal(telling('en').source(source), en)
      assert.equal(telling('cy').source(source), cy)
    })
  }

  test('walks inside walks keep their members apart', () => {
    const source = 'family.exists(a, family.exists(b, a.name == b.name))'
    assert.equal(
      telling('en').source(source),
      'for at least one of “Who joins with you?” (each called the first): for at least one of “Who joins with you?” (each called the second): “Name” of the first is “Name” of the second',
    )
  })

  test('inside a group its questions are named bare', () => {
    assert.equal(telling('en').source('role == family.role.child', 'family'), '“Role” is answered “Child”')
  })

  test('in Welsh a condition after “os” takes the form it has there', () => {
    assert.equal(
      telling('cy').afterIf('adult && level != level.coach'),
      'ydych yn oedolyn ac os nad “Hyfforddwr” yw’r ateb i “Pa mor dda?”',
    )
  })

  test('what does not compile is said as it is written', () => {
    assert.equal(tellingOfDraft(definition, 'en').source('nobody > 3'), '“nobody > 3”')
  })

  test('two questions with the same words are told apart by their numbers', () => {
    const twice = readPack(
      packFiles({ 'words.en.yaml': [['level: { label: How well?', 'level: { label: Do you play already?']] }),
    ).definition
    assert.ok(twice)
    assert.equal(tellingOf(prepare(twice), 'en').source('plays'), '“Do you play already?” (question 2) is answered “Yes”')
  })

  test('every function has words in both languages', () => {
    for (const { calls } of Object.values(grammars)) {
      const known = new Set(Object.keys(calls).map((key) => key.split(' ', 1)[0]))
      const lacking = FUNCTIONS.filter(({ name, literal }) => !known.has(name) && name !== 'answered' && literal?.at !== 0)
      assert.deepEqual(lacking, [])
    }
  })
})

describe('a service in words', () => {
  const told = tellService(club, 'en')

  test('says who is asked what, where it is not everybody', () => {
    assert.deepEqual(told.pages, { racket: '“Do you play already?” is answered “Yes” and “How well?” is not answered “I begin”' })
    assert.deepEqual(told.questions, { 'family.school': '“Role” is answered “Child”' })
  })

  test('has each step after those it reads, tables with every row', () => {
    assert.deepEqual(
      told.steps.map(({ id }) => id),
      ['adult', 'children', 'price', 'admission'],
    )
    const table = told.steps.flatMap((step) => (step.kind === 'table' ? [step.table] : []))[0]
    assert.equal(table?.hit, 'The rows are looked at from the top. The first one that fits counts.')
    assert.deepEqual(
      table?.rows.map(({ sentence }) => sentence),
      ['If “Children” is more than 2, then “Outcome” is “Turned away”', 'In every other case: “Outcome” is “Joined”'],
    )
  })

  test('lays the cases of a choice out as a list, which can be read in one line too', () => {
    const price = told.steps.flatMap((step) => (step.id === 'price' && step.kind !== 'table' ? [step.how] : []))[0]
    assert.deepEqual(price, {
      say: 'The first of these that fits:',
      parts: [{ say: 'If you are grown up: “Price of a year” (£120.00)' }, { say: 'Otherwise: £0.00' }],
    })
    assert.equal(
      price && inOneLine(price),
      'The first of these that fits: If you are grown up: “Price of a year” (£120.00); Otherwise: £0.00',
    )
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { prepare, readPack } from '#core/definition/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { tennisClub } from '#test/kit/tennis-club.ts'
import { anonymise } from './anonymous.ts'

const { definition } = readPack(packFiles())
if (definition === undefined) throw new Error('The pack of these tests has faults.')
const lessons = prepare(definition)
const today = '2026-11-20'

describe('an example person made from a real case', () => {
  const real = {
    ...{ full_name: 'Ada Player', email: 'ada@real.example', phone: '01614960000', age: 30, health: 'A bad knee since the accident' },
    home: { uprn: '100100000001', lines: ['1 Court Lane'], town: 'Northby', postcode: 'NB1 1AA', ward: 'Mill', parish: 'Northby' },
  }
  const made = anonymise(tennisClub(), { answers: real, today })

  test('holds nothing of what identified the person, nor the small area they live in', () => {
    const said = JSON.stringify(made)
    for (const text of ['Ada', 'real.example', '4960', 'Court Lane', 'Northby', 'NB1', '100100000001', 'Mill', 'knee', today])
      assert.ok(!said.includes(text), `it still says ${text}`)
  })

  test('takes the same path to the same outcome, with made-up answers no page finds fault with', () => {
    assert.equal(made.isSame, true)
  })

  test('says of each answer what became of it', () => {
    const treated = Object.fromEntries(made.treated.map(({ path, treatment }) => [path, treatment]))
    assert.deepEqual(treated, { full_name: 'made-up', email: 'made-up', phone: 'made-up', home: 'made-up', age: 'kept', health: 'made-up' })
  })
})

describe('dates of a real case', () => {
  const answers = (born: string) => ({ born, plays: false, level: 'player', family: [{ name: 'Bo', role: 'child' }], full_name: 'Ada' })

  test('move, as far as the rules give the same', () => {
    const made = anonymise(lessons, { answers: answers('1990-05-06'), today })
    assert.notEqual(made.answers['born'], '1990-05-06')
    assert.equal(made.isSame, true)
    assert.equal(made.treated.find(({ path }) => path === 'born')?.treatment, 'moved')
  })

  test('of entries are made up too, and free text in them', () => {
    assert.ok(!JSON.stringify(anonymise(lessons, { answers: answers('1990-05-06'), today }).answers).includes('Bo'))
  })

  test('stay where moving them would lead elsewhere, and it says so', () => {
    const made = anonymise(lessons, { answers: answers('2021-11-20'), today })
    assert.equal(made.isSame, true)
    const { treatment } = made.treated.find(({ path }) => path === 'born') ?? {}
    assert.equal(treatment, made.answers['born'] === '2021-11-20' ? 'kept' : 'moved')
  })
})

test('amounts are rounded as far as the rules give the same, and no further', () => {
  const { definition: paid, faults } = readPack(
    packFiles({
      'service.yaml': [
        [
          '      - id: racket\n',
          '      - id: pay\n        questions:\n          - { id: pay, kind: money, purpose: join }\n      - id: racket\n',
        ],
        ['ageOn(born, today) < 5', 'ageOn(born, today) < 5 || pay > gbp("480.00")'],
      ],
      'words.en.yaml': [['questions:\n', 'questions:\n  pay: { label: Pay }\n']],
      'words.cy.yaml': [['questions:\n', 'questions:\n  pay: { label: Tâl }\n']],
    }),
  )
  assert.deepEqual(faults, [])
  assert.ok(paid)
  const rounded = (pay: number) => {
    const answers = { born: '1990-05-06', plays: false, level: 'player', pay, family: [], full_name: 'Ada' }
    const made = anonymise(prepare(paid), { answers, today })
    return [made.answers['pay'], made.treated.find(({ path }) => path === 'pay')?.treatment, made.isSame]
  }
  assert.deepEqual(rounded(213_17), [200_00, 'rounded', true])
  assert.deepEqual(rounded(478_63), [480_00, 'rounded', true])
  assert.deepEqual(rounded(200_00), [200_00, 'kept', true])
})

/** What a proof says in words: every claim as a sentence, and findings part by part. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { outcomeTable, smallService } from '#test/kit/small-service.ts'
import { prove } from '../prove.ts'
import { tell, tellClaim, tellParts } from './index.ts'

function club(change: (service: string) => string = (service) => service): Prepared {
  const files = new Map(packFiles())
  files.set('service.yaml', change(files.get('service.yaml') ?? ''))
  const { definition, faults } = readPack(files)
  assert.ok(definition !== undefined, JSON.stringify(faults))
  return prepare(definition)
}

test('every claim is a sentence in each language, with names in words', () => {
  const prepared = club()
  const { proved, notProved } = prove(prepared)
  for (const claim of [...proved, ...notProved]) {
    for (const language of ['en', 'cy'] as const) {
      const said = tellClaim(claim, prepared, language)
      assert.match(said, /^[“\p{L}].*\.$/u)
      assert.doesNotMatch(said, /undefined|“”|_|  /, `${claim.code}: ${said}`)
    }
  }
})

test('a step of the day itself is one day later, and no answer', () => {
  const about = { question: 'today', outcome: 'joined', other: 'turned_away' }
  const finding = { code: 'cliff-edge', severity: 'warning', at: ['service'], about } as const
  const claim = { code: 'no-cliff-edge', at: ['service'], about } as const
  const prepared = club()
  const said = (['en', 'cy'] as const).map((language) => [
    tellParts(finding, prepared, language).says,
    tellClaim(claim, prepared, language),
  ])
  assert.deepEqual(said, [
    ['One day later turns “Joined” into “Turned away”.', 'One day later changes no outcome.'],
    [
      'Mae un diwrnod yn ddiweddarach yn newid y canlyniad o “Wedi ymuno” i “Gwrthodwyd”.',
      'Nid yw un diwrnod yn ddiweddarach yn newid unrhyw ganlyniad.',
    ],
  ])
})

test('a finding with somebody for whom it is so lists the day and what they answered, as the sentence says', () => {
  const prepared = club()
  const answers = { born: '1990-05-01', plays: true, level: 'beginner', family: [], full_name: 'Ada' }
  const finding = {
    code: 'no-outcome',
    severity: 'warning',
    at: ['service'],
    about: {},
    example: { today: '2026-11-23', answers },
    beside: { today: '2026-11-24', answers: { ...answers, level: 'coach' } },
  } as const
  const { example, says } = tellParts(finding, prepared, 'en')
  const { message } = tell(finding, prepared, 'en')
  assert.ok(message.startsWith(says))
  assert.equal(example?.day, '23 November 2026')
  assert.equal(example?.furtherDay, '24 November 2026')
  assert.deepEqual(
    example?.said.filter(({ further }) => further !== undefined),
    [{ question: 'How well?', answer: 'I begin', further: 'I teach' }],
  )
  assert.ok(
    example?.said.every(({ question }) => question !== 'Full name'),
    'what no rule reads is left out',
  )
})

test('a finding of what nobody meets lists the parts that contradict, each in words', () => {
  const prepared = club((service) => service.replace('plays && level != level.beginner', 'plays && !plays'))
  const [finding] = prove(prepared).findings.filter(({ conflict = [] }) => conflict.length > 0)
  assert.ok(finding)
  for (const language of ['en', 'cy'] as const) {
    const { conflict, example } = tellParts(finding, prepared, language)
    assert.equal(example, undefined)
    assert.ok(conflict.length > 0)
    for (const part of conflict) assert.match(part, /\p{L}{3}/u)
  }
})

test('a question that is asked on one side of an edge only is told as not asked on the other, and one answered alike is not', () => {
  const prepared = smallService({
    pages: [
      { id: 'first', questions: ['age', 'rate'].map((id) => ({ id, kind: 'number', min: 0, max: 120 })) },
      { id: 'second', when: 'age < 18', questions: [{ id: 'guarded', kind: 'yes-no' }] },
    ],
    conditions: { short: 'age < 18 && guarded && rate < 5' },
    tables: [
      outcomeTable('short', [
        ['yes', 'bad'],
        ['-', 'good'],
      ]),
    ],
    outcome: 't.outcome',
  })
  const edge = prove(prepared).findings.find(({ code, about }) => code === 'cliff-edge' && about.question === 'age')
  assert.ok(edge)
  const [age, rate, guarded] = tellParts(edge, prepared, 'en').example?.said ?? []
  assert.deepEqual([age?.answer, age?.further, age?.isNotAskedFurther], ['17', '18', undefined])
  assert.deepEqual([rate?.answer, rate?.further, rate?.isNotAskedFurther], ['0', undefined, undefined])
  assert.deepEqual([guarded?.answer, guarded?.further, guarded?.isNotAskedFurther], ['Yes', undefined, true])
})

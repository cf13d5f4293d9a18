/** What a proof says in words: every claim as a sentence, and findings part by part. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { packFiles } from '#test/kit/pack.ts'
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

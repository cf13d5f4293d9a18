import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { prepare, type Prepared, readPack } from '#core/definition/index.ts'
import { type Finding, type Proof, prove } from '#core/proof/index.ts'
import { packFiles } from '#test/kit/pack.ts'
import { checksWordsFor } from '../words/index.ts'
import { tellProof } from './index.ts'

const { definition } = readPack(packFiles())
assert.ok(definition)
const prepared: Prepared = prepare(definition)
const proof = prove(prepared)

function placed(found: Partial<Finding>): ReturnType<typeof tellProof>['findings'][number]['place'] | undefined {
  const finding: Finding = { code: 'cliff-edge', severity: 'warning', at: [], about: {}, ...found }
  return tellProof({ ...proof, findings: [finding] }, prepared, 'en').findings[0]?.place
}

describe('a proof told for a page', () => {
  test('counts what is certain by what it says, in words in both languages', () => {
    const { certain, open } = tellProof(proof, prepared, 'en')
    assert.ok(certain.some(({ code, count }) => code === 'row-matches' && count === 2))
    assert.equal(
      certain.reduce((sum, { count }) => sum + count, 0),
      proof.proved.length,
    )
    assert.equal(open.length, proof.notProved.length)
    for (const { code, count } of certain) {
      for (const lang of ['en', 'cy'] as const) assert.match(checksWordsFor(lang).claims[code](count), /\w{3}/)
    }
  })

  test('says of everything it could not tell what it is and why, in both languages', () => {
    const [claim] = proof.proved
    assert.ok(claim)
    const unsure: Proof = { ...proof, notProved: [{ ...claim, why: 'budget' }] }
    for (const lang of ['en', 'cy'] as const) {
      const [one] = tellProof(unsure, prepared, lang).open
      assert.match(one?.says ?? '', /\.$/)
      assert.match(one?.why ?? '', /\.$/)
    }
  })

  test('puts what must be mended before what is worth a look', () => {
    const look: Finding = { code: 'always-true', severity: 'warning', at: [], about: { part: 'conditions.adult' } }
    const fault: Finding = { code: 'no-outcome', severity: 'fault', at: [], about: {} }
    const { findings } = tellProof({ ...proof, findings: [look, fault] }, prepared, 'en')
    assert.deepEqual(
      findings.map(({ isFault }) => isFault),
      [true, false],
    )
  })

  test('stands at the page of its question, or of the condition of the page', () => {
    assert.deepEqual(placed({ about: { question: 'level' } }), { stop: 'play', question: 'level' })
    assert.deepEqual(placed({ about: { question: 'family.0.role' } }), { stop: 'family', question: 'family.role' })
    assert.deepEqual(placed({ about: { part: 'pages.racket.when' } }), { stop: 'racket' })
    assert.deepEqual(placed({ about: { part: 'questions.level.when' } }), { stop: 'play', question: 'level' })
  })

  test('stands at the end, the decision or the step of the rules that it is about', () => {
    assert.deepEqual(placed({ about: { exit: 'too_young', outcome: 'joined' } }), { stop: 'exit-too_young' })
    assert.deepEqual(placed({ code: 'unreachable-outcome', about: { outcome: 'joined' } }), { stop: 'outcome-joined' })
    assert.deepEqual(placed({ code: 'unreachable-end' }), { stop: 'moment-sent' })
    assert.deepEqual(placed({ code: 'table-gap', about: { table: 'admission' } }), { stop: 'moment-decided', step: 'admission' })
    assert.deepEqual(placed({ about: { part: 'conditions.adult' } }), { stop: 'moment-decided', step: 'adult' })
    assert.deepEqual(placed({ about: { question: 'today' } }), { stop: 'moment-decided' })
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { benefitsFrom, statementState, mayJudge } from './benefit.ts'
import type { Json } from '#store/json.ts'
import { readFact, type ValueFact } from './event.ts'
import { modelled, referenceCosts, shifted } from './reference-costs.ts'
import { targetCost } from './target.ts'

describe('the government’s target for the cost of one transaction', () => {
  test('is 1.00 for the manual’s own example: 2.00 now, 0.50 digital, 40 % to 80 %', () => {
    const asked = { now: 200, digital: 50, takeUp: { count: 40, of: 100 }, goal: { count: 80, of: 100 } }
    assert.equal(targetCost(asked), 100)
    assert.equal(targetCost({ ...asked, takeUp: { count: 2, of: 5 }, goal: { count: 4, of: 5 } }), 100)
  })

  test('is the cost now at the take-up now, and the digital cost when everything is digital', () => {
    const asked = { now: 862, digital: 15, takeUp: { count: 1, of: 3 } }
    assert.equal(targetCost({ ...asked, goal: { count: 1, of: 3 } }), 862)
    assert.equal(targetCost({ ...asked, goal: { count: 1, of: 1 } }), 15)
  })

  test('is rounded once, half up', () => {
    assert.equal(targetCost({ now: 100, digital: 51, takeUp: { count: 0, of: 3 }, goal: { count: 1, of: 2 } }), 76)
    assert.equal(targetCost({ now: 100, digital: 50, takeUp: { count: 1, of: 3 }, goal: { count: 2, of: 3 } }), 75)
  })

  test('has no answer when everything is digital already, or for shares that are none', () => {
    const asked = { now: 200, digital: 50, goal: { count: 80, of: 100 } }
    assert.equal(targetCost({ ...asked, takeUp: { count: 5, of: 5 } }), undefined)
    assert.equal(targetCost({ ...asked, takeUp: { count: 6, of: 5 } }), undefined)
    assert.equal(targetCost({ ...asked, takeUp: { count: 0, of: 0 } }), undefined)
  })
})

function published(id: string) {
  const found = referenceCosts.find((costs) => costs.id === id)
  assert.ok(found)
  return found
}

describe('published costs of a contact', () => {
  test('give £318,400 for 100,000 contacts of Socitm’s mix of 2012, and £138,300 less when they move online', () => {
    const costs = published('socitm-2012')
    const before = modelled({ counter: 20_000, phone: 50_000, web: 30_000 }, costs)
    const after = modelled({ counter: 10_000, phone: 30_000, web: 60_000 }, costs)
    assert.equal(before.pence, 31_840_000)
    assert.equal(before.pence / before.contacts, 318.4)
    assert.equal(after.pence, 18_010_000)
    assert.equal(before.pence - after.pence, 13_830_000)
  })

  test('give £5,790 for 1,000 calls and £7,720 for 1,000 emails that move online in Buckinghamshire', () => {
    const costs = published('buckinghamshire-2019')
    assert.equal(shifted(1000, { from: 'phone', to: 'web' }, costs), 579_000)
    assert.equal(shifted(1000, { from: 'email', to: 'web' }, costs), 772_000)
  })

  test('name what they have no figure for, and give none where one side is missing', () => {
    assert.deepEqual(modelled({ email: 10, web: 10 }, published('socitm-2012')), { pence: 150, contacts: 10, without: ['email'] })
    assert.equal(shifted(1, { from: 'email', to: 'web' }, published('socitm-2012')), undefined)
  })
})

let seq = 0
const said = (kind: string, data: Json, by: string): ValueFact => {
  seq += 1
  const fact = readFact({ kind, data, seq, at: `2026-01-${String(seq).padStart(2, '0')}T10:00:00.000Z`, by })
  assert.ok(fact)
  return fact
}
const evidence = { source: 'Report', asOf: '2025-12-31' } as const
type Claimed = { figure: string; grade: 'A' | 'B' | 'C' | 'D'; definition?: string; by?: string }
const claimed = (statement: string, benefit: string, { by = 'partner', ...more }: Claimed) =>
  said('benefit-claimed', { statement, benefit, definition: 'Admissions', ...evidence, ...more }, by)

describe('benefits', () => {
  test('are refuted by better evidence, one apart from the other, as with admissions and wellbeing in Cornwall', () => {
    const promised = ['admissions', 'wellbeing']
    assert.deepEqual(
      benefitsFrom(promised, []).map(({ state }) => state),
      ['promised', 'promised'],
    )
    const facts = [
      claimed('one', 'admissions', { figure: '34% fewer', grade: 'C' }),
      claimed('two', 'wellbeing', { figure: '20% better', grade: 'C', definition: 'Own account, before and after' }),
    ]
    assert.deepEqual(
      benefitsFrom(promised, facts).map(({ state }) => state),
      ['claimed', 'claimed'],
    )
    const found = said('benefit-judged', { statement: 'one', verdict: 'refuted', figure: 'no fewer', grade: 'A', ...evidence }, 'evaluator')
    const [admissions, wellbeing] = benefitsFrom(promised, [...facts, found])
    assert.equal(admissions?.state, 'refuted')
    assert.equal(admissions?.statements[0]?.figure, '34% fewer', 'what was claimed stays to be read')
    assert.equal(wellbeing?.state, 'claimed')
  })

  test('hold as many figures for one outcome as there are definitions of it, as with referrals in Lambeth', () => {
    const facts = ['about 50% fewer', '43% fewer', '100 to 20 a month', '98 fewer'].map((figure, place) =>
      claimed(`statement-${place}`, 'referrals', { figure, grade: place === 3 ? 'A' : 'C', definition: `Definition ${place}` }),
    )
    const [referrals] = benefitsFrom(['referrals'], facts)
    assert.equal(referrals?.statements.length, 4)
    assert.equal(new Set(referrals?.statements.map(({ definition }) => definition)).size, 4)
    assert.ok(referrals?.statements.every((statement) => statementState(statement) === 'claimed'))
  })

  test('are judged by somebody else than who claimed them, with evidence at least as good', () => {
    const [benefit] = benefitsFrom(['admissions'], [claimed('one', 'admissions', { figure: '34% fewer', grade: 'B', by: 'ann' })])
    const statement = benefit?.statements[0]
    assert.equal(mayJudge(statement, { by: 'ann', grade: 'A' }), 'own-statement')
    assert.equal(mayJudge(statement, { by: 'ben', grade: 'C' }), 'weaker-evidence')
    assert.equal(mayJudge(statement, { by: 'ben', grade: 'B' }), undefined)
    assert.equal(mayJudge(undefined, { by: 'ben', grade: 'A' }), 'unknown-statement')
  })

  test('are what the best evidence says, when judgements differ', () => {
    const judged = (statement: string, verdict: 'verified' | 'refuted', grade: 'A' | 'B' | 'C') =>
      said('benefit-judged', { statement, verdict, figure: '-', grade, ...evidence }, 'evaluator')
    const facts = [
      claimed('one', 'b', { figure: 'x', grade: 'C' }),
      claimed('two', 'b', { figure: 'y', grade: 'C' }),
      judged('one', 'refuted', 'A'),
      judged('two', 'verified', 'B'),
    ]
    assert.equal(benefitsFrom(['b'], facts)[0]?.state, 'refuted')
  })
})

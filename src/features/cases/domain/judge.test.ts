import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { tennisClub } from '#test/kit/tennis-club.ts'
import { type Case, caseFrom, type CaseFact, type Deed, type Doing, dueOn, judge, readFact, statusOf } from './index.ts'

const { casework, outcomes } = tennisClub().definition.service

const doing: Doing = {
  by: 'olga',
  at: '2026-11-03T10:00:00.000Z',
  today: '2026-11-03',
  nation: 'england_and_wales',
  casework,
  outcomes,
  proposedReason: 'The courts are full',
  isApplicable: (_, id) => id === 'give_key',
  isOwn: false,
}

const submitted: CaseFact = {
  kind: 'submitted',
  seq: 1,
  at: '2026-11-02T10:00:00.000Z',
  by: 'visitor',
  channel: 'web',
  personal: [],
  data: {
    service: 'tennis-club',
    version: 'sha256:0',
    reference: '22222222M',
    lang: 'en',
    person: 'ada',
    team: 'front_desk',
    retention: 'membership',
    proposed: 'joined',
    fee: 12000,
    origin: 'https://northby.example',
    clocks: [{ id: 'answer_soon', state: 'running', due: '2026-11-09' }],
  },
}

/** The facts of a case after deeds, each as read back; refused deeds leave no trace. */
function factsAfter(deeds: readonly (readonly [Deed, Partial<Doing>?])[]): readonly CaseFact[] {
  const facts: CaseFact[] = [submitted]
  for (const [deed, change] of deeds) {
    const judged = judge(caseOf(facts), deed, { ...doing, ...change })
    for (const fact of 'facts' in judged ? judged.facts : []) {
      const personal = (fact.personal ?? []).map((part) => ({ ...part, erased: false as const }))
      const read = readFact({ ...fact, id: 'x', stream: 'case/1', seq: facts.length + 1, personal })
      if (read) facts.push(read)
    }
  }
  return facts
}

function caseOf(facts: Iterable<CaseFact>): Case {
  const current = caseFrom('case-1', facts)
  assert.ok(current)
  return current
}

const after = (...deeds: (readonly [Deed, Partial<Doing>?])[]) => caseOf(factsAfter(deeds))
const refusal = (current: Case, deed: Deed, change: Partial<Doing> = {}) => {
  const judged = judge(current, deed, { ...doing, ...change })
  return 'refused' in judged ? judged.refused : 'done'
}

describe('what may be done to a case', () => {
  test('a decision against somebody needs a reason, a decision for them does not', () => {
    assert.equal(refusal(after(), { do: 'decide', outcome: 'turned_away', reason: ' ' }), 'reason-missing')
    assert.equal(refusal(after(), { do: 'decide', outcome: 'joined', reason: '' }), 'done')
    assert.equal(refusal(after(), { do: 'decide', outcome: 'banned', reason: 'x' }), 'no-such-outcome')
  })

  test('where two must agree, the first officer only proposes and cannot agree with themselves', () => {
    const proposed = after([{ do: 'decide', outcome: 'turned_away', reason: 'Full' }])
    assert.equal(proposed.decision, undefined)
    assert.equal(refusal(proposed, { do: 'confirm' }), 'same-person')
    assert.equal(refusal(proposed, { do: 'send-back', text: 'No' }), 'same-person')
    assert.equal(refusal(proposed, { do: 'decide', outcome: 'joined', reason: '' }, { by: 'sam' }), 'second-opinion-waits')
    const decided = after([{ do: 'decide', outcome: 'turned_away', reason: 'Full' }], [{ do: 'confirm' }, { by: 'sam' }])
    assert.deepEqual([decided.decision?.outcome, decided.decision?.first, decided.decision?.by], ['turned_away', 'olga', 'sam'])
  })

  test('what was sent back can be decided anew', () => {
    const back = after(
      [{ do: 'decide', outcome: 'turned_away', reason: 'Full' }],
      [{ do: 'send-back', text: 'They are not' }, { by: 'sam' }],
    )
    assert.equal(back.proposal, undefined)
    assert.equal(refusal(back, { do: 'decide', outcome: 'joined', reason: '' }), 'done')
  })

  test('a decided case is neither decided nor asked about again until it is reopened', () => {
    const decide: Deed = { do: 'decide', outcome: 'joined', reason: '' }
    const decided = after([decide])
    assert.equal(refusal(decided, decide), 'already-decided')
    assert.equal(refusal(decided, { do: 'ask', text: 'Why?' }), 'already-decided')
    assert.equal(refusal(after([decide], [{ do: 'reopen', text: 'A mistake' }]), decide), 'done')
  })

  test('an action of the service is done only while its condition holds', () => {
    assert.equal(refusal(after(), { do: 'act', action: 'give_key', answers: {} }), 'done')
    assert.equal(refusal(after(), { do: 'act', action: 'see_play', answers: {} }), 'not-now')
    assert.equal(refusal(after(), { do: 'act', action: 'juggle', answers: {} }), 'no-such-action')
    assert.deepEqual(after([{ do: 'act', action: 'give_key', answers: {} }]).flags, ['has_key'])
  })
})

describe('clocks', () => {
  test('stand still while the council waits and go on with the working days that were left', () => {
    const asked = after([{ do: 'ask', text: 'Which racket?' }])
    assert.deepEqual([statusOf(asked), dueOn(asked)], ['waiting', undefined])
    const answered = after([{ do: 'ask', text: 'Which racket?' }], [{ do: 'answer', ask: 2, text: 'Red' }, { today: '2026-12-23' }])
    assert.equal(dueOn(answered), '2026-12-31', 'four working days from 23 December, past Christmas Day and the holiday for Boxing Day')
  })

  test('stop when it is decided and start again when it is reopened', () => {
    const decide: Deed = { do: 'decide', outcome: 'joined', reason: '' }
    assert.equal(dueOn(after([decide])), undefined)
    assert.equal(dueOn(after([decide], [{ do: 'reopen', text: 'Oops' }])), '2026-11-10')
  })
})

const text = fc.constantFrom('', 'Something')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('assign' as const), to: fc.constantFrom(null, 'olga', 'sam') }),
  fc.record({ do: fc.constantFrom('note' as const, 'ask' as const, 'send-back' as const, 'reopen' as const, 'withdraw' as const), text }),
  fc.record({ do: fc.constant('answer' as const), ask: fc.integer({ min: 0, max: 12 }), text }),
  fc.record({ do: fc.constant('decide' as const), outcome: fc.constantFrom('joined', 'turned_away', 'none'), reason: text }),
  fc.constant({ do: 'confirm' as const }),
  fc.constant({ do: 'close' as const }),
  fc.record({
    do: fc.constant('pay' as const),
    pence: fc.integer({ min: -5, max: 500 }),
    method: fc.constantFrom('card' as const, 'cash' as const),
    receipt: text,
  }),
  fc.record({ do: fc.constant('act' as const), action: fc.constantFrom('give_key', 'see_play'), answers: fc.constant({}) }),
)
const deeds = fc.array(fc.tuple(deed, fc.record({ by: fc.constantFrom('olga', 'sam') })), { maxLength: 25 })

describe('whatever is done to a case', () => {
  test('every beginning of its history folds into a case, and says so itself', () => {
    fc.assert(
      fc.property(deeds, (done) => {
        const facts = factsAfter(done)
        for (let length = 1; length <= facts.length; length += 1) {
          const current = caseOf(facts.slice(0, length))
          assert.equal(current.seq, length)
          if (current.decision) assert.ok(['decided', 'closed'].includes(statusOf(current)))
          if (statusOf(current) === 'decided' || statusOf(current) === 'closed') assert.equal(dueOn(current), undefined)
        }
      }),
    )
  })

  test('nobody is turned away by one person alone', () => {
    fc.assert(
      fc.property(deeds, (done) => {
        for (const fact of factsAfter(done)) {
          if (fact.kind !== 'decided' || fact.data.outcome !== 'turned_away') continue
          assert.ok(fact.data.first !== undefined && fact.data.first !== fact.by)
        }
      }),
    )
  })
})

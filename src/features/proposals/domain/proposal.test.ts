import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { ProposalEvent, ProposalFact } from './fact.ts'
import { barFromDeciding, barFromTaking, type Deciding } from './deciding.ts'
import { currentTrial, isOverdue, type Proposal, proposalFrom, stateOf } from './proposal.ts'
import { decisionOf } from './register.ts'

const base = `sha256:${'b'.repeat(64)}` as const
const edition = { base, digest: 'sha256:d1' }
const suggested: ProposalEvent = {
  kind: 'suggested',
  data: { service: 'tennis-club', version: base, source: 'resident', lang: 'en', due: '2026-12-21', origin: 'https://x.example' },
}
const changed = (digest: string, revision = 1): ProposalEvent => ({
  kind: 'changed',
  data: { revision, base, digest, changes: [], words: { en: ['The fee goes up'] }, examples: {}, due: '2026-12-21' },
})
const regard = (role: 'member' | 'director'): ProposalEvent => ({
  kind: 'regard-recorded',
  data: { role, ...edition, regard: { equality: 'x' }, lang: 'en' },
})
const approved = (role: 'member' | 'director', digest = edition.digest): ProposalEvent => ({
  kind: 'approved',
  data: { role, name: 'Somebody', base, digest, reasons: 'Good', lang: 'en', evidence: {} },
})
const refused = (role: 'member' | 'director'): ProposalEvent => ({
  kind: 'refused',
  data: { role, name: 'Somebody', reasons: 'Dear', lang: 'en', evidence: {} },
})
const released: ProposalEvent = { kind: 'released', data: { version: 'sha256:v2' } }
const hidden: ProposalEvent = { kind: 'hidden', data: { rule: 'abuse', note: '' } }
const shown: ProposalEvent = { kind: 'shown-again', data: { note: '' } }

function folded(...events: readonly ProposalEvent[]): Proposal {
  const facts = events.map(
    (event, place): ProposalFact => ({ ...event, seq: place + 1, at: `2026-11-23T10:00:0${place % 10}.000Z`, by: by(event), personal: [] }),
  )
  const proposal = proposalFrom('one', facts)
  if (!proposal) throw new Error('It begins with a suggestion')
  return proposal
}

/** Each of the two is somebody; everything else is done by an officer. */
function by(event: ProposalEvent): string {
  return 'role' in event.data ? event.data.role : event.kind === 'suggested' ? 'author' : 'officer'
}

describe('a suggested change', () => {
  test('is approved when both have approved this very content, and not before', () => {
    const both = [regard('member'), regard('director'), approved('member'), approved('director')]
    assert.equal(stateOf(folded(suggested, changed('sha256:d1'), ...both)), 'approved')
    assert.equal(stateOf(folded(suggested, changed('sha256:d1'), ...both.slice(0, 3))), 'changed')
    assert.equal(stateOf(folded(suggested, changed('sha256:d1'), approved('member'), approved('director', 'sha256:other'))), 'changed')
  })

  test('loses regard and approvals with any change of its content, and with any other version below it', () => {
    const weighed = [suggested, changed('sha256:d1'), regard('member'), approved('member')]
    for (const event of [
      changed('sha256:d2', 2),
      { kind: 'rebased', data: { base: `sha256:${'c'.repeat(64)}`, due: '2027-01-01' } } as const,
    ]) {
      const { verdicts, regards } = folded(...weighed, event)
      assert.deepEqual([verdicts, regards], [[], []])
    }
  })

  test('has a trial only of exactly this content on exactly this version', () => {
    const tried: ProposalEvent = { kind: 'tried', data: { ...edition, trial: 't1', cases: 40 } }
    assert.equal(currentTrial(folded(suggested, changed('sha256:d1'), tried))?.trial, 't1')
    assert.equal(currentTrial(folded(suggested, changed('sha256:d1'), tried, changed('sha256:d2', 2))), undefined)
  })

  test('is overdue from the day after an answer was owed, as long as it is open', () => {
    assert.ok(!isOverdue(folded(suggested), '2026-12-21'))
    assert.ok(isOverdue(folded(suggested), '2026-12-22'))
    assert.ok(!isOverdue(folded(suggested, changed('sha256:d1'), refused('member')), '2027-12-22'))
  })
})

describe('somebody who is to decide', () => {
  const proposal = folded(suggested, changed('sha256:d1'), regard('member'))
  const member: Deciding = { actor: 'member', isAuthor: false, role: 'member', isBacker: false, current: base, areGatesOpen: true }

  test('may, once they have weighed it', () => {
    assert.equal(barFromDeciding(proposal, member, 'approved'), undefined)
    assert.equal(barFromDeciding(folded(suggested, changed('sha256:d1')), member, 'approved'), 'no-regard')
  })

  test('may not when they are none of the two, suggested it, worked it out, back it, or have decided', () => {
    assert.equal(barFromTaking(proposal, { ...member, role: undefined }), 'not-one-of-the-two')
    assert.equal(barFromTaking(proposal, { ...member, isAuthor: true }), 'suggested-it')
    assert.equal(barFromTaking(proposal, { ...member, actor: 'officer' }), 'suggested-it')
    assert.equal(barFromTaking(proposal, { ...member, isBacker: true }), 'backs-it')
    assert.equal(barFromTaking(folded(suggested, changed('sha256:d1'), approved('member')), member), 'decided-already')
    const interest: ProposalEvent = { kind: 'interest-declared', data: { role: 'member', interest: 'x' } }
    assert.equal(barFromTaking(folded(suggested, changed('sha256:d1'), interest), member), 'interest')
  })

  test('may refuse, and not approve, what is outdated or has not passed', () => {
    assert.equal(barFromDeciding(proposal, { ...member, current: 'sha256:newer' }, 'approved'), 'outdated')
    assert.equal(barFromDeciding(proposal, { ...member, areGatesOpen: false }, 'approved'), 'gates')
    assert.equal(barFromDeciding(proposal, { ...member, areGatesOpen: false, current: 'sha256:newer' }, 'refused'), undefined)
  })
})

test('the register tells in fives, and under ten not at all, on how many cases a change was tried', () => {
  const casesOf = (cases: number) => {
    const taken: ProposalEvent = {
      kind: 'refused',
      data: { role: 'director', name: 'Somebody', reasons: 'Dear', lang: 'en', evidence: { cases } },
    }
    return decisionOf(folded(suggested, taken))?.evidence.cases
  }
  assert.deepEqual([40, 41, 44, 45, 9, 1].map(casesOf), [40, 40, 40, 45, 0, 0])
})

describe('hiding', () => {
  const step = fc.constantFrom(
    changed('sha256:d1'),
    regard('member'),
    regard('director'),
    approved('member'),
    approved('director'),
    refused('director'),
    released,
    shown,
  )
  const life = fc.array(step, { maxLength: 12 }).map((events) => [suggested, ...events])
  /** What everybody can read of many suggestions. */
  const seen = (proposals: readonly Proposal[]) => {
    const listed = proposals.filter((proposal) => stateOf(proposal) !== 'hidden')
    return {
      listed: listed.map(({ entries }) => entries),
      states: listed.map(stateOf),
      decisions: proposals.flatMap((proposal) => decisionOf(proposal) ?? []),
    }
  }

  test('some is the same as their never having been, for every list, figure and decision', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(life, fc.boolean()), { maxLength: 12 }), (lives) => {
        const all = lives.map(([events, isHidden]) => folded(...events, ...(isHidden ? [hidden] : [])))
        const others = lives.filter(([, isHidden]) => !isHidden).map(([events]) => folded(...events))
        assert.deepEqual(seen(all), seen(others))
      }),
    )
  })

  test('and showing again changes nothing but the history', () => {
    fc.assert(
      fc.property(life, (events) => {
        const [before, after] = [folded(...events), folded(...events, hidden, shown)]
        assert.equal(stateOf(after), stateOf(before))
        assert.deepEqual(after.verdicts, before.verdicts)
        assert.deepEqual(after.hidings.length, before.hidings.length + 1)
      }),
    )
  })
})

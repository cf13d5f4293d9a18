import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { officer } from '#test/kit/club-council.ts'
import { tennisClub } from '#test/kit/tennis-club.ts'
import { type Case, opened } from './domain/index.ts'
import { mayAct, mayAssign, mayDecide, mayDoTo, mayRead, mayReadAnswer, mayReadStep, teamsRead } from './policy.ts'

const prepared = tennisClub()
const current: Case = opened('case-1', {
  kind: 'submitted',
  seq: 1,
  at: '2026-11-02T10:00:00.000Z',
  by: 'visitor',
  personal: [],
  data: {
    service: 'tennis-club',
    version: 'sha256:0',
    reference: '22222222M',
    lang: 'en',
    person: 'ada',
    team: 'front_desk',
    retention: 'membership',
    proposed: null,
    fee: null,
    origin: 'https://northby.example',
  },
})
const partner = officer({ kind: 'partner', roles: ['coach', 'partner'], permissions: ['cases.read', 'cases.act'] })
const questionOf = (id: string) => {
  const found = prepared.questions.get(id)
  assert.ok(found)
  return found.question
}

describe('who may do what to a case', () => {
  test('officers read the cases of their teams, managers those of all', () => {
    assert.ok(mayRead(officer(), current))
    assert.ok(!mayRead(officer({ teams: ['back_office'] }), current))
    const manager = officer({ teams: [], permissions: ['cases.read', 'cases.manage'] })
    assert.ok(mayRead(manager, current))
    assert.equal(teamsRead(manager), 'all')
  })

  test('residents and councillors read none here, whatever they were given', () => {
    assert.ok(!mayRead(officer({ kind: 'resident' }), current))
    assert.deepEqual(teamsRead(officer({ kind: 'resident' })), [])
    assert.ok(!mayRead(officer({ kind: 'councillor', permissions: [] }), current))
  })

  test('nobody works on their own case, not even to note a payment', () => {
    const ada = officer({ id: 'ada', permissions: ['cases.read', 'cases.work', 'cases.decide', 'cases.manage'] })
    assert.ok(!mayRead(ada, current))
    const deed = { do: 'pay', pence: 100, method: 'cash', receipt: '1' } as const
    assert.ok(!mayDoTo(ada, current, { deed, prepared }))
    assert.ok(mayDoTo(officer(), current, { deed, prepared }))
  })

  test('nobody decides about themselves, and partners never decide', () => {
    assert.ok(mayDecide(officer(), current))
    assert.ok(!mayDecide(officer({ id: 'ada' }), current))
    assert.ok(!mayDecide({ ...partner, permissions: officer().permissions }, current))
  })

  test('work is taken and given back by oneself, and given to others only by whoever assigns', () => {
    const olga = officer()
    assert.ok(mayAssign(olga, current, olga.id))
    assert.ok(!mayAssign(olga, current, 'sam'))
    assert.ok(!mayAssign(olga, { ...current, assignee: 'sam' }, null))
    assert.ok(mayAssign(officer({ permissions: ['cases.read', 'cases.work', 'cases.assign'] }), current, 'sam'))
  })

  test('an answer is read by the roles its purpose names, and what was worked out by who may read all of it', () => {
    assert.ok(mayReadAnswer(partner, prepared, questionOf('full_name')))
    assert.ok(!mayReadAnswer(partner, prepared, questionOf('health')))
    assert.ok(mayReadStep(partner, prepared, ['price']))
    assert.ok(!mayReadStep(partner, prepared, ['price', 'health']))
  })

  test('an action of the service is done by the roles it names', () => {
    const [giveKey, seePlay] = prepared.definition.service.casework.actions
    assert.ok(giveKey && seePlay)
    assert.ok(mayAct(partner, current, seePlay) && !mayAct(partner, current, giveKey))
    assert.ok(!mayDoTo(partner, current, { deed: { do: 'note', text: 'x' }, prepared }))
  })
})

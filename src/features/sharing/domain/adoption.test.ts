import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Fact, NewFact } from '#store/fact.ts'
import { adopted, adoptionFrom, declined, merged, standingOf, upstreamSeen } from './adoption.ts'

const version = (digit: string) => `sha256:${digit.repeat(64)}` as const
const arrival = (digit: string) => ({ version: version(digit), package: digit.repeat(64) })
const doing = (minute: number) => ({ by: 'dee', at: `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z` })
const began = adopted(doing(0), { ...arrival('1'), upstream: { council: 'north', name: { en: 'North' } }, url: null })

function after(...facts: readonly NewFact[]) {
  const read: readonly Fact[] = [began, ...facts].map((fact, place) => ({
    ...fact,
    id: String(place),
    stream: 'adoption/club',
    seq: place + 1,
    personal: [],
  }))
  const adoption = adoptionFrom('club', read)
  assert.ok(adoption)
  return adoption
}

const never = () => 'ended' as const

describe('a service taken over', () => {
  test('is none without its beginning', () => assert.equal(adoptionFrom('club', []), undefined))

  test('is up to date until a version of theirs is seen', () => {
    assert.equal(standingOf(after(), never).state, 'current')
    const seen = standingOf(after(upstreamSeen(doing(1), arrival('2'))), never)
    assert.deepEqual([seen.state, seen.base.version, seen.newest.version], ['new', version('1'), version('2')])
  })

  test('has a new base only when what was handed over is in use', () => {
    const adoption = after(upstreamSeen(doing(1), arrival('2')), merged(doing(2), { ...arrival('2'), proposal: 'p' }))
    const open = standingOf(adoption, () => 'open')
    assert.deepEqual([open.state, open.proposal, open.base.version], ['handed-over', 'p', version('1')])
    const released = standingOf(adoption, () => 'released')
    assert.deepEqual([released.state, released.base.version], ['current', version('2')])
    assert.equal(standingOf(adoption, never).state, 'new', 'what was refused can be handed over again')
  })

  test('has a new base at once when nothing was left to change', () => {
    const adoption = after(upstreamSeen(doing(1), arrival('2')), merged(doing(2), { ...arrival('2'), proposal: null }))
    assert.equal(standingOf(adoption, never).base.version, version('2'))
  })

  test('stays as it is when a version was left aside, until another comes', () => {
    const aside = after(upstreamSeen(doing(1), arrival('2')), declined(doing(2), { ...arrival('2'), reason: 'Not for us' }))
    assert.equal(standingOf(aside, never).state, 'declined')
    const next = after(
      upstreamSeen(doing(1), arrival('2')),
      declined(doing(2), { ...arrival('2'), reason: 'Not for us' }),
      upstreamSeen(doing(3), arrival('3')),
    )
    assert.equal(standingOf(next, never).state, 'new')
  })
})

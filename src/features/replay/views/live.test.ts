import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sidesOf, Tally } from '#core/replay/index.ts'
import { prepare } from '#core/definition/index.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { namesOf } from '../domain/index.ts'
import { liveSummary } from './live.ts'

const version = prepare(tennisClubDefinition())
const none = new Tally(sidesOf(version, version)).read()

function said(lang: 'en' | 'cy', { cases, leftOut }: { readonly cases: number; readonly leftOut: number }): string {
  const live = { trial: { ...none, cases }, names: namesOf(version, version), isOfPeople: false, most: 10_000, leftOut }
  return liveSummary(live, lang).said
}

test('says that it looked at all cases of the last twelve months only where none was left out', () => {
  assert.match(said('en', { cases: 4997, leftOut: 0 }), /^Of all 4,997 cases of the last twelve months, none would be decided/)
  assert.match(said('en', { cases: 4997, leftOut: 3 }), /^Of 4,997 cases of the last twelve months, none would be decided/)
  assert.match(said('en', { cases: 10_000, leftOut: 3 }), /^Of the latest 10,000 cases, none/)
  assert.match(said('cy', { cases: 4997, leftOut: 0 }), /^O’r 4,997 achos i gyd yn y deuddeg mis diwethaf/)
  assert.match(said('cy', { cases: 4997, leftOut: 3 }), /^O blith 4,997 \S+ yn y deuddeg mis diwethaf/)
})

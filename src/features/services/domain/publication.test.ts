import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { publishingFaults, type Standing, sponsorsOf } from './publication.ts'

const club = tennisClubDefinition()
const sponsors = { member: 'Councillor A', director: 'Director B' }
const standing: Standing = { nation: 'wales', languages: ['en', 'cy'], sponsors }
const codes = (change: Partial<Standing>) => publishingFaults(club, { ...standing, ...change }).map(({ code }) => code)

describe('publishing', () => {
  test('is open to a council of the right nation and languages that names both who answer for the service', () => {
    assert.deepEqual(codes({}), [])
    assert.deepEqual(codes({ languages: ['en'] }), [])
  })

  test('needs two names', () => {
    assert.deepEqual(codes({ sponsors: undefined }), ['missing-sponsors'])
  })

  test('takes the names of the pack where the council names none, but not one alone', () => {
    const named = { ...club, service: { ...club.service, sponsors } }
    assert.deepEqual(publishingFaults(named, { ...standing, sponsors: undefined }), [])
    assert.equal(sponsorsOf({ ...club, service: { ...club.service, sponsors: { member: 'Councillor A' } } }, undefined), undefined)
  })

  test('needs the law of the nation', () => {
    assert.deepEqual(codes({ nation: 'scotland' }), ['other-nation'])
  })

  test('needs every language of the council at once', () => {
    const english = { ...club, service: { ...club.service, languages: ['en' as const] } }
    assert.deepEqual(
      publishingFaults(english, standing).map(({ code }) => code),
      ['missing-language'],
    )
  })
})

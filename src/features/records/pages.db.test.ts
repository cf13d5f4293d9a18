import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addresses } from '#features/addresses/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { openCase } from '#features/cases/index.ts'
import { journeys } from '#features/journeys/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { proposals } from '#features/proposals/feature.ts'
import { services } from '#features/services/feature.ts'
import { southHost, startApp } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { records } from './feature.ts'

const app = await startApp({
  features: [messages, people, addresses, services, cases, journeys, proposals, records],
  packFolders: [tennisClubFolder],
  now: '2026-11-03T10:00:00.000Z',
  settings: 'services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]\n',
})

async function opened(change: Parameters<typeof submission>[0] = {}) {
  const sent = submission(change)
  const result = await openCase(app.north, sent)
  assert.ok('reference' in result)
  return { ...sent, reference: result.reference }
}

async function onPageOf(reference: string) {
  const officer = await app.browserOf('records')
  await officer.get('/staff/records')
  await officer.submit('Find', { 'Reference, email address or id': reference })
  assert.equal(officer.page.heading, 'What is held about a person')
  return officer
}

describe('a records officer', () => {
  test('records a request, sees by when to answer, takes longer, and gives the copy', async () => {
    const { reference, person } = await opened({ answers: { full_name: 'Ada Asker' } })
    const officer = await onPageOf(reference)
    assert.doesNotMatch(officer.page.url, /Asker|@/)
    await officer.submit('Record', {
      'A copy of what is held': true,
      'received-day': '31',
      'received-month': '10',
      'received-year': '2026',
    })
    assert.match(officer.page.text, /30 November 2026/)
    await officer.get('/staff/records')
    assert.match(officer.page.text, /A copy of what is held/)
    await officer.submit('Take three months')
    assert.match(officer.page.text, /1 February 2027 \(three months\)/)
    const copy = await officer.send({ method: 'GET', url: `/staff/records/people/${person}/copy.json` })
    assert.match(copy.body, /Ada Asker/)
    const csv = await officer.send({ method: 'GET', url: `/staff/records/people/${person}/copy.csv` })
    assert.match(csv.body, /^section,entry,field,value\n/)
    await officer.get(`/staff/records/people/${person}`)
    await officer.submit('Record that the copy was given')
    assert.match(officer.page.text, /Copy given on 3 November 2026/)
    assert.match((await officer.get('/staff/records')).text, /There are none/)
  })

  test('says what is wrong with a form, and keeps the page', async () => {
    const { reference } = await opened()
    const officer = await onPageOf(reference)
    await officer.submit('Record', { 'received-year': '2027' })
    assert.deepEqual(officer.page.errors, ['Choose what they ask for', 'Enter the day it was received, today or earlier'])
    await officer.submit('Erase what is held')
    assert.deepEqual(officer.page.errors, ['Say why it is erased'])
    await officer.submit('Place the hold')
    assert.deepEqual(officer.page.errors, ['Choose what it covers', 'Say why'])
  })

  test('places a hold, is told that it keeps what is to be erased, lifts it and erases', async () => {
    const { reference } = await opened()
    const officer = await onPageOf(reference)
    await officer.submit('Place the hold', { 'Everything about this person': true, Why: 'A court case' })
    assert.match(officer.page.text, /kept by a legal hold/)
    await officer.submit('Erase what is held', { 'Why it is erased': 'They asked' })
    assert.match(officer.page.text, /These stay:.*hold: A court case/s)
    await officer.submit('Lift')
    const again = await onPageOf(reference)
    await again.submit('Erase what is held', { 'Why it is erased': 'They asked' })
    assert.match(again.page.text, /Erased: 1 cases/)
    assert.match(again.page.text, /nothing left/)
  })

  test('reads what would go, and the record of processing, also as a spreadsheet and in Welsh', async () => {
    const officer = await app.browserOf('records')
    assert.match((await officer.get('/staff/records/disposal')).text, /Nothing is past its time/)
    const page = await officer.get('/staff/records/processing')
    assert.match(page.text, /Vital interests; sensitive: explicit consent/)
    assert.match(page.text, /6 years after closing/)
    const csv = await officer.send({ method: 'GET', url: '/staff/records/processing.csv' })
    assert.match(csv.body, /Club rules, 5/)
    const welsh = await app.browserOf('records', southHost)
    assert.match((await welsh.get('/cy/staff/records/processing')).text, /6 blynedd ar ôl cau|6 mlynedd ar ôl cau/)
    assert.equal((await welsh.get('/cy/staff/records')).heading, 'Cofnodion')
  })

  test('is the only one, with managers: others are refused, and everything is in the audit trail', async () => {
    const { person } = await opened()
    const officer = await app.browserOf('officer')
    for (const url of ['/staff/records', `/staff/records/people/${person}`, `/staff/records/people/${person}/copy.json`])
      assert.equal((await officer.get(url)).status, 403, url)
    const allowed = await app.browserOf('manager')
    assert.equal((await allowed.get(`/staff/records/people/${person}`)).status, 200)
    const uses = await app.test.asOwner(`select from people.use where audit = 'held-read' and about->>'person' = $1`, [person])
    assert.equal(uses.length, 1)
  })
})

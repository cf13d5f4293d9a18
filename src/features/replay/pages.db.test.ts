import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { appointments } from '#features/appointments/feature.ts'
import { addresses } from '#features/addresses/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { openCase } from '#features/cases/index.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { northHost, southHost, startApp } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { tennisClubDefinition, tennisClubFolder } from '#test/kit/tennis-club.ts'
import { replay } from './feature.ts'
import { findTrial, tryOn } from './index.ts'

const app = await startApp({
  features: [messages, people, addresses, services, appointments, cases, replay],
  settings: 'services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]\n',
  packFolders: [tennisClubFolder],
})
const now = tennisClubDefinition()
const { yearly } = now.service.constants
assert.ok(yearly)
const dearer = { ...now, service: { ...now.service, constants: { ...now.service.constants, yearly: { ...yearly, is: '130.00' } } } }
const at = '2026-11-23T10:00:00.000Z'
const tried = () => tryOn(app.south, { service: 'tennis-club', from: now, to: dearer, by: 'olga', at })

describe('a version tried on last year’s cases', () => {
  before(async () => {
    for (let count = 0; count < 40; count += 1) await openCase(app.south, submission({ answers: { age: count < 20 ? 12 : 40 } }))
  })

  test('is shown to officers exactly, with some of the cases and what it can be checked by', async () => {
    const run = await tried()
    const officer = await app.browserOf('officer', southHost)
    const page = await officer.get(`/staff/trials/${run.id}`)
    assert.equal(page.heading, 'Tried on last year’s cases')
    assert.match(page.text, /tried on 40 cases opened from 23 November 2025 to 23 November 2026/)
    assert.match(page.text, /20 of 40 cases would be decided or charged differently/)
    assert.match(page.text, /£2,400\.00 → £2,600\.00/)
    assert.match(page.body, /<svg[^>]+role="img"/)
    assert.ok(run.digest && page.text.includes(run.digest))
  })

  test('is everybody’s once an officer has made it public, and nobody’s before', async () => {
    const run = await tried()
    const visitor = app.browser(southHost)
    assert.equal((await visitor.get(`/trials/${run.id}`)).status, 404)
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/staff/trials/${run.id}`)
    await officer.submit('Publish these figures')
    assert.match(officer.page.text, /Published on 23 November 2026/)
    const page = await visitor.get(`/trials/${run.id}`)
    assert.equal(page.status, 200)
    assert.match(page.text, /counted in groups of at least 10/)
    assert.doesNotMatch(page.body, /staff|£2,400/)
    const welsh = await visitor.get(`/cy/trials/${run.id}`)
    assert.equal(welsh.heading, 'Rhoi cynnig arno ar achosion y llynedd')
    assert.match(welsh.text, /Rydych yn aelod/)
  })

  test('is neither seen nor made public by residents, or at another council', async () => {
    const run = await tried()
    const resident = await app.browserOf('resident', southHost)
    assert.equal((await resident.get(`/staff/trials/${run.id}`)).status, 403)
    assert.equal((await resident.post(`/staff/trials/${run.id}/release`, {})).status, 403)
    const stranger = await app.browserOf('officer', northHost)
    assert.equal((await stranger.get(`/staff/trials/${run.id}`)).status, 404)
    assert.equal((await stranger.get(`/trials/${run.id}`)).status, 404)
    assert.equal((await stranger.get('/staff/trials/not-an-id')).status, 404)
  })

  test('says how far it is while it goes on, can be stopped, and then has no figures to publish', async () => {
    const { id } = await tried()
    await app.test.asOwner(`update replay.trial set result = null, done = 12 where trial_id = '${id}'`)
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/staff/trials/${id}`)
    assert.match(officer.page.text, /12 of 40 cases so far/)
    assert.match(officer.page.body, /<div id="trial" data-renew="true" aria-live="polite">/)
    assert.ok(!officer.page.texts('button').includes('Publish these figures'))
    await officer.submit('Stop trying it')
    assert.match(officer.page.text, /Stopped after 12 of 40 cases, so there are no figures/)
    assert.doesNotMatch(officer.page.body, /data-renew/)
    assert.ok(!officer.page.texts('button').some((text) => text === 'Stop trying it' || text === 'Publish these figures'))
    const crew = await app.browserOf('partner', southHost)
    await crew.get('/account')
    assert.equal((await crew.post(`/staff/trials/${id}/call-off`)).status, 403)
  })

  test('can be tried again, gives the same, and says so; from another day on and split otherwise it is another trial', async () => {
    const { id } = await tried()
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/staff/trials/${id}`)
    await officer.submit('Try it')
    assert.match(officer.page.text, /The same cases gave the same result when it was tried: ?23 November 2026/)
    await officer.submit('Try it', { 'since-day': '1', 'since-month': '11', 'since-year': '2026', split: ['month'] })
    assert.match(officer.page.text, /opened from 1 November 2026 to 23 November 2026/)
    const run = await findTrial(app.south, officer.page.url.split('/').at(-1) ?? '')
    assert.deepEqual([run?.since, run?.splits], ['2026-11-01', ['month']])
  })

  test('is tried from a day that has been, and the page says so of any other', async () => {
    const { id } = await tried()
    const officer = await app.browserOf('officer', southHost)
    for (const year of ['2027', 'soon']) {
      await officer.get(`/staff/trials/${id}`)
      await officer.submit('Try it', { 'since-day': '31', 'since-month': '12', 'since-year': year, split: ['area'] })
      assert.deepEqual(officer.page.errors, ['Enter a day that has been, such as 1 4 2026'])
      assert.match(officer.page.body, new RegExp(`value="${year}"`))
    }
    const partner = await app.browserOf('partner', southHost)
    await partner.get('/account')
    assert.equal((await partner.post(`/staff/trials/${id}/again`)).status, 403)
    const stranger = await app.browserOf('officer', northHost)
    await stranger.get('/account')
    assert.equal((await stranger.post(`/staff/trials/${id}/again`)).status, 404)
    assert.equal((await stranger.get(`/staff/trials/${id}/groups`)).status, 404)
  })

  test('says of equality groups that nobody was asked where nobody was', async () => {
    const { id } = await tried()
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/staff/trials/${id}`)
    assert.ok(!officer.page.texts('a').includes('By equality group'))
    assert.match((await officer.get(`/staff/trials/${id}/groups`)).text, /This service asks no equality questions/)
  })
})

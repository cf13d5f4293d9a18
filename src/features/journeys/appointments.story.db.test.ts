import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addresses } from '#features/addresses/feature.ts'
import { appointments } from '#features/appointments/feature.ts'
import { cases, openCase } from '#features/cases/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { type Browser, southHost, startApp } from '#test/kit/app.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { lessonAsked } from '#test/kit/tennis-lessons.ts'
import { journeys } from './feature.ts'

const app = await startApp({
  features: [messages, people, addresses, services, appointments, cases, journeys],
  now: '2026-11-03T10:00:00.000Z',
  packFolders: [tennisClubFolder],
  settings: 'services: [{ id: tennis-lessons, sponsors: { member: Councillor A, director: Director B } }]\n',
})
const times = '/staff/appointments/tennis-lessons/lesson'

/** Offers times on weekdays of the first weeks of November. */
async function offered(change: Record<string, string> = {}): Promise<Browser> {
  const officer = await app.browserOf('officer')
  await officer.get(times)
  const plan = { 'from-day': '3', 'from-month': '11', 'from-year': '2026', 'to-day': '13', 'to-month': '11', 'to-year': '2026' }
  await officer.post(times, { ...plan, weekdays: '1', hours: '9:00, 10:30', places: '1', ...change })
  return officer
}

async function applied(email = 'ada@example.org'): Promise<{ browser: Browser; reference: string; caseId: string }> {
  const sent = lessonAsked({ answers: { email } })
  const opened = await openCase(app.north, sent)
  assert.ok('reference' in opened)
  const browser = app.browser()
  await browser.get('/track')
  await browser.submit('Find it', { Reference: opened.reference, 'Email address or telephone number': email })
  return { browser, reference: opened.reference, caseId: sent.caseId }
}

describe('an appointment', () => {
  test('is offered by a team, booked, changed and cancelled by the person, each time in one commit with its message', async () => {
    await offered()
    const { browser, caseId } = await applied()
    await browser.click('Choose a time: Your first lesson')
    assert.match(browser.page.text, /Where: Court 2/)
    assert.match(browser.page.text, /Monday 9 November 2026, 09:00/)
    await browser.submit('Book this time')
    assert.deepEqual(browser.page.errors, ['Select one of the times'])
    await browser.submit('Book this time', { 'Monday 9 November 2026, 10:30': true })
    assert.match(browser.page.text, /Your appointment is booked/)
    assert.match(browser.page.text, /Booked: Your first lesson, Monday 9 November 2026, 10:30/)
    const [mail] = await app.test.asOwner<{ count: string }>(
      "select count(*) as count from messages.message where about = $1 and idempotency like '%/booked'",
      [caseId],
    )
    assert.equal(Number(mail?.count), 1)
    await browser.click('Change the time: Your first lesson')
    assert.doesNotMatch(browser.page.text, /9 November 2026, 10:30 1 place/)
    await browser.submit('Change to this time', { 'Monday 9 November 2026, 09:00': true })
    await browser.click('Cancel the appointment: Your first lesson')
    await browser.submit('Yes, cancel it')
    assert.match(browser.page.text, /Your appointment is cancelled/)
    assert.match(browser.page.text, /You have not chosen a time yet/)
    const taken = await app.test.asOwner<{ taken: number }>('select sum(taken)::int as taken from appointments.time')
    assert.deepEqual(taken, [{ taken: 0 }])
  })

  test('stops the clock that waits for it, and is a file for a calendar', async () => {
    await offered({ hours: '11:00' })
    const { browser, reference, caseId } = await applied()
    await browser.get(`/track/${reference}/appointments/lesson`)
    await browser.submit('Book this time', { 'Monday 9 November 2026, 11:00': true })
    const file = await browser.send({ method: 'GET', url: `/track/${reference}/appointments/lesson/calendar.ics` })
    assert.equal(file.headers['content-type'], 'text/calendar; charset=utf-8')
    assert.match(file.body, /DTSTART;TZID=Europe\/London:20261109T110000/)
    app.setClock('2026-11-20T10:00:00.000Z')
    await app.runTask('cases.clocks')
    app.setClock('2026-11-03T10:00:00.000Z')
    const late = await app.test.asOwner('select from log.fact where stream = $1 and kind = $2', [`case/${caseId}`, 'clock-fired'])
    assert.equal(late.length, 0)
  })

  test('is not booked twice over when two press at once, and the second is told so', async () => {
    await offered({ hours: '12:00' })
    const both = [await applied('one@example.org'), await applied('two@example.org')]
    const [free] = await app.test.asOwner<{ id: string }>("select id from appointments.time where at = '12:00' and day = '2026-11-09'")
    const pages = await Promise.all(
      both.map(({ browser, reference }) => browser.post(`/track/${reference}/appointments/lesson`, { time: free?.id ?? '' })),
    )
    const told = pages.flatMap(({ errors }) => errors)
    assert.deepEqual(told, ['Somebody else has just taken the last place at that time. Choose another'])
    const [row] = await app.test.asOwner<{ taken: number; places: number }>('select taken, places from appointments.time where id = $1', [
      free?.id,
    ])
    assert.deepEqual(row, { taken: 1, places: 1 })
    const facts = await app.test.asOwner("select from log.fact where kind = 'appointment-booked' and data->>'slot' = $1", [free?.id])
    assert.equal(facts.length, 1)
  })

  test('cannot be booked inside the notice, nor changed then but by staff', async () => {
    await offered({ hours: '13:00', weekdays: '3' })
    const { browser, reference, caseId } = await applied()
    const [soon] = await app.test.asOwner<{ id: string }>("select id from appointments.time where at = '13:00' and day = '2026-11-04'")
    assert.ok(soon)
    assert.deepEqual((await browser.post(`/track/${reference}/appointments/lesson`, { time: soon.id })).errors, ['Select one of the times'])
    await browser.get(`/track/${reference}/appointments/lesson`)
    await browser.submit('Book this time', { 'Wednesday 11 November 2026, 13:00': true })
    app.setClock('2026-11-10T10:00:00.000Z')
    const again = app.browser()
    await again.get('/track')
    await again.submit('Find it', { Reference: reference, 'Email address or telephone number': 'ada@example.org' })
    await again.get(`/track/${reference}/appointments/lesson/cancel`)
    await again.submit('Yes, cancel it')
    assert.match(again.page.text, /too late to change this here/)
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}/appointments/lesson`)
    await officer.submit('Cancel it')
    assert.match(officer.page.text, /Cancelled: Your first lesson/)
    app.setClock('2026-11-03T10:00:00.000Z')
  })

  test('is booked by staff for somebody, and recorded when nobody came', async () => {
    await offered({ hours: '14:00' })
    const { caseId, reference } = await applied()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.click('Book, change or cancel for the person')
    await officer.submit('Book this time', { 'Monday 9 November 2026, 14:00': true })
    assert.match(officer.page.text, /Booked: Your first lesson, Monday 9 November 2026, 14:00/)
    await officer.get(times)
    assert.ok(officer.page.text.includes(`14:001 of 1${reference.slice(0, 3)}-`))
    app.setClock('2026-11-10T10:00:00.000Z')
    const later = await app.browserOf('officer')
    await later.get(`/staff/cases/${caseId}/appointments/lesson`)
    await later.submit('Record that nobody came')
    assert.match(later.page.text, /Nobody came: Your first lesson/)
    app.setClock('2026-11-03T10:00:00.000Z')
  })

  test('gives its place back when the application is taken back', async () => {
    await offered({ hours: '15:00' })
    const { browser, reference } = await applied()
    await browser.get(`/track/${reference}/appointments/lesson`)
    await browser.submit('Book this time', { 'Monday 9 November 2026, 15:00': true })
    await browser.get(`/track/${reference}/withdraw`)
    await browser.submit('Yes, take it back')
    const rows = await app.test.asOwner<{ taken: number }>("select taken from appointments.time where at = '15:00' and day = '2026-11-09'")
    assert.deepEqual(rows, [{ taken: 0 }])
    assert.equal((await browser.get(`/track/${reference}/appointments/lesson`)).status, 404)
  })

  test('is nobody else’s: not to see, not to book, not to offer', async () => {
    const { reference } = await applied()
    const stranger = app.browser()
    assert.equal((await stranger.get(`/track/${reference}/appointments/lesson`)).url, '/track')
    assert.equal((await stranger.post(`/track/${reference}/appointments/lesson`, { time: 'x' })).url, '/track')
    const other = await app.browserOf('stranger')
    assert.equal((await other.get(times)).status, 404)
    assert.match((await other.get('/staff/appointments')).text, /None of the services of your teams/)
  })

  test('says what is wrong with a plan, in Welsh too', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/cy${times}`)
    await officer.submit('Cynnig yr amseroedd hyn')
    assert.equal(officer.page.errors.length, 4)
    assert.match(officer.page.errors[0] ?? '', /Rhaid i’r diwrnod cyntaf/)
  })
})

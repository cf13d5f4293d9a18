import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addresses } from '#features/addresses/feature.ts'
import { appointments } from '#features/appointments/feature.ts'
import { cases, findOpened, openCase, perform } from '#features/cases/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { startApp } from '#test/kit/app.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { lessonAsked } from '#test/kit/tennis-lessons.ts'
import { newId } from '#store/uuid.ts'
import { journeys } from './feature.ts'

const app = await startApp({
  features: [messages, people, addresses, services, appointments, cases, journeys],
  now: '2026-11-03T10:00:00.000Z',
  packFolders: [tennisClubFolder],
  settings: 'services: [{ id: tennis-lessons, sponsors: { member: Councillor A, director: Director B } }]\n',
})

/** Somebody who has lessons since 3 November 2026, and the link of the reminder they were sent a month before a year was over. */
async function reminded(outcome: 'taught' | 'turned_away' = 'taught') {
  app.setClock('2026-11-03T10:00:00.000Z')
  const sent = lessonAsked({ answers: { email: `${newId()}@example.org` } })
  const opened = await openCase(app.north, sent)
  assert.ok('reference' in opened)
  const moment = { at: '2026-11-03T10:00:00.000Z', today: '2026-11-03' }
  const done = { do: 'finish-task', place: { given: 1, task: 'see_play' }, answers: {} } as const
  for (const deed of [
    done,
    { do: 'decide', outcome, reason: 'Yes' } as const,
    ...(outcome === 'turned_away' ? [{ do: 'confirm' } as const] : []),
  ]) {
    const now = await findOpened(app.north, sent.caseId)
    assert.ok(now && 'done' in (await perform(app.north, now, { ...moment, by: newId(), deed })))
  }
  app.setClock('2027-10-02T10:00:00.000Z')
  await app.runTask('cases.clocks')
  assert.equal(await linkFor(opened.reference), '')
  app.setClock('2027-10-04T10:00:00.000Z')
  await app.runTask('cases.clocks')
  await app.runTask('cases.clocks')
  return { ...sent, reference: opened.reference, email: String(sent.answers['email']), link: await linkFor(opened.reference) }
}

/** The path to renew that the mail about a reference names, as the demonstration's outbox shows it; none when there is no such mail. */
async function linkFor(reference: string): Promise<string> {
  const { text } = await app.browser().get('/outbox')
  const [, path = ''] = new RegExp(`Lessons end ${shown(reference)}.*?(/renew/[\\w-]+)`, 's').exec(text) ?? []
  return path
}

const shown = (reference: string) => `${reference.slice(0, 3)}-${reference.slice(3, 6)}-${reference.slice(6)}`

describe('a decision that ends', () => {
  test('is renewed by a link: each answer carried over is confirmed, and both cases name each other', async () => {
    const old = await reminded()
    const browser = app.browser()
    await browser.get(old.link)
    await browser.submit('Start', { 'Email address or telephone number': 'somebody@else.example' })
    assert.deepEqual(browser.page.errors, ['This is not the email address or telephone number you gave us. Check it'])
    await browser.submit('Start', { 'Email address or telephone number': old.email })
    assert.match(browser.page.url, /\/services\/tennis-lessons\/apply\/name$/)
    assert.match(browser.page.body, /value="Ada Player"/)
    assert.match(browser.page.text, /You told us this before/)
    await browser.get('/services/tennis-lessons/apply/check')
    assert.match(browser.page.url, /apply\/name$/, 'nothing counts before it is confirmed')
    await browser.submit('Continue')
    assert.match(browser.page.body, new RegExp(`value="${old.email}"`))
    await browser.submit('Continue')
    assert.doesNotMatch(browser.page.body, /value="30"/, 'the age is not carried over')
    await browser.submit('Continue', { 'How old are you?': '31' })
    await browser.submit('Continue')
    await browser.submit('Send')
    const [fresh] = await app.test.asOwner<{ case_id: string; reference: string; person: string }>(
      'select case_id, reference, person from cases.queue where case_id <> $1 order by opened_at desc limit 1',
      [old.caseId],
    )
    assert.equal(fresh?.person, old.person)
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${old.caseId}`)
    assert.ok(officer.page.text.includes(`Renewed by ${shown(fresh?.reference ?? '')}`))
    await officer.get(`/staff/cases/${fresh?.case_id ?? ''}`)
    assert.ok(officer.page.text.includes(`Renews ${shown(old.reference)}`))
    await app.browser().get(old.link)
    const again = app.browser()
    assert.equal((await again.get(old.link)).status, 410)
    assert.match(again.page.text, /You have renewed this already/)
  })

  test('is reminded of once, and not where the decision went against the person', async () => {
    const old = await reminded()
    const offered = await app.test.asOwner('select from log.fact where stream = $1 and kind = $2', [
      `case/${old.caseId}`,
      'renewal-offered',
    ])
    assert.equal(offered.length, 1)
    const refused = await reminded('turned_away')
    assert.equal(refused.link, '')
  })

  test('cannot be renewed by the link once its time is over, nor with a link made up', async () => {
    const old = await reminded()
    app.setClock('2027-11-04T10:00:00.000Z')
    assert.equal((await app.browser().get(old.link)).status, 410)
    assert.equal((await app.browser().get('/renew/made-up')).status, 410)
    const [kept] = await app.test.asOwner<{ text: string }>("select string_agg(r::text, ' ') as text from cases.renewal r")
    assert.ok(!kept?.text.includes(old.link.slice('/renew/'.length)), 'only the digest of a link is kept')
  })
})

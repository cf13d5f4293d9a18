import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cases } from '#features/cases/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { southHost, startApp } from '#test/kit/app.ts'
import { lessonAsked } from '#test/kit/tennis-lessons.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { caseForResident, openCase, type Submission } from './index.ts'

const app = await startApp({
  features: [messages, people, services, cases],
  now: '2026-11-03T10:00:00.000Z',
  packFolders: [tennisClubFolder],
  settings: 'services: [{ id: tennis-lessons, sponsors: { member: Councillor A, director: Director B } }]\n',
})

async function opened(change: Partial<Submission> = {}, council = app.north): Promise<Submission & { readonly reference: string }> {
  const sent = lessonAsked(change)
  const result = await openCase(council, sent)
  assert.ok('reference' in result)
  return { ...sent, reference: result.reference }
}

const told = (reference: string) => caseForResident(app.north, { reference, proof: { contact: 'ada@example.org' }, lang: 'en' })
const titles = async (reference: string) => ((await told(reference))?.entries ?? []).map(({ title }) => title)
const seePlay = (caseId: string) => `/staff/tasks/${caseId}/1-see_play`

describe('a task for a partner', () => {
  test('is given with the application, shown with what it needs and no more, done, and told to the person', async () => {
    const { reference, caseId } = await opened()
    assert.ok((await titles(reference)).includes('A coach will watch you play'))
    const coach = await app.browserOf('coach')
    await coach.get('/staff/tasks')
    assert.match(coach.page.text, /Watch them play/)
    await coach.get(seePlay(caseId))
    assert.match(coach.page.text, /Watch Ada Player play/)
    assert.match(coach.page.text, /5 November 2026/)
    assert.doesNotMatch(coach.page.text, /bad knee|ada@example/)
    assert.equal((await coach.get(`/staff/cases/${caseId}`)).status, 404)
    await coach.get(seePlay(caseId))
    await coach.submit('Record that it is done')
    assert.deepEqual(coach.page.errors, ['Enter how many strokes they know'])
    await coach.submit('Record that it is done', { 'How many strokes do they know?': '4' })
    assert.match(coach.page.text, /Done/)
    assert.deepEqual((await titles(reference)).at(-1), 'A coach has watched you play')
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    assert.match(officer.page.text, /A coach has watched you play/)
    assert.match(officer.page.text, /Strokes: 4/)
  })

  test('holds up the decision until it is done, handed back or called off', async () => {
    const { reference, caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('Record the decision', { 'You have lessons': true })
    assert.deepEqual(officer.page.errors, ['Something asked of others must first be done, handed back or no longer needed'])
    await officer.submit('It is no longer needed', { 'Why it is no longer needed': 'I saw them play myself' })
    await officer.submit('Record the decision', { 'You have lessons': true })
    assert.match(officer.page.text, /Decided: You have lessons/)
    assert.ok((await titles(reference)).includes('We will say hello'), 'the decision gives a task of its own')
    assert.doesNotMatch(JSON.stringify(await told(reference)), /I saw them play/)
  })

  test('is not given by a decision its condition does not name', async () => {
    const { caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('It is no longer needed', { 'Why it is no longer needed': 'No' })
    await officer.submit('Record the decision', { 'You have no lessons': true, Reason: 'No court is free' })
    const second = await app.browserOf('second')
    await second.get(`/staff/cases/${caseId}`)
    await second.submit('Agree, and tell the person')
    assert.match(second.page.text, /Decided by two officers/)
    assert.doesNotMatch(second.page.text, /Say hello/)
  })

  test('is handed back with a reason and can be given again', async () => {
    const { caseId } = await opened()
    const coach = await app.browserOf('coach')
    await coach.get(seePlay(caseId))
    await coach.submit('Hand it back')
    assert.deepEqual(coach.page.errors, ['Write something first'])
    await coach.submit('Hand it back', { 'Why you cannot do it': 'The court is flooded' })
    assert.match(coach.page.text, /Handed back/)
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    assert.match(officer.page.text, /The court is flooded/)
    await officer.submit('Ask for: Watch them play')
    const again = await app.browserOf('coach')
    assert.equal((await again.get(`/staff/tasks/${caseId}/3-see_play`)).status, 200)
    assert.ok(again.page.buttons.includes('Record that it is done'))
  })

  test('is marked late when its time is over, once', async () => {
    const { caseId } = await opened()
    app.setClock('2026-11-09T10:00:00.000Z')
    await app.runTask('cases.clocks')
    await app.runTask('cases.clocks')
    const late = await app.test.asOwner('select from log.fact where stream = $1 and kind = $2', [`case/${caseId}`, 'task-late'])
    assert.equal(late.length, 1)
    const coach = await app.browserOf('coach')
    await coach.get('/staff/tasks?late=yes')
    assert.match(coach.page.text, /Late/)
    app.setClock('2026-11-03T10:00:00.000Z')
  })

  test('is given by an action and by hand, but only where its condition holds, and never twice at once', async () => {
    const { caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('Order a racket')
    assert.match(officer.page.text, /Asked for: String a racket. Team: Back office/)
    assert.ok(!officer.page.buttons.includes('Ask for: String a racket'))
    const child = await opened({ answers: { age: 9 } })
    await officer.get(`/staff/cases/${child.caseId}`)
    assert.ok(!officer.page.buttons.includes('Ask for: String a racket'))
    const forced = await officer.post(`/staff/cases/${child.caseId}/give/string_racket`, { seq: '1' })
    assert.deepEqual(forced.errors, ['That cannot be done with these answers'])
  })

  test('is nobody’s but its team’s and its roles’', async () => {
    const { caseId } = await opened()
    for (const person of ['stranger', 'partner', 'officer', 'resident']) {
      const other = await app.browserOf(person)
      assert.notEqual((await other.get(seePlay(caseId))).status, 200, person)
      assert.notEqual((await other.post(`${seePlay(caseId)}/done`, { 'see_play-strokes': '3' })).status, 303, person)
    }
    const manager = await app.browserOf('manager')
    assert.equal((await manager.get(seePlay(caseId))).status, 200)
    const coach = await app.browserOf('coach')
    assert.equal((await coach.get(`/staff/tasks/${caseId}/2-see_play`)).status, 404)
    assert.equal((await coach.get('/staff/tasks/nonsense/nonsense')).status, 404)
  })

  test('speaks Welsh', async () => {
    const { caseId } = await opened({ lang: 'cy' }, app.south)
    const coach = await app.browserOf('coach', southHost)
    assert.equal((await coach.get('/cy/staff/tasks')).heading, 'Tasgau')
    await coach.get(`/cy${seePlay(caseId)}`)
    await coach.submit('Cofnodi ei fod wedi’i wneud')
    assert.deepEqual(coach.page.errors, ['Rhowch sawl ergyd y maent yn ei gwybod'])
  })
})

describe('taking an application back for somebody', () => {
  test('needs a reason, which the person reads, and does not get round a second officer', async () => {
    const { reference, caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('Withdraw it for the person')
    assert.deepEqual(officer.page.errors, ['Write something first'])
    await officer.submit('It is no longer needed', { 'Why it is no longer needed': 'Not needed' })
    await officer.submit('Record the decision', { 'You have no lessons': true, Reason: 'No court is free' })
    const { seq } = Object.fromEntries(
      await app.test
        .asOwner<{ seq: string }>('select max(seq) as seq from log.fact where stream = $1', [`case/${caseId}`])
        .then((rows) => rows.map(({ seq }) => ['seq', String(seq)])),
    )
    const forced = await officer.post(`/staff/cases/${caseId}/withdraw`, { seq: seq ?? '', text: 'They rang' })
    assert.deepEqual(forced.errors, ['A second officer must first agree or send it back'])
    const second = await app.browserOf('second')
    await second.get(`/staff/cases/${caseId}`)
    await second.submit('Send back', { 'Why it goes back': 'A court is free' })
    await second.submit('Withdraw it for the person', { 'Why, and how they asked. The person reads this': 'They rang on Monday' })
    const mine = await told(reference)
    assert.deepEqual(mine?.entries.at(-1), {
      at: '2026-11-03T10:00:00.000Z',
      title: 'We took this back for you',
      text: 'They rang on Monday',
    })
  })
})

test('a status is called as the service says, and who hears an appeal in the language of the person', async () => {
  const { reference } = await opened()
  assert.equal((await told(reference))?.statusWords, 'With the coach')
})

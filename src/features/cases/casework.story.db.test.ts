import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cases } from '#features/cases/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { messagesAbout } from '#features/messages/index.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { southHost, startApp } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { actAsResident, caseForResident, openCase, type Submission } from './index.ts'

const app = await startApp({
  features: [messages, people, services, cases],
  now: '2026-11-03T10:00:00.000Z',
  packFolders: [tennisClubFolder],
  settings: 'services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]\n',
})
async function opened(change: Parameters<typeof submission>[0] = {}): Promise<Submission & { readonly reference: string }> {
  const sent = submission(change)
  const result = await openCase(app.north, sent)
  assert.ok('reference' in result)
  return { ...sent, reference: result.reference }
}

const told = (reference: string) => caseForResident(app.north, { reference, proof: { contact: 'ada@example.org' }, lang: 'en' })

describe('an officer and a case', () => {
  test('finds it in the list, reads the answers beside the rules, decides, and the resident reads why', async () => {
    const { reference, caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get('/staff/cases')
    const shown = `${reference.slice(0, 3)}-${reference.slice(3, 6)}-${reference.slice(6)}`
    const page = await officer.click(shown)
    assert.equal(page.status, 200)
    assert.match(page.text, /Ada Player/)
    assert.match(page.text, /The rules propose: You are a member/)
    assert.match(page.text, /Everyone of five or older is welcome/)
    assert.match(page.text, /£120\.00/)
    await officer.submit('Take this case')
    assert.match(officer.page.text, /With You/)
    await officer.submit('Record the decision', { 'You are a member': true, Reason: 'Welcome, Ada.' })
    assert.match(officer.page.text, /Decided: You are a member/)
    const mine = await told(reference)
    assert.equal(mine?.status, 'decided')
    assert.deepEqual(mine?.decision?.reasons, ['Everyone of five or older is welcome.'])
    assert.equal(mine?.decision?.note, 'Welcome, Ada.')
    assert.deepEqual(mine?.decision?.figures, [{ label: 'Yearly price', value: '£120.00' }])
    assert.deepEqual(mine?.decision?.appeal, { to: 'Club committee', until: '2026-12-03' })
    const mails = await app.north.store.transaction((tx) => messagesAbout(tx, [caseId]))
    assert.match(mails.at(-1)?.subject ?? '', /^About your application/)
  })

  test('asks the resident, the clock stands still, and the answer comes back', async () => {
    const { reference, caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('Send the question', { Question: 'Which racket do you play with?' })
    const waiting = await told(reference)
    assert.equal(waiting?.statusWords, 'Waiting for you')
    assert.equal(waiting?.dueOn, undefined)
    const [ask] = waiting?.asks ?? []
    assert.equal(ask?.question, 'Which racket do you play with?')
    app.setClock('2026-11-10T10:00:00.000Z')
    const act = { answer: { ask: ask?.id ?? '', text: 'A red one' } }
    const proof = { contact: 'ada@example.org' }
    assert.deepEqual(await actAsResident(app.north, { reference, proof, act, at: '2026-11-10T10:00:00.000Z', today: '2026-11-10' }), {
      done: true,
    })
    const nextWeek = await app.browserOf('officer')
    assert.match((await nextWeek.get(`/staff/cases/${caseId}`)).text, /A red one/)
    assert.equal((await told(reference))?.dueOn, '2026-11-16')
    app.setClock('2026-11-03T10:00:00.000Z')
  })

  test('never shows the resident a note', async () => {
    const { reference, caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('Save', { Note: 'Knows the chair of the club' })
    assert.match(officer.page.text, /Knows the chair of the club/)
    assert.doesNotMatch(JSON.stringify(await told(reference)), /Knows the chair/)
  })

  test('cannot decide against somebody without a reason, nor alone where two must agree', async () => {
    const { reference, caseId } = await opened()
    const first = await app.browserOf('officer')
    await first.get(`/staff/cases/${caseId}`)
    await first.submit('Record the decision', { 'You are not a member': true })
    assert.deepEqual(first.page.errors, ['Give a reason: this decision goes against the person'])
    await first.submit('Record the decision', { 'You are not a member': true, Reason: 'The courts are full' })
    assert.match(first.page.text, /A second officer must agree/)
    assert.equal((await told(reference))?.status, 'looking')
    assert.doesNotMatch(JSON.stringify(await told(reference)), /courts are full/)
    assert.ok(!first.page.buttons.includes('Agree, and tell the person'))
    const again = await first.post(`/staff/cases/${caseId}/confirm`, { seq: '2' })
    assert.deepEqual(again.errors, ['Somebody else must be the second officer'])
    const second = await app.browserOf('second')
    await second.get(`/staff/cases/${caseId}`)
    await second.submit('Agree, and tell the person')
    assert.match(second.page.text, /Decided by two officers: You are not a member/)
    assert.equal((await told(reference))?.decision?.note, 'The courts are full')
  })

  test('is told when somebody else was faster, and keeps what they wrote', async () => {
    const { caseId } = await opened()
    const [one, other] = [await app.browserOf('officer'), await app.browserOf('second')]
    await one.get(`/staff/cases/${caseId}`)
    await other.get(`/staff/cases/${caseId}`)
    await one.submit('Take this case')
    await other.submit('Save', { Note: 'A long and careful note' })
    assert.equal(other.page.status, 409)
    assert.match(other.page.text, /Somebody else changed this case first/)
    assert.match(other.page.text, /Given to Olga Officer/)
    assert.match(other.page.text, /A long and careful note/)
  })

  test('sees nothing of other teams', async () => {
    const { caseId } = await opened()
    const stranger = await app.browserOf('stranger')
    assert.match((await stranger.get('/staff/cases')).text, /No cases here/)
    assert.equal((await stranger.get(`/staff/cases/${caseId}`)).status, 404)
    assert.equal((await stranger.post(`/staff/cases/${caseId}/note`, { seq: '1', text: 'x' })).status, 404)
  })

  test('as a partner reads only what the purpose names their role for', async () => {
    const { caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('Send the question', { Question: 'How is the bad knee?' })
    const partner = await app.browserOf('partner')
    assert.doesNotMatch((await partner.get('/staff/cases')).text, /Ada Player/)
    const page = await partner.get(`/staff/cases/${caseId}`)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /bad knee|Ada Player/)
    assert.match(page.text, /You may not see this/)
    assert.equal((await partner.post(`/staff/cases/${caseId}/decide`, { seq: '1', outcome: 'joined' })).status, 403)
  })

  test('records a payment, does the service’s own action and closes', async () => {
    const { reference, caseId } = await opened()
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    await officer.submit('Record a payment', { Amount: '120', 'Receipt number': '' })
    assert.deepEqual(officer.page.errors, ['Enter the receipt number'])
    await officer.submit('Record a payment', { Amount: '120', 'Receipt number': 'R-17' })
    assert.match(officer.page.text, /Payment of £120\.00 by card/)
    await officer.submit('Give a key', { 'Number of the key': 'seven' })
    assert.equal(officer.page.errors.length, 1)
    await officer.submit('Give a key', { 'Number of the key': '7' })
    assert.match(officer.page.text, /Key given/)
    assert.match(officer.page.text, /Number of the key: 7/)
    await officer.submit('Record the decision', { 'You are a member': true })
    await officer.submit('Close')
    assert.equal((await told(reference))?.status, 'closed')
    await officer.submit('Open again', { 'Why it is opened again': 'The key was lost' })
    assert.equal((await told(reference))?.status, 'looking')
  })

  test('downloads the list without a cell that a spreadsheet would run', async () => {
    await opened({ answers: { full_name: '=HYPERLINK("http://evil")' } })
    const officer = await app.browserOf('officer')
    const reply = await officer.send({ method: 'GET', url: '/staff/cases.csv?status=all' })
    assert.equal(reply.headers['content-type'], 'text/csv; charset=utf-8')
    assert.match(reply.body, /'=HYPERLINK/)
    assert.doesNotMatch(reply.body, /(^|,|")=HYPERLINK/m)
  })

  test('finds people by how their name begins', async () => {
    await opened({ answers: { full_name: 'Zebedee Backhand' } })
    const officer = await app.browserOf('officer')
    await officer.get('/staff/cases')
    await officer.submit('Show', { 'Find (Reference, or how a name begins)': 'zebed' })
    assert.match(officer.page.text, /Zebedee Backhand/)
    assert.doesNotMatch(officer.page.body, /href="[^"]*zebed/i)
    assert.doesNotMatch(officer.page.text, /Ada Player/)
  })

  test('is marked late when the time is over, and the person is told', async () => {
    const { reference, caseId } = await opened()
    app.setClock('2026-11-10T10:00:00.000Z')
    await app.runTask('cases.clocks')
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/cases/${caseId}`)
    assert.match(officer.page.text, /Time ran out: Answer within five working days/)
    await officer.get('/staff/cases?flag=late&status=all')
    assert.match(officer.page.text, new RegExp(`${reference.slice(0, 3)}-`))
    assert.match(JSON.stringify(await told(reference)), /longer than we promised/)
    await app.runTask('cases.clocks')
    const fired = await app.test.asOwner('select from log.fact where stream = $1 and kind = $2', [`case/${caseId}`, 'clock-fired'])
    assert.equal(fired.length, 1)
    app.setClock('2026-11-03T10:00:00.000Z')
  })

  test('works in Welsh, and the resident reads Welsh', async () => {
    const sent = submission({ lang: 'cy' })
    const result = await openCase(app.south, sent)
    assert.ok('reference' in result)
    const officer = await app.browserOf('officer', southHost)
    assert.equal((await officer.get('/cy/staff/cases')).heading, 'Achosion')
    await officer.get(`/cy/staff/cases/${sent.caseId}`)
    await officer.submit('Cofnodi’r penderfyniad', { 'Rydych yn aelod': true, Rheswm: 'Croeso.\nDewch yn fuan.' })
    assert.match(officer.page.text, /Penderfynwyd: Rydych yn aelod/)
    const mine = await caseForResident(app.south, { reference: result.reference, proof: { person: sent.person }, lang: 'cy' })
    assert.equal(mine?.statusWords, 'Wedi’i benderfynu')
    assert.deepEqual(mine?.decision?.reasons, ['Mae croeso i bawb sy’n bump oed neu’n hŷn.'])
  })
})

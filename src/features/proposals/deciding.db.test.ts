import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messagesTo } from '#features/messages/index.ts'
import { publishedService } from '#features/services/index.ts'
import { decideAs, edit, prepareDecision, rewording, startSuggestions, suggest, weigh } from '#test/kit/suggestions.ts'

const app = await startSuggestions()
const staff = (id: string, rest = '') => `/staff/suggestions/${id}${rest}`
let count = 0
/** A suggestion nobody has made before, signed in or not. */
async function suggested(person?: string): Promise<string> {
  count += 1
  return await suggest(person === undefined ? app.browser() : await app.browserOf(person), `Thought number ${count} about plots.`)
}

describe('an exact change', () => {
  test('is made one typed edit at a time, and says in words what would change', async () => {
    const id = await suggested()
    const officer = await app.browserOf('officer')
    await edit(officer, id, rewording())
    assert.match(officer.page.url, /done=kept$/)
    assert.match(officer.page.text, /How big a plot would you like\?/)
    assert.match(officer.page.text, /Open for backing/)
  })

  test('is worked out by whoever suggested it too, guided, and by nobody else from outside', async () => {
    const id = await suggested('resident')
    const resident = await app.browserOf('resident')
    await edit(resident, id, rewording())
    assert.match(resident.page.url, /done=kept$/)
    const stranger = await app.browserOf('partner')
    await stranger.get(`/suggestions/${id}/change`)
    assert.equal(stranger.page.status, 403)
  })

  test('that would not hold together is refused in plain words, and nothing is kept', async () => {
    const id = await suggested()
    const officer = await app.browserOf('officer')
    await officer.get(`/suggestions/${id}/change/drop-question?part=size`)
    await officer.submit('See what it would do')
    assert.match(officer.page.errors.join(), /still read|needs it|“/)
    await officer.get(`/suggestions/${id}`)
    assert.match(officer.page.text, /has not been worked out yet/)
  })

  test('of words in one language only is refused', async () => {
    const id = await suggested()
    const officer = await app.browserOf('officer')
    await officer.get(`/suggestions/${id}/change/reword?part=questions.size.label`)
    await officer.submit('See what it would do', { 'to-en': 'How big?', 'to-cy': '' })
    assert.match(officer.page.errors.join(), /every language/)
  })

  test('kept from an old page is refused when somebody was faster', async () => {
    const id = await suggested()
    const [one, other] = [await app.browserOf('officer'), await app.browserOf('second')]
    for (const browser of [one, other]) {
      await browser.get(`/suggestions/${id}/change/${rewording().at}`)
      await browser.submit('See what it would do', rewording().filling)
    }
    await one.submit('Keep this change')
    await other.submit('Keep this change', { 'to-en': 'Which plot?', 'to-cy': 'Pa blot?' })
    assert.match(other.page.errors.join(), /Somebody else has changed it/)
  })
})

describe('a decision', () => {
  test('needs both of the two, after each has weighed the effects; then it is in place, and people are told', async () => {
    const id = await suggest(await app.browserOf('resident'), 'The sizes say nothing to me.')
    await prepareDecision(app, id)
    const backer = await app.browserOf('partner')
    await backer.get(`/suggestions/${id}`)
    await backer.submit('Back this')
    const started = app.browser()
    await started.get('/services/allotment/apply')
    await started.submit('Continue', { size: 'large' })
    const first = await decideAs(app, id, { person: 'councillor', verdict: 'approved' })
    assert.match(first.page.text, /Your decision is recorded/)
    await first.get(`/suggestions/${id}`)
    assert.match(first.page.text, /Open for backing/, 'one of the two is not enough')
    await decideAs(app, id, { person: 'director', verdict: 'approved' })
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /In place/)
    await anybody.get('/services/allotment/apply')
    assert.equal(anybody.page.heading, `How big a plot would you like? (${id})`)
    await started.get('/services/allotment/apply/size')
    assert.equal(started.page.heading, 'Which size of plot would you like?', 'people midway keep the questions they began with')
    await app.runTask('proposals.tell')
    for (const person of ['resident', 'partner']) {
      const mail = await app.north.store.transaction((tx) => messagesTo(tx, `${person}@north.example`))
      assert.ok(
        mail.some(({ subject }) => subject === 'The change is in place'),
        `${person} is told`,
      )
    }
  })

  test('stands in the public register with who decided, under which power, on what evidence', async () => {
    const anybody = app.browser()
    await anybody.get('/decisions')
    for (const said of ['Councillor A', 'Director B', 'Because it is clearer.', '1 backed it', 'scheme of delegation']) {
      assert.ok(anybody.page.text.includes(said), `${said} in ${anybody.page.text}`)
    }
    await anybody.get('/decisions.csv')
    assert.match(anybody.page.body, /Councillor A: Approved\. Because it is clearer\./)
    await anybody.get('/decisions.json')
    const [decision] = Object(anybody.page.json)
    assert.equal(decision.result, 'released')
    assert.equal(JSON.stringify(decision).includes('"by"'), false, 'no ids of people')
  })

  test('is not taken without what was weighed, reasons, and a word on interests', async () => {
    const id = await suggested()
    await prepareDecision(app, id)
    const councillor = await app.browserOf('councillor')
    await councillor.get(staff(id, '/decide'))
    assert.ok(!councillor.page.text.includes('Do you approve this change?'), 'first comes what was weighed')
    await councillor.submit('Record what I weighed', { 'regard-equality': ' ' })
    assert.match(councillor.page.errors.join(), /what you weighed about equality/)
    const weighed = await weigh(app, id, 'councillor')
    await weighed.submit('Record my decision', { reasons: 'Good.', 'no-interest': 'yes' })
    assert.match(weighed.page.errors.join(), /whether you approve/)
    await weighed.get(staff(id, '/decide'))
    await weighed.submit('Record my decision', { verdict: 'approved', reasons: 'Good.' })
    assert.match(weighed.page.errors.join(), /no interest/)
    await weighed.submit('Record my decision', { verdict: 'approved', reasons: '', 'no-interest': 'yes' })
    assert.match(weighed.page.errors.join(), /Write the reasons/)
  })

  test('refused by one of them is refused, with the reasons told; the other’s approval is shown as dissent', async () => {
    const id = await suggested('resident')
    await prepareDecision(app, id)
    await decideAs(app, id, { person: 'director', verdict: 'approved' })
    await decideAs(app, id, { person: 'councillor', verdict: 'refused' })
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /Not put in place/)
    assert.match(anybody.page.text, /Because it is not clearer\./)
    await anybody.get('/decisions')
    assert.match(anybody.page.text, /They did not agree/)
    const mail = await app.north.store.transaction((tx) => messagesTo(tx, 'resident@north.example'))
    assert.ok(mail.some(({ subject }) => subject === 'The change will not be put in place'))
  })

  test('is closed to whoever suggested it, worked it out, backs it, or is none of the two', async () => {
    const own = await suggested('councillor')
    await prepareDecision(app, own)
    const councillor = await app.browserOf('councillor')
    await councillor.get(staff(own, '/decide'))
    assert.match(councillor.page.text, /You suggested or worked out this change/)
    const backed = await suggested()
    await prepareDecision(app, backed)
    await councillor.get(`/suggestions/${backed}`)
    await councillor.submit('Back this')
    await councillor.get(staff(backed, '/decide'))
    assert.match(councillor.page.text, /You have backed this change/)
    const officer = await app.browserOf('officer')
    await officer.get(staff(backed, '/decide'))
    assert.equal(officer.page.status, 403)
    const posted = await officer.post(staff(backed, '/decide'), { verdict: 'approved', reasons: 'Me too', 'no-interest': 'yes' })
    assert.equal(posted.status, 403)
  })

  test('is closed to whoever declares an interest, and public that they did', async () => {
    const id = await suggested()
    await prepareDecision(app, id)
    const director = await app.browserOf('director')
    await director.get(staff(id, '/decide'))
    await director.submit('Declare it and step aside', { interest: 'My sister rents a plot.' })
    await director.get(staff(id, '/decide'))
    assert.match(director.page.text, /An interest has been declared/)
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /declared an interest and takes no part/)
    assert.doesNotMatch(anybody.page.text, /My sister/, 'whose it is stays with the monitoring officer')
  })

  test('is not taken from a page that showed another wording, nor is what was weighed', async () => {
    const id = await suggest(await app.browserOf('resident'), 'Ask it in larger words, please.')
    await prepareDecision(app, id)
    const councillor = await app.browserOf('councillor')
    await councillor.get(`/staff/suggestions/${id}/decide`)
    const officer = await app.browserOf('officer')
    await edit(officer, id, rewording('Which plot would you like, in large words?'))
    const regard = { 'regard-equality': 'Larger words help.', 'regard-language': 'Both say the same.' }
    await councillor.submit('Record what I weighed', regard)
    assert.match(councillor.page.errors.join(), /changed it meanwhile/)
    assert.match(councillor.page.text, /Which plot would you like, in large words\?/)
    await councillor.submit('Record what I weighed', regard)
    await councillor.get(`/staff/suggestions/${id}/decide`)
    await councillor.post(`/staff/suggestions/${id}/decide`, { verdict: 'refused', reasons: 'No.', 'no-interest': 'yes', seen: 'another' })
    assert.match(councillor.page.errors.join(), /changed it meanwhile/)
  })

  test('is void when the wording changes: nobody has approved the new one', async () => {
    const id = await suggested()
    await prepareDecision(app, id)
    await decideAs(app, id, { person: 'councillor', verdict: 'approved' })
    await edit(await app.browserOf('officer'), id, rewording('Small or large?'))
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.ok(!anybody.page.texts('h2').includes('The decision'))
    const director = await weigh(app, id, 'director')
    assert.match(director.page.text, /Something still stands before a decision/, 'the trial was of the wording before')
  })

  test('waits until the change is fitted to the service, when that has changed meanwhile; backings stay, approvals do not', async () => {
    const id = await suggested()
    const officer = await app.browserOf('officer')
    await edit(officer, id, { at: 'set-constant?part=small_rent', filling: { to: '41.00' } })
    await officer.get(staff(id))
    await officer.submit('Try it')
    const backer = await app.browserOf('resident')
    await backer.get(`/suggestions/${id}`)
    await backer.submit('Back this')
    await decideAs(app, id, { person: 'councillor', verdict: 'approved' })
    const other = await suggested()
    const before = (await publishedService(app.north, 'allotment'))?.version
    await edit(officer, other, { at: 'set-constant?part=large_rent', filling: { to: '76.00' } })
    await officer.get(staff(other))
    await officer.submit('Try it')
    for (const person of ['councillor', 'director'] as const) await decideAs(app, other, { person, verdict: 'approved' })
    assert.notEqual((await publishedService(app.north, 'allotment'))?.version, before)
    const late = await weigh(app, id, 'director')
    assert.match(late.page.text, /The service has changed since this was worked out/)
    await officer.get(staff(id))
    await officer.submit('Fit it to the service as it is now')
    assert.match(officer.page.text, /It is fitted to the service as it is now/)
    await officer.get(`/suggestions/${id}`)
    assert.match(officer.page.text, /1 person backs exactly this/)
    assert.ok(!officer.page.texts('h2').includes('The decision'), 'approvals are of one version')
    await officer.get(staff(id))
    await officer.submit('Try it')
    for (const person of ['councillor', 'director'] as const) await decideAs(app, id, { person, verdict: 'approved' })
    const published = await publishedService(app.north, 'allotment')
    assert.equal(published?.definition.service.constants['small_rent']?.is, '41.00')
    assert.equal(published?.definition.service.constants['large_rent']?.is, '76.00', 'the other change is still there')
  })

  test('before there is an exact change is an officer’s to refuse, with reasons', async () => {
    const id = await suggested('resident')
    const officer = await app.browserOf('officer')
    await officer.get(staff(id))
    await officer.submit('Publish the reasons and close it', { reasons: '' })
    assert.match(officer.page.errors.join(), /Write the reasons/)
    await officer.submit('Publish the reasons and close it', { reasons: 'The plots are numbered on the map.' })
    await officer.get(`/suggestions/${id}`)
    assert.match(officer.page.text, /The plots are numbered on the map\./)
  })
})

describe('effects on people', () => {
  test('are described for everybody to read before anybody decides, with hours and money', async () => {
    const id = await suggested()
    await prepareDecision(app, id)
    const officer = await app.browserOf('officer')
    await officer.get(staff(id))
    await officer.submit('Keep', {
      'way-equality': 'better',
      'effect-equality-en': 'People who read slowly understand it.',
      hours: '-120',
      pounds: '-3,000',
    })
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    for (const said of [
      'Better',
      'People who read slowly understand it.',
      'About 120 staff hours less a year',
      'About £3,000 less a year',
    ]) {
      assert.ok(anybody.page.text.includes(said), said)
    }
    await officer.get(staff(id))
    await officer.submit('Keep', { hours: 'many' })
    assert.match(officer.page.errors.join(), /whole numbers/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messagesTo } from '#features/messages/index.ts'
import { startSuggestions, suggest } from '#test/kit/suggestions.ts'
import { listProposals } from './commands/read.ts'

const app = await startSuggestions()
const everyState = ['suggested', 'changed', 'approved', 'released', 'refused', 'withdrawn']
const figures = async () => (await listProposals(app.north, { states: everyState })).proposals.map(({ id }) => id)

async function hide(id: string, person = 'officer') {
  const officer = await app.browserOf(person)
  await officer.get(`/staff/suggestions/${id}`)
  await officer.submit('Hide it', { rule: 'abuse', note: 'Calls a neighbour names.' })
  return officer
}

describe('a hidden suggestion', () => {
  test('is read by nobody but its author, with the rule it broke; every list is as if it had never been', async () => {
    await suggest(app.browser(), 'Let people share a plot.')
    const before = await figures()
    const id = await suggest(await app.browserOf('resident'), 'My neighbour is an absolute shower.')
    const officer = await hide(id)
    assert.match(officer.page.text, /It is hidden, and the author has been told/)
    assert.deepEqual(await figures(), before)
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /This suggestion is hidden.*must not insult/)
    assert.doesNotMatch(anybody.page.body, /absolute shower|Calls a neighbour/)
    await anybody.get('/suggestions?show=all')
    assert.doesNotMatch(anybody.page.body, /absolute shower/)
    const author = await app.browserOf('resident')
    await author.get(`/suggestions/${id}`)
    assert.match(author.page.text, /absolute shower/)
    assert.match(author.page.text, /Calls a neighbour names\./)
    const mail = await app.north.store.transaction((tx) => messagesTo(tx, 'resident@north.example'))
    assert.ok(mail.some(({ subject, body }) => subject === 'Your suggestion has been hidden' && body.includes(id)))
  })

  test('is looked at again when its author asks, by somebody other than whoever hid it', async () => {
    const id = await suggest(await app.browserOf('resident'), 'Some people here never share the tap.')
    const officer = await hide(id)
    const author = await app.browserOf('resident')
    await author.get(`/suggestions/${id}`)
    await author.submit('Ask', { text: 'I named nobody.' })
    assert.match(author.page.text, /Somebody else will look at it again/)
    await officer.get('/staff/suggestions')
    assert.match(officer.page.text, /Asked to be looked at again/)
    await officer.get(`/staff/suggestions/${id}`)
    assert.match(officer.page.text, /You hid it, so somebody else has to look at it/)
    await officer.post(`/staff/suggestions/${id}/judge`, { shown: 'yes' })
    const second = await app.browserOf('second')
    await second.get(`/suggestions/${id}`)
    assert.match(second.page.text, /is hidden/, 'whoever hid it cannot hear the appeal')
    await second.get(`/staff/suggestions/${id}`)
    assert.match(second.page.text, /I named nobody\./)
    await second.submit('Show it again', { note: 'Nobody can be recognised.' })
    const anybody = app.browser()
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /never share the tap/)
  })

  test('stays in the public log, with the rule and what became of it and without its words', async () => {
    const anybody = app.browser()
    await anybody.get('/moderation')
    assert.match(anybody.page.text, /It must not insult, threaten or harass anybody\./)
    assert.match(anybody.page.text, /Shown again/)
    assert.doesNotMatch(anybody.page.body, /shower|the tap|named nobody/)
  })

  test('cannot be appealed by anybody else, nor twice', async () => {
    const id = await suggest(await app.browserOf('resident'), 'The gate is too heavy for some of them.')
    await hide(id)
    const stranger = await app.browserOf('partner')
    await stranger.get(`/suggestions/${id}`)
    assert.ok(!stranger.page.text.includes('Ask for it to be looked at again'))
    assert.equal((await stranger.post(`/suggestions/${id}/appeal`, { text: 'Please' })).status, 403)
    const author = await app.browserOf('resident')
    await author.get(`/suggestions/${id}`)
    await author.submit('Ask', { text: 'Because it is true.' })
    assert.ok(!author.page.texts('button').includes('Ask'))
  })

  test('cannot be hidden without naming a rule, nor by somebody who may not', async () => {
    const id = await suggest(app.browser(), 'Open the gate at seven.')
    const officer = await app.browserOf('officer')
    await officer.get(`/staff/suggestions/${id}`)
    await officer.submit('Hide it')
    assert.match(officer.page.errors.join(), /which rule it breaks/)
    const councillor = await app.browserOf('councillor')
    await councillor.get(`/staff/suggestions/${id}`)
    assert.ok(!councillor.page.texts('button').includes('Hide it'))
    assert.equal((await councillor.post(`/staff/suggestions/${id}/hide`, { rule: 'abuse' })).status, 403)
  })
})

describe('whoever suggested something', () => {
  test('takes it back; nobody else does', async () => {
    const id = await suggest(await app.browserOf('resident'), 'Put a bench under the tree.')
    const stranger = await app.browserOf('partner')
    await stranger.get(`/suggestions/${id}`)
    assert.equal((await stranger.post(`/suggestions/${id}/withdraw`)).status, 403)
    const author = await app.browserOf('resident')
    await author.get(`/suggestions/${id}`)
    await author.submit('Take my suggestion back')
    assert.match(author.page.text, /Taken back/)
  })

  test('who left an address is the author once they have shown that it is theirs', async () => {
    const id = await suggest(app.browser(), 'Mend the water tank.', { email: 'resident@north.example' })
    const author = await app.browserOf('resident')
    await author.get(`/suggestions/${id}`)
    assert.ok(author.page.texts('button').includes('Take my suggestion back'))
  })
})

describe('an overdue answer', () => {
  test('is public: in a list of its own, and on the page of the suggestion', async () => {
    const id = await suggest(app.browser(), 'Answer this one late.')
    app.setClock('2027-01-10T10:00:00.000Z')
    const anybody = app.browser()
    await anybody.get('/suggestions?show=overdue')
    assert.match(anybody.page.text, /Answer this one late/)
    assert.match(anybody.page.text, /The council has not answered these in time/)
    await anybody.get(`/suggestions/${id}`)
    assert.match(anybody.page.text, /The council owed an answer by 21 December 2026 and has not given it/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type KeptMessage, messagesTo } from '#features/messages/index.ts'
import { southHost } from '#test/kit/app.ts'
import { startAllotments } from '#test/kit/allotment.ts'
import { dailyLimits } from './domain/index.ts'
import { proposals } from './feature.ts'

const app = await startAllotments([proposals])
const root = '/services/allotment'

/** What was sent to an address, oldest first. */
function sentTo(address: string): Promise<readonly KeptMessage[]> {
  return app.south.store.transaction((tx) => messagesTo(tx, address))
}

describe('suggesting a change', () => {
  test('begins on the very page, names the question, and is published in the writer’s words', async () => {
    const ada = app.browser()
    await ada.get(`${root}/apply`)
    await ada.click('Suggest a change to this question')
    assert.match(ada.page.text, /Which size of plot would you like\?/)
    await ada.submit('Publish', { text: 'I could not tell how large <b>large</b> is.' })
    assert.match(ada.page.heading, /A suggestion about “Which size of plot would you like\?”/)
    assert.match(ada.page.text, /Thank you. Your suggestion is published./)
    assert.match(ada.page.text, /I could not tell how large <b>large<\/b> is\./)
    assert.doesNotMatch(ada.page.body, /<b>large/)
    assert.match(ada.page.text, /by 21 December 2026/)
    const everybody = app.browser()
    await everybody.get('/suggestions')
    assert.match(everybody.page.text, /1 suggested change/)
    assert.match(everybody.page.text, /I could not tell how large/)
  })

  test('in Welsh is kept in Welsh, and its writer is told in Welsh at the address they left', async () => {
    const megan = app.browser(southHost)
    await megan.get('/cy/services/allotment/suggest?page=born')
    await megan.submit('Cyhoeddi', { text: 'Gofynnwch am y flwyddyn yn unig.', email: 'Megan@Example.org' })
    assert.match(megan.page.text, /Diolch. Mae eich awgrym wedi’i gyhoeddi./)
    assert.match(megan.page.body, /<blockquote class="suggested-words" lang="cy">/)
    const [mail] = await sentTo('megan@example.org')
    assert.equal(mail?.lang, 'cy')
    assert.match(mail?.subject ?? '', /Rydym wedi cael eich awgrym/)
    assert.match(mail?.body ?? '', /\/cy\/suggestions\//)
  })

  test('never keeps the words or the address in the clear', async () => {
    const rows = await app.test.asOwner<{
      all: string
    }>(`select string_agg(f::text, '') || (select string_agg(p::text, '') from proposals.proposal p) as all
      from log.fact f where stream like 'proposal/%'`)
    assert.doesNotMatch(rows[0]?.all ?? '', /Gofynnwch|large|example\.org/i)
  })
})

describe('before a suggestion is published', () => {
  test('personal details are shown to the writer, who takes them out or says that they are meant', async () => {
    const ada = app.browser()
    await ada.get(`${root}/suggest`)
    const text = 'Ring Bob on 01632 960123 or bob@example.org, AB1 2EF, QQ 12 34 56 C'
    await ada.submit('Publish', { text })
    assert.match(ada.page.text, /Is this meant for everybody\?/)
    for (const found of ['01632 960123 (a telephone number)', 'bob@example.org (an email address)', 'AB1 2EF (a postcode)']) {
      assert.ok(ada.page.text.includes(found), `${found} in ${ada.page.text}`)
    }
    const [box] = ada.page.all('input').filter(({ attrs }) => attrs.some(({ name, value }) => name === 'name' && value === 'warned'))
    const warned = box?.attrs.find(({ name }) => name === 'value')?.value ?? ''
    await ada.submit('Publish', { text: `${text} and Eve on 01632 960999`, warned })
    assert.match(ada.page.text, /01632 960999 \(a telephone number\)/, 'a yes to one text is none to another')
    await ada.submit('Publish', { text, warned })
    assert.match(ada.page.text, /Your suggestion is published/)
  })

  for (const [name, text, fault] of [
    ['nothing', '  ', 'Write what should be different'],
    ['a web address', 'See https://spam.example/offer', 'Take the web address out'],
    ['capitals alone', 'THIS QUESTION IS SO VERY HARD TO UNDERSTAND FOR ANYBODY AT ALL', 'Write it in small letters'],
    ['the same over and over', 'spam '.repeat(30), 'the same thing is repeated too often'],
    ['more than can be read', 'ab '.repeat(1500), 'at most 2,000'],
  ] as const) {
    test(`${name} is refused, with words that say why`, async () => {
      const ada = app.browser()
      await ada.get(`${root}/suggest`)
      await ada.submit('Publish', { text })
      assert.ok(ada.page.errors.join().includes(fault), ada.page.errors.join())
      assert.match(ada.page.title, /^Error: /)
    })
  }

  test('what somebody has said already is not said again, and the first is named', async () => {
    const ada = app.browser()
    await ada.get(`${root}/suggest`)
    await ada.submit('Publish', { text: 'Ask for the shed first.' })
    const first = ada.page.url.replace('?done=suggested', '')
    const bob = app.browser()
    await bob.get(`${root}/suggest`)
    await bob.submit('Publish', { text: ' ask for the SHED, first!! ' })
    assert.match(bob.page.errors.join(), /suggested already/)
    await bob.click('Read the suggestion that is there')
    assert.equal(bob.page.url, first)
  })

  test('nobody makes more than so many in a day, and who tried is not kept', async () => {
    const ada = app.browser()
    for (let count = 0; count < dailyLimits.person; count += 1) {
      await ada.get(`${root}/suggest`)
      await ada.submit('Publish', { text: `Thought number ${count} about it.` })
      assert.match(ada.page.text, /published/)
    }
    await ada.get(`${root}/suggest`)
    await ada.submit('Publish', { text: 'One more thought.' })
    assert.match(ada.page.errors.join(), /as many suggestions as one person can/)
    app.setClock('2026-11-24T10:00:00.000Z')
    await ada.get(`${root}/suggest`)
    await ada.submit('Publish', { text: 'One more thought.' })
    assert.match(ada.page.text, /published/)
    const days = await app.test.asOwner("select distinct day from proposals.counter where council_id = 'north'")
    assert.equal(days.length, 1, 'the counters of the day before are gone')
  })
})

describe('somebody with many sessions', () => {
  const send = async (browser: ReturnType<typeof app.browser>, text: string, email = '') => {
    await browser.get(`${root}/suggest`)
    await browser.submit('Publish', { text, email })
    return browser.page
  }

  test('has no more letters sent to one address in a day than one person', async () => {
    app.setClock('2026-12-01T10:00:00.000Z')
    for (let count = 0; count < dailyLimits.person; count += 1) await send(app.browser(), `Letter ${count}.`, 'victim@example.org')
    assert.match((await send(app.browser(), 'One letter more.', 'Victim@example.org')).errors.join(), /as many suggestions/)
  })

  test('fills up a day for visitors, and for nobody who is signed in', async () => {
    app.setClock('2026-12-02T10:00:00.000Z')
    for (let count = 0; count < dailyLimits.service; count += 1) await send(app.browser(), `Noise number ${count}.`)
    assert.notDeepEqual((await send(app.browser(), 'One more.')).errors, [])
    assert.match((await send(await app.browserOf('resident'), 'Something that matters.')).text, /published/)
  })
})

describe('what does not exist', () => {
  test('is not found: a service, a suggestion, one of another council', async () => {
    const ada = app.browser()
    await ada.get('/services/no-such/suggest')
    assert.equal(ada.page.status, 404)
    await ada.get('/suggestions/01a20000-0000-7000-8000-000000000000')
    assert.equal(ada.page.status, 404)
    await ada.get('/suggestions/not-an-id')
    assert.equal(ada.page.status, 404)
    await ada.get('/suggestions')
    const href = ada.page
      .all('a')
      .flatMap(({ attrs }) => attrs.filter(({ name, value }) => name === 'href' && /\/suggestions\/0/.test(value)))[0]
    assert.ok(href)
    const elsewhere = app.browser(southHost)
    await elsewhere.get(href.value)
    assert.equal(elsewhere.page.status, 404)
  })

  test('a filter that makes no sense shows everything open', async () => {
    const ada = app.browser()
    await ada.get('/suggestions?service=<script>&show=zzz&from=-4')
    assert.equal(ada.page.status, 200)
    assert.doesNotMatch(ada.page.body, /<script>&/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messagesTo } from '#features/messages/index.ts'
import { southHost } from '#test/kit/app.ts'
import { fillIn, startAllotments } from '#test/kit/allotment.ts'

const app = await startAllotments()
const root = '/services/allotment'

/** The path of the link in the newest message to this address. */
async function linkTo(address: string): Promise<string> {
  const sent = await Promise.all([app.north, app.south].map(({ store }) => store.transaction((tx) => messagesTo(tx, address))))
  const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(sent.flat().at(-1)?.body ?? '')?.[1]
  assert.ok(link, `no link was sent to ${address}`)
  return link
}

describe('saving for later', () => {
  test('sends a link with which another device goes on, and the first no longer has the answers', async () => {
    const [desk, phone] = [app.browser(), app.browser()]
    await fillIn(desk)
    await desk.click('Save and come back later')
    await desk.submit('Email me a link', { email: 'nobody' })
    assert.match(desk.page.title, /^Error: /)
    await desk.submit('Email me a link', { email: 'ada@example.org' })
    assert.equal(desk.page.heading, 'We are sending you a link')
    const link = await linkTo('ada@example.org')
    await phone.get(link)
    assert.equal(phone.page.heading, 'Go on with your application')
    assert.equal((await desk.get(`${root}/apply/check`)).heading, 'Check your answers', 'opening the link alone changes nothing')
    await phone.submit('Go on')
    assert.equal(phone.page.url, `${root}/apply/check`)
    assert.equal(phone.page.summary().get('Email'), 'ada@example.org')
    assert.equal((await desk.get(`${root}/apply/check`)).heading, 'We have no answers from you here')
    await phone.submit('Send')
    assert.equal((await app.browser().get(link)).status, 410, 'once sent, the link is dead')
  })

  test('a newer link replaces the one before', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/save`)
    await ada.submit('Email me a link', { email: 'first@example.org' })
    await ada.get(`${root}/save`)
    await ada.submit('Email me a link', { email: 'second@example.org' })
    assert.equal((await app.browser().get(await linkTo('first@example.org'))).status, 410)
    assert.equal((await app.browser().get(await linkTo('second@example.org'))).status, 200)
  })

  test('is in the language of the person', async () => {
    const megan = app.browser(southHost)
    await fillIn(megan, `/cy${root}`)
    await megan.click('Cadw a dod yn ôl yn nes ymlaen')
    await megan.submit('E-bostio dolen ataf', { email: 'megan@example.org' })
    assert.match(await linkTo('megan@example.org'), /^\/cy\/return\//)
  })

  test('a made-up link leads nowhere, and keeps no secret of ours in the clear', async () => {
    assert.equal((await app.browser().get('/return/made-up')).status, 410)
    const link = await linkTo('second@example.org')
    const rows = await app.test.asOwner('select secret_hash from journeys.return_link')
    assert.ok(!JSON.stringify(rows).includes(link.split('/').at(-1) ?? ''))
  })
})

describe('equality questions', () => {
  test('are optional, come after sending, and are kept with nothing that leads to the person', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/equality`)
    assert.equal(ada.page.heading, 'We have no answers from you here')
    await ada.get(`${root}/apply/check`)
    await ada.submit('Send')
    await ada.click('Answer some questions about you, if you like')
    await ada.submit('Send these answers', { age_band: 'from_25_to_44', sex: 'tampered' })
    assert.match(ada.page.text, /only ever added up/)
    const rows = await app.test.asOwner('select * from journeys.equality_answer')
    assert.equal(rows.length, 1)
    const { council_id, service_id, month, answers, ...rest } = rows[0] ?? {}
    assert.deepEqual([council_id, service_id, answers], ['north', 'allotment', { age_band: 'from_25_to_44' }])
    assert.ok(month)
    assert.deepEqual(Object.keys(rest).sort(), ['id', 'version'])
    await ada.get(`${root}/equality`)
    assert.equal(ada.page.url, `${root}/sent`)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Browser, southHost } from '#test/kit/app.ts'
import { fillIn, startAllotments } from '#test/kit/allotment.ts'

const app = await startAllotments()

async function sent(host?: string, root = '/services/allotment'): Promise<{ browser: Browser; reference: string }> {
  const browser = app.browser(host)
  await fillIn(browser, root)
  await browser.submit(root.startsWith('/cy') ? 'Anfon' : 'Send')
  const reference = browser.page.texts('span').find((text) => /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/.test(text))
  assert.ok(reference, browser.page.text)
  return { browser, reference }
}

describe('following an application', () => {
  test('needs the reference, however it is typed, and an email address that was given', async () => {
    const { reference } = await sent()
    const ada = app.browser()
    await ada.get('/track')
    await ada.submit('Find it')
    assert.equal(ada.page.errors.length, 2)
    await ada.submit('Find it', { Reference: reference, 'Email address or telephone number': 'somebody@else.example' })
    assert.match(ada.page.errors.join(), /found nothing/)
    await ada.submit('Find it', {
      Reference: reference.toLowerCase().replaceAll('-', ' '),
      'Email address or telephone number': 'ADA@example.org',
    })
    assert.equal(ada.page.heading, 'Rent an allotment')
    assert.equal(ada.page.summary().get('Reference'), reference)
    assert.match(ada.page.text, /Ada Grower/)
  })

  test('ends when they leave, and nobody else can open the address', async () => {
    const { reference } = await sent()
    const ada = app.browser()
    await ada.get(`/track?reference=${reference}`)
    assert.equal(ada.page.value('Reference'), reference)
    await ada.submit('Find it', { 'Email address or telephone number': 'ada@example.org' })
    const address = ada.page.url
    const stranger = app.browser()
    await stranger.get(address)
    assert.equal(stranger.page.url, '/track')
    await ada.submit('Stop looking at this')
    await ada.get(address)
    assert.equal(ada.page.url, '/track')
  })

  test('and whatever was begun ends with signing out, for whoever sits down next at the same computer', async () => {
    const { reference } = await sent()
    const shared = await app.browserOf('resident')
    await fillIn(shared)
    const begun = shared.page.url
    await shared.get(`/track?reference=${reference}`)
    await shared.submit('Find it', { 'Email address or telephone number': 'ada@example.org' })
    const address = shared.page.url
    await shared.post('/sign-out')
    await shared.get('/services')
    await shared.get(address)
    assert.equal(shared.page.url, '/track')
    await shared.get(begun)
    assert.ok(!shared.page.text.includes('Ada Grower'))
  })

  test('lasts an hour', async () => {
    const { reference } = await sent()
    const ada = app.browser()
    await ada.get(`/track?reference=${reference}`)
    await ada.submit('Find it', { 'Email address or telephone number': 'ada@example.org' })
    app.setClock('2026-11-23T11:00:01.000Z')
    await ada.get(`/track/${reference}`)
    assert.equal(ada.page.url, '/track')
    app.setClock('2026-11-23T10:00:00.000Z')
  })

  test('lets them take it back, after asking', async () => {
    const { reference } = await sent()
    const ada = app.browser()
    await ada.get(`/track?reference=${reference}`)
    await ada.submit('Find it', { 'Email address or telephone number': 'ada@example.org' })
    await ada.click('Take your application back')
    await ada.submit('Yes, take it back')
    assert.match(ada.page.text, /You have taken your application back/)
    assert.equal(ada.page.hasLink('Take your application back'), false)
  })

  test('is open to the signed-in person without more', async () => {
    const rhian = await app.browserOf('resident')
    await fillIn(rhian)
    await rhian.submit('Send')
    await rhian.get('/track')
    await rhian.click('Rent an allotment')
    assert.equal(rhian.page.heading, 'Rent an allotment')
  })

  test('speaks Welsh', async () => {
    const { reference } = await sent(southHost, '/cy/services/allotment')
    const megan = app.browser(southHost)
    await megan.get(`/cy/track?reference=${reference}`)
    await megan.submit('Dod o hyd iddo', { 'Cyfeiriad e-bost neu rif ffôn': 'ada@example.org' })
    assert.equal(megan.page.lang, 'cy')
    assert.equal(megan.page.heading, 'Rhentu rhandir')
    assert.match(megan.page.text, /Beth sydd wedi digwydd/)
  })
})

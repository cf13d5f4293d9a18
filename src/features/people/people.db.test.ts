import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messages } from '#features/messages/feature.ts'
import { messagesTo } from '#features/messages/index.ts'
import { startApp, southHost } from '#test/kit/app.ts'
import { people } from './feature.ts'

const features = [messages, people]
const app = await startApp({ features })
const real = await startApp({ features, demo: false })

describe('signing in', () => {
  test('as an example person leads an officer to their work and a resident to their account', async () => {
    assert.equal((await app.browser().signInAs('officer')).heading, 'Your work')
    assert.equal((await app.browser().signInAs('resident')).heading, 'Your account')
  })

  test('is asked of a visitor who opens a staff page, which then opens', async () => {
    const browser = app.browser()
    assert.equal((await browser.get('/staff/people')).heading, 'Sign in')
    assert.equal((await browser.submit('Sign in as Mo Manager')).heading, 'People and teams')
  })

  test('gives a fresh session and signing out ends it, also for whoever kept the cookie', async () => {
    const browser = await app.browserOf('officer')
    const secret = browser.cookies.get('folkmoot-session') ?? ''
    await browser.signInAs('officer')
    assert.notEqual(browser.cookies.get('folkmoot-session'), secret)
    const last = browser.cookies.get('folkmoot-session') ?? ''
    await browser.get('/staff')
    await browser.submit('Sign out')
    for (const stale of [secret, last]) {
      const page = await app.browser().send({ method: 'GET', url: '/staff', headers: { cookie: `folkmoot-session=${stale}` } })
      assert.equal(page.status, 303)
    }
  })

  test('ends an hour after the last use and twelve hours after it began', async () => {
    const browser = await app.browserOf('officer')
    for (let hour = 0; hour < 11; hour += 1) {
      app.setClock(new Date(Date.parse('2026-11-23T10:55:00Z') + hour * 3_500_000).toISOString())
      assert.equal((await browser.get('/staff')).heading, 'Your work')
    }
    app.setClock('2026-11-23T22:01:00.000Z')
    assert.equal((await browser.get('/staff')).heading, 'Sign in')
    const idle = await app.browserOf('officer')
    app.setClock('2026-11-23T23:02:00.000Z')
    assert.equal((await idle.get('/staff')).heading, 'Sign in')
    app.setClock('2026-11-23T10:00:00.000Z')
  })

  test('keeps only hashes of what a browser holds', async () => {
    const browser = await app.browserOf('officer')
    const rows = await app.test.asOwner<{ all: string }>('select s::text as all from people.session s')
    const secret = browser.cookies.get('folkmoot-session') ?? ''
    assert.ok(rows.length > 0 && secret.length === 43)
    assert.ok(rows.every((row) => !row.all.includes(secret)))
  })

  test('with a session of one council opens nothing at another', async () => {
    const browser = await app.browserOf('manager')
    const cookie = `folkmoot-session=${browser.cookies.get('folkmoot-session')}`
    const page = await app.browser(southHost).send({ method: 'GET', url: '/staff/people', headers: { cookie } })
    assert.equal(page.status, 303)
    assert.match(String(page.headers['location']), /^\/sign-in\?/)
  })

  test('as an example person is impossible outside a demonstration', async () => {
    const browser = real.browser()
    const page = await browser.get('/sign-in')
    assert.ok(!page.text.includes('Mo Manager'))
    assert.equal((await browser.post('/sign-in/example', { person: 'manager' })).status, 404)
    assert.deepEqual(await real.test.asOwner('select from people.actor'), [])
  })

  test('never leads to another site', async () => {
    for (const trap of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\tevil']) {
      const browser = app.browser()
      await browser.get(`/sign-in?return=${encodeURIComponent(trap)}`)
      assert.equal((await browser.submit('Sign in as Olga Officer')).url, '/staff', trap)
    }
  })
})

describe('signing in by email', () => {
  let asked = ''
  async function lastMail(): Promise<{ link: string; code: string; to: string }> {
    const mail = (await app.north.store.transaction((tx) => messagesTo(tx, asked))).at(-1)
    const body = mail?.body ?? ''
    return {
      link: /\/sign-in\/link\/[\w-]+/.exec(body)?.[0] ?? '',
      code: /\*\*(\d{6})\*\*/.exec(body)?.[1] ?? '',
      to: mail?.to ?? '',
    }
  }

  async function ask(email: string) {
    asked = email
    const browser = app.browser()
    await browser.get('/sign-in?return=/staff')
    const page = await browser.submit('Send me a link', { 'Email address': email })
    return { browser, page }
  }

  test('works once, in the browser that asked', async () => {
    const { browser, page } = await ask('Officer@north.example')
    assert.equal(page.heading, 'Check your email')
    const { link, to } = await lastMail()
    assert.equal(to, 'officer@north.example')
    await browser.get(link)
    assert.equal((await browser.submit('Continue to sign in')).heading, 'Your work')
    assert.equal((await browser.get(link)).status, 410)
  })

  test('opened elsewhere says so and signs nobody in; the code works where it was asked', async () => {
    const { browser } = await ask('officer@north.example')
    const { link, code } = await lastMail()
    const other = app.browser()
    await other.get('/sign-in')
    assert.match((await other.get(link)).heading, /another device/)
    await other.get('/sign-in')
    assert.equal((await other.post(link)).status, 410)
    assert.equal((await browser.submit('Sign in', { 'Code from the email': `${code.slice(0, 3)} ${code.slice(3)}` })).heading, 'Your work')
  })

  test('lets nobody guess the code', async () => {
    const { browser } = await ask('officer@north.example')
    const { code } = await lastMail()
    const wrong = code === '000000' ? '000001' : '000000'
    for (let count = 0; count < 5; count += 1) {
      assert.equal((await browser.submit('Sign in', { 'Code from the email': wrong })).errors.length, 1)
    }
    assert.equal((await browser.submit('Sign in', { 'Code from the email': code })).errors.length, 1)
  })

  test('sends one address no more than ten links an hour, whoever asks, and says so to nobody', async () => {
    const sent = async () => (await app.north.store.transaction((tx) => messagesTo(tx, 'busy@north.example'))).length
    for (let count = 0; count < 12; count += 1) assert.equal((await ask('busy@north.example')).page.heading, 'Check your email')
    assert.equal(await sent(), 10)
    app.setClock('2026-11-23T11:00:01.000Z')
    await ask('busy@north.example')
    assert.equal(await sent(), 11)
    app.setClock('2026-11-23T10:00:00.000Z')
  })

  test('says the same whether or not anybody has the address', async () => {
    const known = await ask('officer@north.example')
    const unknown = await ask('nobody-here@elsewhere.example')
    assert.equal(known.page.text, unknown.page.text)
    assert.equal(known.page.status, unknown.page.status)
  })

  test('stops working after fifteen minutes', async () => {
    const { browser } = await ask('officer@north.example')
    const { link } = await lastMail()
    app.setClock('2026-11-23T10:15:01.000Z')
    assert.equal((await browser.get(link)).status, 410)
    app.setClock('2026-11-23T10:00:00.000Z')
  })

  test('makes someone unknown a resident, who can say what they are called', async () => {
    const { browser } = await ask('new.person@elsewhere.example')
    const { link } = await lastMail()
    await browser.get(link)
    await browser.submit('Continue to sign in')
    await browser.get('/account')
    assert.equal(browser.page.value('Name'), 'new.person')
    await browser.submit('Save', { Name: 'Nia Person' })
    assert.equal(browser.page.value('Name'), 'Nia Person')
    assert.equal((await browser.get('/staff')).status, 403)
  })

  test('shows what is wrong with an address, and repeats it escaped', async () => {
    const { page } = await ask('"><script>alert(1)</script>')
    assert.equal(page.errors.length, 1)
    assert.ok(!page.body.includes('<script>alert'))
  })
})

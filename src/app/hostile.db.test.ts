import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { messagesTo } from '#features/messages/index.ts'
import type { Route } from '#http/route.ts'
import { type Browser, northHost, southHost, startApp } from '#test/kit/app.ts'
import { features } from './features.ts'

const packs = fileURLToPath(new URL('../../packs', import.meta.url))
const app = await startApp({ features, packFolders: [packs] })
const proxied = await startApp({ features, posts: 2, proxied: true })
const strict = await startApp({ features, tries: 3 })
const routes = features.flatMap(({ routes: own }) => own)
const marker = '<script>alert("reflected")</script>'

/** What somebody may put where an id, a word or a number is expected. */
const nastyParams = [
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%ff',
  encodeURIComponent(marker),
  '__proto__',
  '-1',
  "'%20or%201=1--",
  'a'.repeat(299),
  '%F0%9F%92%A9',
]
const nastyForms = [
  '',
  '&&&===',
  '_csrf=1&_csrf=2',
  `${'a'.repeat(150)}=${'b'.repeat(90_000)}`,
  '__proto__[x]=1&constructor.prototype=2',
  `name=${encodeURIComponent(marker)}`,
  'x=%00%ff%zz',
]

const addressesOf = ({ path }: Route) => nastyParams.map((nasty) => path.replace(/:[a-z]+/gi, nasty))

async function check(browser: Browser, request: Parameters<Browser['send']>[0]): Promise<void> {
  const page = await browser.send(request)
  const what = `${request.method} ${request.url.slice(0, 120)}`
  assert.ok(page.status < 500, `${what} answered ${page.status}`)
  assert.ok(!page.body.includes(marker), `${what} repeats what was sent`)
  assert.ok(!/\bat \S+ \(|node_modules|\bselect\b[^<>]*\bfrom\b/i.test(page.body), `${what} shows its insides`)
}

describe('hostile addresses and forms', () => {
  test('to every route, by a visitor and by a manager, meet no 500, no leak and nothing reflected', async () => {
    const manager = await app.browserOf('manager')
    await manager.get('/account')
    const token = /name="_csrf" value="([^"]+)"/.exec(manager.page.body)?.[1] ?? ''
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    for (const route of routes.filter(({ path }) => path !== '/sign-out')) {
      for (const url of addressesOf(route)) {
        const query = `?q=${encodeURIComponent(marker)}&q=2&page=-1&return=//x&%00=%ff`
        for (const browser of [app.browser(), manager])
          await check(browser, {
            method: route.method,
            url: `${url}${query}`,
            headers,
            body: route.method === 'GET' ? undefined : `_csrf=${token}`,
          })
      }
      if (route.method === 'GET') continue
      for (const body of nastyForms) {
        const url = route.path.replace(/:[a-z]+/gi, 'x')
        await check(app.browser(), { method: route.method, url, headers, body })
        await check(manager, { method: route.method, url, headers, body: `_csrf=${token}&${body}` })
      }
    }
  })

  test('of a kind nobody reads are refused', async () => {
    const post = (type: string, body: string) =>
      app.browser().send({ method: 'POST', url: '/sign-in', headers: { 'content-type': type }, body })
    assert.equal((await post('multipart/form-data; boundary=x', '--x--')).status, 415)
    assert.equal((await post('text/xml', '<x/>')).status, 415)
    assert.equal((await post('application/json', '{"email":"a@b.example"}')).status, 415)
    assert.equal((await post('application/json', '{')).status, 400)
    assert.equal((await post('application/x-www-form-urlencoded', 'a'.repeat(100_001))).status, 413)
    assert.equal((await post('nonsense', 'x')).status, 415)
  })
})

describe('a form', () => {
  test('from another site, without its token, or with somebody else’s, changes nothing', async () => {
    const browser = await app.browserOf('resident')
    await browser.get('/account')
    const token = /name="_csrf" value="([^"]+)"/.exec(browser.page.body)?.[1] ?? ''
    const other = app.browser()
    await other.get('/sign-in')
    const foreign = /name="_csrf" value="([^"]+)"/.exec(other.page.body)?.[1] ?? ''
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const post = (headers: Readonly<Record<string, string>>, body: string) =>
      browser.send({ method: 'POST', url: '/account', headers: { ...type, ...headers }, body: `name=Changed&${body}` })
    assert.equal((await post({}, '')).status, 403)
    assert.equal((await post({}, `_csrf=${foreign}`)).status, 403)
    assert.equal((await post({ 'sec-fetch-site': 'cross-site' }, `_csrf=${token}`)).status, 403)
    assert.equal((await post({ origin: 'https://evil.example' }, `_csrf=${token}`)).status, 403)
    await browser.get('/account')
    assert.equal(browser.page.value('Name'), 'Rhian Resident')
    assert.equal((await post({ 'sec-fetch-site': 'same-origin' }, `_csrf=${token}`)).status, 303)
  })
})

describe('guessing', () => {
  test('is stopped after some tries from one address, and goes on later', async () => {
    const browser = strict.browser()
    await browser.get('/sign-in')
    const ask = () => browser.post('/sign-in', { email: 'a@b.example' })
    for (let count = 0; count < 3; count += 1) assert.equal((await ask()).heading, 'Check your email')
    const stopped = await ask()
    assert.equal(stopped.status, 429)
    assert.equal(stopped.headers['retry-after'], '300')
    strict.setClock('2026-11-23T10:05:00.000Z')
    await browser.get('/sign-in')
    assert.equal((await ask()).status, 200)
  })
})

describe('posting', () => {
  const post = (to: typeof app, from: string) =>
    to.browser().send({ method: 'POST', url: '/sign-out', headers: { 'x-forwarded-for': `203.0.113.99, ${from}` }, body: undefined })

  test('too much from one address is stopped for it alone, when the proxy in front says who it is', async () => {
    const statuses = []
    for (const from of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2']) statuses.push((await post(proxied, from)).status)
    assert.deepEqual(statuses, [403, 403, 429, 403])
  })

  test('is not counted by what anybody can write into a header', async () => {
    for (let count = 0; count < 5; count += 1) assert.equal((await post(strict, '192.0.2.1')).status, 403)
  })
})

describe('every reply', () => {
  test('forbids scripts, frames and guessing of types, and personal pages are not kept', async () => {
    for (const url of ['/sign-in', '/nothing-here', '/staff']) {
      const { headers } = await app.browser().send({ method: 'GET', url })
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['cache-control'], 'no-store')
    }
  })

  test('for an unknown page is in the council’s name and language', async () => {
    const page = await app.browser(southHost).get('/cy/dim-byd')
    assert.equal(page.status, 404)
    assert.equal(page.lang, 'cy')
    assert.match(page.title, /Heb ddod o hyd i’r dudalen – Cyngor south/)
    assert.equal((await app.browser().get('/cy/sign-in')).status, 404, 'a council without Welsh has no Welsh pages')
  })

  test('to a host nobody serves names no council', async () => {
    const page = await app.browser('other.example').get('/sign-in')
    assert.equal(page.status, 421)
    assert.ok(!/north|south/i.test(page.body))
  })

  test('to a host whose name is written with its final dot is to the same host, and no link has the dot', async () => {
    for (const host of [`${southHost}.`, `${southHost.toUpperCase()}.:3000`]) {
      const page = await app.browser(host).get('/cy/sign-in')
      assert.equal(page.status, 200)
      assert.match(page.title, /Cyngor south/)
    }
    assert.equal((await app.browser(`${southHost}..`).get('/sign-in')).status, 421)
    const browser = app.browser(`${southHost}.`)
    await browser.get('/sign-in')
    await browser.submit('Send me a link', { 'Email address': 'dot@south.example' })
    const [mail] = await app.south.store.transaction((tx) => messagesTo(tx, 'dot@south.example'))
    assert.match(mail?.body ?? '', /http:\/\/cy\.localhost\/sign-in\/link/)
  })
})

describe('the language', () => {
  const asks = /Ym mha iaith/
  test('is not asked again of whoever goes on in Welsh, and then kept on addresses that name none', async () => {
    const browser = app.browser(southHost)
    assert.match((await browser.get('/sign-in')).text, asks)
    assert.doesNotMatch((await browser.get('/cy/sign-in')).text, asks)
    assert.match((await browser.get('/sign-in')).text, asks, 'looking at one page in Welsh keeps nothing')
    await browser.get('/cy/sign-in')
    await browser.post('/cy/sign-in', { email: 'nobody' })
    await browser.get('/sign-in')
    assert.equal(browser.page.url, '/cy/sign-in')
    assert.doesNotMatch(browser.page.text, asks)
  })

  test('somebody has chosen for themselves meets them when they sign in, on the page they were on with what it asked', async () => {
    const browser = await app.browserOf('resident', southHost)
    await browser.submit('Save', { Cymraeg: true })
    assert.equal(browser.page.url, '/cy/account')
    const elsewhere = await app.browserOf('resident', southHost)
    assert.equal(elsewhere.page.lang, 'cy')
    await elsewhere.get('/cy/services?q=a')
    assert.equal(new URL(elsewhere.page.href('English'), 'http://x').searchParams.get('return'), '/services?q=a')
  })

  test('is asked for at first contact, kept, and can be changed on any page', async () => {
    const browser = app.browser(southHost)
    assert.match((await browser.get('/')).heading, /Dewiswch eich iaith/)
    await browser.click('Cymraeg')
    assert.equal((await browser.get('/sign-in')).lang, 'cy')
    assert.equal(browser.page.url, '/cy/sign-in')
    await browser.click('English')
    assert.equal(browser.page.url, '/sign-in')
    assert.equal((await browser.get('/sign-in')).lang, 'en')
  })

  test('is not asked for by a council that has one', async () => {
    assert.equal((await app.browser().send({ method: 'GET', url: '/' })).status, 303)
  })
})

describe('bytes that are no request', () => {
  test('end the connection without a word about us, and the next request is answered', async () => {
    const url = new URL(await app.server.listen({ host: '127.0.0.1', port: 0 }))
    const header = `Host: ${northHost}\r\nConnection: close\r\n`
    const requests = [
      '\0\0\0\0\r\n\r\n',
      'GET\r\n\r\n',
      `GET /%zz HTTP/1.1\r\n${header}\r\n`,
      `GET /../../etc/passwd HTTP/1.1\r\n${header}\r\n`,
      `GET //evil.example/ HTTP/1.1\r\n${header}\r\n`,
      `TRACE / HTTP/1.1\r\n${header}\r\n`,
      `CONNECT x:1 HTTP/1.1\r\n${header}\r\n`,
      `BREW /sign-in HTTP/1.1\r\n${header}\r\n`,
      `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\n${header}X: ${'y'.repeat(20_000)}\r\n\r\n`,
      `POST /sign-in HTTP/1.1\r\n${header}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `GET /sign-in HTTP/1.1\r\n${header}Cookie: folkmoot-session=${'%'.repeat(43)}; folkmoot-visitor=\r\n\r\n`,
      `GET /sign-in HTTP/1.1\r\n${header}Accept-Encoding: ${marker}\r\n\r\n`,
    ]
    for (const request of requests) {
      const reply = await raw(Number(url.port), request)
      assert.ok(!/ 5\d\d /.test(reply.slice(0, 20)), `${request.slice(0, 40)} → ${reply.slice(0, 60)}`)
      assert.ok(!reply.includes(marker) && !/node_modules|fastify/i.test(reply), request.slice(0, 40))
    }
    assert.match(await raw(Number(url.port), `GET /healthz HTTP/1.1\r\n${header}\r\n`), /^HTTP\/1\.1 200 /)
  })
})

function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    let reply = ''
    socket.setTimeout(3000, () => socket.destroy())
    socket.on('data', (chunk) => {
      reply += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(reply))
  })
}

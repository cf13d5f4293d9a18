/** Hostile input to every route, by a visitor and by staff: no 500, no stack, nothing reflected, nobody named in an address, headers on every answer. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { Browser } from '#test/kit/browser.ts'
import { english, startInstallation } from '#test/kit/installation.ts'
import type { Page } from '#test/kit/page.ts'
import { addressOf, everyRoute, type Ids, nobodysId, paramsOf } from '#test/kit/routes.ts'
import { reduction, referenceOn, walkAndSend, walkTo } from '#test/kit/walks.ts'

const installation = await startInstallation()
after(() => installation.close())

const script = '<script>alert("reflected")</script>'
const person = 'zebedee.secret@example.org'

/** What stands where an id, a word or a number is expected. */
const params = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '%00',
  '%ff',
  encodeURIComponent(script),
  '__proto__',
  '-1',
  "'%20or%201=1;drop%20table%20log.fact--",
  'a'.repeat(299),
]
const queries = [
  `?q=${encodeURIComponent(script)}&return=//evil.example&status=${encodeURIComponent(script)}&after=${encodeURIComponent(script)}&find=%27%27%3B`,
  '?q[]=1&q[a]=2&__proto__[x]=1&find=%00%ff&status=&after=9999-99-99_x&due=%F0%9F%92%A9&reference=constructor',
]
const bodies = [
  '',
  '&&&===%zz',
  `__proto__[x]=1&constructor.prototype=2&${['to', 'text', 'outcome', 'reason', 'seq', 'ask', 'amount', 'receipt', 'person', 'scopes', 'channel'].map((name) => `${name}=${encodeURIComponent(script)}&${name}=2`).join('&')}`,
  ['name', 'email', 'reference', 'contact', 'full_name', 'text', 'find', 'return', 'code', 'reason']
    .map((name) => `${name}=${encodeURIComponent(person)}`)
    .join('&'),
  `seq=99999999999999999999&text=${'x'.repeat(50_000)}&outcome=toString&amount=-1e9&date-day=0&home-postcode=%27`,
]
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const headersOfAll = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
] as const
const insides = /\bat (?:async )?\S+ \(|node_modules|file:\/\/|\bselect .+ from |PostgreSQL|SyntaxError|TypeError/i

const resident = installation.browser(english)
const reference = referenceOn(await walkAndSend(resident, reduction))
const officer = await installation.browserOf('tom', english)
await officer.get(`/staff/cases?find=${reference}`)
await officer.click(reference)
const caseId = officer.page.url.split('/').at(-1) ?? ''
const manager = await installation.browserOf('helen', english)
await manager.get('/account')
const visitor = installation.browser(english)
await walkTo(visitor, reduction)
const people: readonly (readonly [string, Browser])[] = [
  ['a visitor', visitor],
  ['a manager', manager],
]
const ids: Ids = {
  service: reduction.service,
  page: 'home',
  entry: '1',
  reference,
  id: caseId,
  action: 'visit_home',
  lang: 'en',
  secret: 'a'.repeat(43),
}
/** Signing out would only end the attack. */
const routes = everyRoute.filter(({ path }) => path !== '/sign-out')

function assertSafe(page: Page, what: string): void {
  assert.ok(page.status < 500, `${what} answered ${page.status}`)
  assert.ok(!page.body.includes('<script>alert('), `${what} repeats what was sent`)
  const shown = /<pre|\{/.test(page.body.slice(0, 1)) ? page.body : page.text
  assert.doesNotMatch(shown, insides, `${what} shows its insides`)
  for (const name of headersOfAll) assert.ok(page.headers[name], `${what} has no ${name}`)
  const location = decodeURIComponent(String(page.headers['location'] ?? '').replace(/%(?![0-9a-f]{2})/gi, ''))
  assert.ok(!location.includes('zebedee') && !/^(https?:)?\/\/evil/.test(location), `${what} leads to ${location}`)
}

const tokenOf = (browser: Browser) => /name="_csrf" value="([^"]+)"/.exec(browser.page.body)?.[1] ?? ''

describe('every route', () => {
  for (const [who, browser] of people) {
    test(`withstands ids, questions and forms that ${who} makes up`, async () => {
      const token = tokenOf(browser)
      for (const route of routes) {
        const urls = paramsOf(route).flatMap((name) => params.map((nasty) => addressOf(route, { ...ids, [name]: nasty })))
        urls.push(...queries.map((query) => addressOf(route, ids) + query), addressOf(route, { ...ids, id: nobodysId }))
        const { method } = route
        for (const url of urls) {
          const body = method === 'GET' ? undefined : `_csrf=${token}`
          assertSafe(await browser.send({ method, url, headers: form, body }), `${method} ${url.slice(0, 140)}`)
        }
        if (method === 'GET') continue
        for (const body of bodies) {
          const url = addressOf(route, ids)
          assertSafe(
            await browser.send({ method, url, headers: form, body: `_csrf=${token}&${body}` }),
            `${method} ${url} ${body.slice(0, 60)}`,
          )
        }
      }
      assert.deepEqual(installation.broken, [])
    })
  }

  test('refuses bodies that are too large, of another kind, or no JSON', async () => {
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const url = addressOf(route, ids)
      const send = (type: string, body: string) => visitor.send({ method: route.method, url, headers: { 'content-type': type }, body })
      for (const [type, body] of [
        ['application/x-www-form-urlencoded', 'a='.padEnd(200_000, 'a')],
        ['multipart/form-data; boundary=x', '--x--'],
        ['text/xml', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'],
        ['application/json', '{"__proto__":{"x":1}'],
        ['application/json', '['.repeat(50_000)],
      ] as const) {
        const page = await send(type, body)
        assertSafe(page, `${url} with ${type}`)
        assert.ok(page.status >= 400, `${url} took ${type}: ${page.status}`)
      }
    }
  })

  test('changes nothing for a form without its token, with a forged one, or from another site', async () => {
    const token = tokenOf(manager)
    for (const route of routes.filter(({ method, for: whom }) => method !== 'GET' && whom !== 'api')) {
      const url = addressOf(route, ids)
      const send = (body: string, headers: Readonly<Record<string, string>> = form) =>
        manager.send({ method: route.method, url, headers, body })
      assert.equal((await send('')).status, 403, `${url} without a token`)
      assert.equal((await send(`_csrf=${'A'.repeat(token.length)}`)).status, 403, `${url} with a forged token`)
      assert.equal((await send(`_csrf=${token}`, { ...form, 'sec-fetch-site': 'cross-site' })).status, 403, `${url} from another site`)
      assert.equal(
        (await send(`_csrf=${token}`, { 'content-type': form['content-type'], origin: 'https://evil.example' })).status,
        403,
        `${url} from another origin`,
      )
    }
  })

  test('takes nobody for staff by a cookie that was made up', async () => {
    const cookies = ['A'.repeat(43), '%00', "' or 1=1--", 'x'.repeat(3000), '__proto__', script].map(
      (value) => `folkmoot-session=${value}; folkmoot-visitor=${value}`,
    )
    for (const route of routes.filter(({ method, may, for: whom }) => method === 'GET' && may !== 'anyone' && whom !== 'api')) {
      for (const cookie of cookies) {
        const url = addressOf(route, ids)
        const page = await installation.browser(english).send({ method: 'GET', url, headers: { cookie } })
        assertSafe(page, url)
        assert.ok(page.status === 303 || page.status === 403, `${url} answered ${page.status} to a cookie that was made up`)
      }
    }
  })
})

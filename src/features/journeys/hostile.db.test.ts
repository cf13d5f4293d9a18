import assert from 'node:assert/strict'
import { test } from 'node:test'
import { services } from '#features/services/feature.ts'
import { attribute } from '#test/kit/page.ts'
import { fillIn, startAllotments } from '#test/kit/allotment.ts'
import { journeys } from './feature.ts'

const app = await startAllotments()
const mark = 'x<img src=x onerror=alert(1)>'
const odd = [
  '__proto__',
  'constructor',
  'toString',
  '..%2f..%2fetc',
  '%ff',
  '%00',
  '%F0%9F%8F%A0',
  encodeURIComponent(mark),
  "';--",
  '9'.repeat(400),
]
const routes = [...services.routes, ...journeys.routes]

/** The route's address with every parameter replaced. A known service and page lead further in. */
function addresses(path: string): string[] {
  const filled = (value: string) => path.replace(/:\w+/g, value)
  const within = (value: string) => path.replace(':service', 'allotment').replace(':page', 'helpers').replace(/:\w+/g, value)
  return [
    ...new Set(
      odd.flatMap((value) => [
        filled(value),
        within(value),
        `${within('1')}?${new URLSearchParams({ q: mark, done: value, return: value, reference: mark }).toString()}`,
      ]),
    ),
  ]
}

test('no address, query, field or cookie of residents and staff makes the program fail, and nothing comes back as markup', async () => {
  const olga = await app.browserOf('officer')
  await olga.get('/staff/enter/allotment')
  await olga.submit('Start', { channel: 'paper', language: 'en' })
  await fillIn(olga)
  const field = olga.page.all('input').find((input) => attribute(input, 'name') === '_csrf')
  const csrf = attribute(field, 'value') ?? ''
  const body = new URLSearchParams(
    [
      'size',
      'helpers',
      'helpers-0-age',
      'helpers-__proto__-age',
      'born-day',
      'home-uprn',
      'home-find',
      'home-postcode',
      'email',
      'ask',
      'text',
      'contact',
      'reference',
      'channel',
      'language',
      '__proto__',
      'constructor',
    ].map((name): [string, string] => [name, mark]),
  )
  body.set('_csrf', csrf)
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  for (const { method, path } of routes) {
    for (const url of addresses(path)) {
      const page = await olga.send(method === 'GET' ? { method, url } : { method, url, headers, body: body.toString() })
      assert.ok(page.status < 500, `${method} ${url}: ${page.status}`)
      assert.ok(!page.body.includes('<img src=x'), `${method} ${url} gives markup back`)
    }
  }
  const cookies = odd.map((value) => `folkmoot-visitor=${value}; folkmoot-follow=${value}; folkmoot-session=${value}`)
  for (const cookie of cookies) {
    for (const url of ['/services/allotment/apply/born', '/track/ABC', '/track', '/staff/enter/allotment']) {
      const page = await app.browser().send({ method: 'GET', url, headers: { cookie } })
      assert.ok(page.status < 500, `${url} with ${cookie}: ${page.status}`)
    }
  }
})

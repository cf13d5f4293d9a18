import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Browser } from '#test/kit/browser.ts'
import { bilingual, english, type Installation, startInstallation } from '#test/kit/installation.ts'

const Premises = z.array(z.object({ UPRN: z.string(), ADDRESS: z.string(), TOWN: z.string(), POSTCODE: z.string(), PARISH: z.string() }))
const Areas = z.array(z.array(z.string()))
const service = 'broadband-demand'

let installation: Installation
before(async () => {
  installation = await startInstallation()
})
after(() => installation.close())

const premisesOf = (council: string) =>
  Premises.parse(parse(readFileSync(new URL(`../../councils/${council}/addresses.csv`, import.meta.url)), { columns: true }))

/** Registers the first `count` premises of a parish, as a program with a key would that does not know where they lie. */
async function register(visitor: Browser, key: string, of: { council: string; parish: string; count: number }): Promise<void> {
  const homes = premisesOf(of.council).filter(({ PARISH }) => PARISH === of.parish)
  assert.ok(homes.length >= of.count)
  for (const { UPRN, ADDRESS, TOWN, POSTCODE } of homes.slice(0, of.count)) {
    const premises = { uprn: UPRN, lines: [ADDRESS], town: TOWN, postcode: POSTCODE, parish: 'Nether Wyke' }
    const { status, body } = await visitor.send({
      method: 'PUT',
      url: `/api/v1/services/${service}/submissions/6f1f8f0e-0000-4000-8000-${UPRN.padStart(12, '0')}`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ answers: { premises, premises_kind: 'home' } }),
    })
    assert.equal(status, 201, `${ADDRESS} ${body}`)
  }
}

async function keyOf(manager: string, host: string): Promise<string> {
  const browser = await installation.browserOf(manager, host)
  await browser.get('/staff/keys')
  const scope = 'Send applications, requests and reports'
  await browser.submit('Make a key', { 'What the key is for': 'Registering', [scope]: true })
  return browser.page.texts('code')[0] ?? ''
}

const csvAt = async (host: string, url: string) => {
  const { headers, body, status } = await installation.browser(host).send({ method: 'GET', url })
  assert.equal(status, 200)
  assert.match(String(headers['content-type']), /^text\/csv/)
  assert.match(String(headers['content-disposition']), /attachment.*broadband-demand-coverage\.csv/)
  return Areas.parse(parse(body, { bom: true }))
}

describe('coverage of a service, live', () => {
  test('shows 211 of 257 premises as 82.1 per cent, and hides what could point to a household', async () => {
    const key = await keyOf('helen', english)
    const visitor = installation.browser(english)
    await register(visitor, key, { council: 'ambleford', parish: 'Spaldmere', count: 211 })
    await register(visitor, key, { council: 'ambleford', parish: 'Ambleford', count: 64 })
    await register(visitor, key, { council: 'ambleford', parish: 'Holme', count: 4 })
    await register(visitor, key, { council: 'ambleford', parish: 'Ashby Fen', count: 15 })
    const rows = await csvAt(english, `/services/${service}/coverage.csv`)
    assert.deepEqual(rows, [
      ['Parish', 'Answered', 'Properties', 'Share %'],
      ['Spaldmere', '211', '257', '82.1'],
      ['Ambleford', '64', '640', '10.0'],
      ['Ashby Fen', '', '44', ''],
      ['Holme', '', '13', ''],
      ['Nether Wyke', '', '118', ''],
    ])
    const page = await visitor.get(`/services/${service}/coverage`)
    assert.match(page.text, /82\.1%/)
    assert.match(page.text, /294 of 1,072/)
    assert.match(page.text, /too few to show/)
  })

  test('counts a property once, whoever sends it again', async () => {
    const visitor = installation.browser(english)
    const [home] = premisesOf('ambleford').filter(({ PARISH }) => PARISH === 'Spaldmere')
    const { status } = await visitor.send({
      method: 'PUT',
      url: `/api/v1/services/${service}/submissions/6f1f8f0e-0000-4000-8000-000000000001`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await keyOf('helen', english)}` },
      body: JSON.stringify({ answers: { premises: { uprn: home?.UPRN, lines: ['x'], postcode: home?.POSTCODE }, premises_kind: 'home' } }),
    })
    assert.equal(status, 409)
    assert.equal((await csvAt(english, `/services/${service}/coverage.csv`))[1]?.[1], '211')
  })

  test('speaks Welsh on Welsh pages and in the Welsh spreadsheet', async () => {
    await register(installation.browser(bilingual), await keyOf('sian', bilingual), {
      council: 'cwm-arian',
      parish: 'Llanarian',
      count: 20,
    })
    const [heads, first] = await csvAt(bilingual, `/cy/services/${service}/coverage.csv`)
    assert.deepEqual(heads, ['Cymuned', 'Wedi ateb', 'Eiddo', 'Cyfran %'])
    assert.deepEqual(first, ['Llanarian', '20', '233', '8.6'])
    const page = await installation.browser(bilingual).get(`/cy/services/${service}/coverage`)
    assert.equal(page.lang, 'cy')
    assert.match(page.text, /20 o 776/)
  })

  test('is not there for a service that does not publish it, nor for one that does not exist', async () => {
    for (const other of ['council-tax-reduction', 'none'])
      for (const end of ['coverage', 'coverage.csv'])
        assert.equal((await installation.browser(english).send({ method: 'GET', url: `/services/${other}/${end}` })).status, 404)
  })

  test('broke nothing', () => {
    assert.deepEqual(installation.broken, [])
  })
})

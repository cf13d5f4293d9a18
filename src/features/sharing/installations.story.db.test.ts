import assert from 'node:assert/strict'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { after, describe, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { addresses } from '#features/addresses/feature.ts'
import { appointments } from '#features/appointments/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { journeys } from '#features/journeys/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { proposals } from '#features/proposals/feature.ts'
import { replay } from '#features/replay/feature.ts'
import { value } from '#features/value/feature.ts'
import { publish, publishedService } from '#features/services/index.ts'
import { services } from '#features/services/feature.ts'
import { allotmentFiles } from '#test/kit/allotment.ts'
import { northHost, southHost, startApp } from '#test/kit/app.ts'
import { makeCertificate } from '#test/kit/certificate.ts'
import { adoptPackage } from './commands/adopt.ts'
import { fetchFrom, fetchLimits } from './commands/fetch.ts'
import { followAddress } from './commands/follow.ts'
import { findMeeting } from './commands/merge.ts'
import { findAdopted } from './commands/read.ts'
import { findTrustedKey } from './commands/receive.ts'
import { noChoices } from './commands/together.ts'
import { sharing } from './feature.ts'

const features = [messages, people, addresses, services, appointments, cases, journeys, replay, proposals, value, sharing]
const sponsors = '{ member: Councillor A, director: Director B }'
const settings = (council: string) => (council === 'north' ? `services: [{ id: allotment, sponsors: ${sponsors} }]\n` : '')
const packFolders = [fileURLToPath(new URL('../../../test/kit', import.meta.url))]
const at = '2026-11-23T10:00:00.000Z'

/** The installation that offers, behind a proxy that ends TLS as a council’s own would. */
const there = await startApp({ features, settings, packFolders })
const inside = new URL(await there.server.listen({ host: '127.0.0.1', port: 0 }))
const certificate = makeCertificate(new Date())
setDefaultCACertificates([...getCACertificates('default'), certificate.cert])
/** What the proxy does to what it hands on. */
let tamper = (body: Buffer): Buffer => body
const proxy = createServer(certificate, (asked, reply) => handOn(asked, reply))
await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
after(() => proxy.close())
const address = proxy.address()
const origin = `https://localhost:${typeof address === 'object' ? address?.port : ''}`

/** The other installation, with a database and keys of its own. */
const here = await startApp({
  features,
  demo: false,
  settings: (council) =>
    council === 'south' ? `services: [{ id: allotment, sponsors: ${sponsors}, follows: "${origin}/offers.json" }]\n` : '',
})
const { south } = here
// Both installations of this test have a council of the same id; on their own they have not.
const findNeighbour = () => undefined
const follow = () => followAddress(south, { service: 'allotment', url: `${origin}/offers.json` }, { ...here.start, findNeighbour })
const receiving = { by: 'operator', at, findNeighbour }

describe('two installations', () => {
  test('a service is found among the offers, fetched over https, checked and put into use', async () => {
    const fetched = await fetchFrom(await linkOf(), { most: fetchLimits.package })
    assert.ok('bytes' in fetched, JSON.stringify(fetched))
    const outcome = await adoptPackage(south, { ...receiving, file: fetched.bytes, url: fetched.url })
    assert.ok(outcome.state === 'adopted', JSON.stringify(outcome))
    assert.ok(outcome.isNewKey, 'the key is shown to be compared')
    const [theirs, ours] = await Promise.all([publishedService(there.north, 'allotment'), publishedService(south, 'allotment')])
    assert.equal(ours?.version, theirs?.version)
    assert.equal((await findTrustedKey(south, 'north'))?.key, outcome.from.key)
  })

  test('its key is the one the other council makes known', async () => {
    const known = there.browser(northHost)
    await known.get('/.well-known/folkmoot.json')
    assert.ok(known.page.body.includes((await findTrustedKey(south, 'north'))?.key ?? 'no key'))
  })

  test('taking the same package over again changes nothing', async () => {
    const fetched = await fetchFrom(await linkOf(), { most: fetchLimits.package })
    assert.ok('bytes' in fetched)
    assert.equal((await adoptPackage(south, { ...receiving, file: fetched.bytes })).state, 'known')
  })

  test('a package changed on its way is refused, and nothing of it kept', async () => {
    tamper = (body) => Buffer.concat([body.subarray(0, -1), Buffer.from([(body.at(-1) ?? 0) ^ 1])])
    const fetched = await fetchFrom(await linkOf(), { most: fetchLimits.package })
    tamper = (body) => body
    assert.ok('bytes' in fetched)
    const outcome = await adoptPackage(south, { ...receiving, file: fetched.bytes })
    assert.ok(outcome.state === 'refused')
    assert.deepEqual(
      outcome.faults.map(({ code }) => code),
      ['wrong-digest'],
    )
  })

  test('a new version there is seen here, compared in words, and put together', async () => {
    const next = await allotmentFiles((text) =>
      text.replace('is: "40.00"', 'is: "44.00"').replace('Anyone over 18 may rent', 'Everybody over 18 may rent'),
    )
    const published = await publish(there.north, { files: next, by: 'mo', at })
    assert.equal(published.state, 'published', JSON.stringify(published))
    await follow()
    assert.deepEqual((await looksOf())[0]?.problem, null)
    assert.equal((await findAdopted(south, 'allotment'))?.standing.state, 'new')
    const meeting = await findMeeting(south, 'allotment', noChoices)
    assert.equal(meeting?.merging.merged.service.constants['small_rent']?.is, '44.00')
    assert.deepEqual(meeting?.merging.conflicts, [])
  })

  test('is asked again only after a while', async () => {
    const before = await looksOf()
    await here.runTask('sharing.follow')
    assert.deepEqual(await looksOf(), before)
  })

  test('a package under a new key is taken when the key known before vouches for it, and refused from a file', async () => {
    const before = await findTrustedKey(south, 'north')
    await publish(there.north, { files: await allotmentFiles((text) => text.replace('is: "40.00"', 'is: "46.00"')), by: 'mo', at })
    there.north.store.keys.rotate('north')
    there.north.store.keys.rotate('north')
    const fetched = await fetchFrom(await linkOf(), { most: fetchLimits.package })
    assert.ok('bytes' in fetched)
    const alone = await adoptPackage(south, { ...receiving, file: fetched.bytes })
    assert.ok(alone.state === 'refused' && alone.faults[0]?.code === 'changed-key')
    await follow()
    assert.equal((await looksOf())[0]?.problem, null)
    const known = await findTrustedKey(south, 'north')
    assert.notEqual(known?.key, before?.key)
    assert.equal(known?.after, before?.key)
  })

  test('a key that somebody else says took the place of the known one is not taken', async () => {
    await publish(there.north, { files: await allotmentFiles((text) => text.replace('is: "40.00"', 'is: "47.00"')), by: 'mo', at })
    there.north.store.keys.rotate('north')
    const known = await findTrustedKey(south, 'north')
    tamper = (body) =>
      body.includes('"successions"') ? Buffer.from(body.toString().replaceAll(/"signature":"../g, '"signature":"zz')) : body
    await follow()
    tamper = (body) => body
    assert.match((await looksOf())[0]?.problem ?? '', /another key/)
    assert.deepEqual(await findTrustedKey(south, 'north'), known)
    await follow()
    assert.equal((await looksOf())[0]?.problem, null, 'as it was signed it is')
  })

  test('a package under a key that nothing vouches for is refused, with the way out; it is taken once somebody trusts the key', async () => {
    await publish(there.north, { files: await allotmentFiles((text) => text.replace('is: "40.00"', 'is: "45.00"')), by: 'mo', at })
    there.north.store.keys.rotate('north', { isExposed: true })
    await follow()
    const [look] = await looksOf()
    assert.match(look?.problem ?? '', /another key.*by phone/s)
    const fetched = await fetchFrom(await linkOf(), { most: fetchLimits.package })
    assert.ok('bytes' in fetched)
    const refused = await adoptPackage(south, { ...receiving, file: fetched.bytes })
    assert.ok(refused.state === 'refused' && refused.faults[0]?.code === 'changed-key')
    const other = await adoptPackage(south, { ...receiving, file: fetched.bytes, trust: '0'.repeat(64) })
    assert.equal(other.state, 'refused', 'trusting any other key does not help')
    const key = /[0-9a-f]{4}( [0-9a-f]{4}){15}/.exec(refused.faults[0]?.message ?? '')?.[0].replaceAll(' ', '') ?? ''
    assert.equal((await adoptPackage(south, { ...receiving, file: fetched.bytes, trust: key })).state, 'seen')
    assert.equal((await findTrustedKey(south, 'north'))?.key, key)
  })

  test('offers that lead the package to another host are not followed', async () => {
    tamper = (body) =>
      Buffer.from(
        body
          .toString()
          .replaceAll('"/packages/', '"https://elsewhere.example/packages/')
          .replaceAll(/sha256:[0-9a-f]{64}/g, `sha256:${'1'.repeat(64)}`),
      )
    await follow()
    tamper = (body) => body
    const [look] = await looksOf()
    assert.match(look?.problem ?? '', /another host/)
  })

  test('what is no feed at all leaves everything as it is', async () => {
    const before = await findAdopted(south, 'allotment')
    tamper = () => Buffer.from('<html>')
    await follow()
    tamper = (body) => body
    assert.deepEqual(await findAdopted(south, 'allotment'), before)
    const page = await here.browserOf('manager', southHost).catch(() => undefined)
    assert.equal(page?.page.heading, undefined, 'nobody is signed in as an example person outside a demonstration')
  })
})

/** Where the offers say the current version lies. */
async function linkOf(): Promise<string> {
  const feed = there.browser(northHost)
  await feed.get('/offers.json')
  const path = /"package":"(\/packages\/allotment\/[0-9a-f]{64})"/.exec(feed.page.body)?.[1]
  return `${origin}${path}`
}

function looksOf() {
  return here.test.asOwner<{ looked_at: Date; problem: string | null }>('select looked_at, problem from sharing.look')
}

function handOn(asked: IncomingMessage, reply: ServerResponse): void {
  const headers = { ...asked.headers, host: northHost }
  const to = { host: inside.hostname, port: inside.port, path: asked.url, method: asked.method, headers }
  request(to, (answer) => void answerWith(reply, answer)).end()
}

async function answerWith(reply: ServerResponse, answer: IncomingMessage): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(Buffer.from(part))
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = answer.headers
  reply.writeHead(answer.statusCode ?? 502, rest).end(tamper(Buffer.concat(parts)))
}

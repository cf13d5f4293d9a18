import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { after, describe, test } from 'node:test'
import { fetchFrom, fetchLimits } from './fetch.ts'

const answers: Readonly<Record<string, RequestListener>> = {
  '/good': (_request, reply) => reply.end('a package'),
  '/large': (_request, reply) => reply.end(Buffer.alloc(2_000)),
  '/endless': (_request, reply) => {
    const more = () => {
      while (!reply.destroyed && reply.write(Buffer.alloc(1_000)));
      if (!reply.destroyed) reply.once('drain', more)
    }
    more()
  },
  '/gone': (_request, reply) => reply.writeHead(410).end(),
  '/moved': (_request, reply) => reply.writeHead(302, { location: '/good' }).end(),
  '/elsewhere': (_request, reply) => reply.writeHead(302, { location: 'https://elsewhere.example/good' }).end(),
  '/inwards': (_request, reply) => reply.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/round': (_request, reply) => reply.writeHead(302, { location: '/round' }).end(),
  '/broken': (request) => request.socket.destroy(),
}
const server = createServer((request, reply) => answers[request.url ?? '']?.(request, reply))
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
after(() => server.close())
const address = server.address()
const port = typeof address === 'object' ? address?.port : undefined
const here = (path: string) => `http://localhost:${port}${path}`

async function codeOf(url: string, most = 1_000): Promise<string> {
  const fetched = await fetchFrom(url, { most })
  if (!('fault' in fetched)) return 'none'
  assert.ok(fetched.fault.message.length > 10 && fetched.fault.help.length > 10)
  return fetched.fault.code
}

describe('fetching from another installation', () => {
  test('gives the bytes, also after being sent on at the same host', async () => {
    const fetched = await fetchFrom(here('/moved'), { most: 1_000 })
    assert.ok('bytes' in fetched)
    assert.deepEqual([fetched.bytes.toString(), fetched.url], ['a package', here('/good')])
  })

  const refused: readonly (readonly [what: string, url: string, code: string])[] = [
    ['what is larger than it may be', here('/large'), 'too-large'],
    ['what never ends', here('/endless'), 'too-large'],
    ['what is not given out', here('/gone'), 'not-given'],
    ['being sent on to another host', here('/elsewhere'), 'leads-elsewhere'],
    ['being sent on into this network', here('/inwards'), 'leads-elsewhere'],
    ['being sent round in circles', here('/round'), 'leads-elsewhere'],
    ['an answer that breaks off', here('/broken'), 'no-answer'],
    ['nobody there', 'http://127.0.0.1:1/x', 'no-answer'],
    ['an address that is none', 'offers.json', 'no-address'],
    ['a file of this machine', 'file:///etc/passwd', 'no-address'],
    ['another kind of address', 'ftp://example.org/x', 'no-address'],
    ['a password in it', 'https://user:secret@example.org/x', 'no-address'],
    ['what is not secure', 'http://services.example.gov.uk/offers.json', 'not-secure'],
    ['a private network', 'https://10.1.2.3/offers.json', 'private-address'],
    ['the machine’s own network of a cloud', 'https://169.254.169.254/latest', 'private-address'],
    ['a private network of IPv6', 'https://[fd00::1]/x', 'private-address'],
    ['a private network written as IPv6', 'https://[::ffff:10.0.0.1]/x', 'private-address'],
    ['a private number written another way', 'https://0x0a000001/x', 'private-address'],
  ]
  for (const [what, url, code] of refused) test(`refuses ${what}`, async () => assert.equal(await codeOf(url), code))

  test('does not ask a private network even where that is allowed, unless the connection is secure', async () => {
    const fetched = await fetchFrom('http://10.255.255.1/x', { most: 10, mayAskPrivately: true })
    assert.equal('fault' in fetched && fetched.fault.code, 'not-secure')
  })

  test('never waits for ever', () => assert.ok(fetchLimits.time <= 30_000))
})

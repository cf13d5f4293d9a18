import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { z } from 'zod'
import { addresses, importPremises } from '#features/addresses/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { northHost, type Page, southHost, startApp } from '#test/kit/app.ts'
import { sponsored } from '#test/kit/allotment.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { api } from './feature.ts'

const app = await startApp({
  features: [messages, people, addresses, services, cases, api],
  settings: sponsored,
  packFolders: [tennisClubFolder],
  proxied: true,
  posts: 2,
})
await importPremises(
  app.north.store,
  Readable.from(['UPRN,ADDRESS,TOWN,POSTCODE,WARD,PARISH\n100100000001,1 Court Lane,Northby,NB1 1AA,Mill,Northby\n']),
)
const marker = '<b>reflected</b>'
const Schema = z.record(z.string(), z.unknown())
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.literal('path'), required: z.literal(true), schema: Schema })),
  requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema: Schema }) }) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: z.record(z.string(), z.object({ schema: Schema })) })),
  security: z.array(Schema).optional(),
})
const Description = z.object({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'put']), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema), securitySchemes: z.record(z.string(), Schema) }),
})
const description = Description.parse((await app.browser().send({ method: 'GET', url: '/api/v1/openapi.json' })).json)
const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addSchema({ $id: 'api', components: description.components })
const seen = new Set<number>()
after(() =>
  assert.deepEqual(
    [...seen].sort((one, other) => one - other),
    [200, 201, 400, 401, 403, 404, 409, 413, 415, 422, 429],
    'every status has been held against its shape',
  ),
)

/** Holds a real reply against what the description says of it: kind of content, headers, shape. */
function assertDescribed(page: Page, operationId: string): void {
  const operations = Object.values(description.paths).flatMap((path) => Object.values(path))
  const operation = operations.find((one) => one.operationId === operationId)
  const response = operation?.responses[String(page.status)] ?? operation?.responses['default']
  const kind = String(page.headers['content-type']).split(';')[0] ?? ''
  const schema = response?.content[kind]?.schema
  assert.ok(schema, `${operationId} says nothing of ${page.status} as ${kind}`)
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')))
  assert.ok(validate(page.json), `${operationId} ${page.status}: ${ajv.errorsText(validate.errors)} ${page.body}`)
  if (page.status >= 400) assert.equal(z.object({ status: z.number() }).parse(page.json).status, page.status)
  assert.ok(!page.body.includes(marker), 'nothing that was sent is repeated')
  seen.add(page.status)
}

async function keyFor(scope: string, host = northHost): Promise<string> {
  const manager = await app.browserOf('manager', host)
  await manager.get('/staff/keys')
  await manager.submit('Make a key', { 'What the key is for': scope, [scope]: true })
  return manager.page.texts('code')[0] ?? ''
}

const sending = await keyFor('Send applications, requests and reports')
const asking = await keyFor('See how far a case is')
const service = '/api/v1/services/tennis-club'
const uuid = (last: number) => `6f1f8f0e-0000-4000-8000-${String(last).padStart(12, '0')}`
const answers = {
  full_name: 'Ada Player',
  email: 'ada@example.org',
  phone: '01632960123',
  home: { uprn: '100100000001', lines: ['1 Court Lane'], town: 'Northby', postcode: 'NB1 1AA' },
  age: 30,
}

interface Sending {
  readonly id?: string
  readonly key?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly host?: string
  readonly to?: string
}

async function submit({ id = uuid(1), key = sending, body = { answers }, headers = {}, host, to = service }: Sending = {}): Promise<Page> {
  const page = await app.browser(host).send({
    method: 'PUT',
    url: `${to}/submissions/${id}`,
    headers: { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  assertDescribed(page, 'submit')
  return page
}

async function read(operationId: string, url: string, key = ''): Promise<Page> {
  const page = await app.browser().send({ method: 'GET', url, headers: key === '' ? {} : { authorization: `Bearer ${key}` } })
  assertDescribed(page, operationId)
  return page
}

const at = (id: number, tennisHome: string): Sending => ({
  id: uuid(id),
  body: { answers: { ...answers, home: { ...answers.home, uprn: tennisHome } } },
})
const Reply = z.object({ reference: z.string(), version: z.string(), status: z.string() })
const Wrong = z.object({
  type: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  faults: z.array(z.object({ question: z.string(), code: z.string(), message: z.string() })).optional(),
})

describe('the description', () => {
  test('is OpenAPI 3.1: every reference leads somewhere, every place in a path is a parameter, every name is used once', () => {
    const text = JSON.stringify(description)
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) assert.ok(name in description.components.schemas, name)
    const operations = Object.entries(description.paths).flatMap(([path, methods]) => Object.values(methods).map((one) => ({ path, one })))
    assert.equal(new Set(operations.map(({ one }) => one.operationId)).size, operations.length)
    for (const { path, one } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      assert.deepEqual(
        one.parameters.map(({ name }) => name),
        places,
      )
      for (const scheme of one.security ?? []) for (const name in scheme) assert.ok(name in description.components.securitySchemes)
    }
  })

  test('leaves out no route', () => {
    const described = Object.keys(description.paths).map((path) => `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`)
    const served = (api.routes ?? []).map(({ path }) => path).filter((path) => path !== '/api/v1/openapi.json')
    assert.deepEqual(described.sort(), served.sort())
  })

  test('has shapes that are JSON Schema 2020-12', () => {
    for (const [name, schema] of Object.entries(description.components.schemas)) assert.ok(ajv.validateSchema(schema), name)
  })
})

describe('services, for anybody', () => {
  test('are listed, read, and read by version as described', async () => {
    await read('listServices', '/api/v1/services')
    const { version } = z.object({ version: z.string() }).parse((await read('getService', service)).json)
    await read('listVersions', `${service}/versions`)
    await read('getVersion', `${service}/versions/${version}`)
  })

  test('that are not there are 404', async () => {
    assert.equal((await read('getService', `/api/v1/services/${encodeURIComponent(marker)}`)).status, 404)
    assert.equal((await read('listVersions', '/api/v1/services/none/versions')).status, 404)
    assert.equal((await read('getVersion', `${service}/versions/sha256:0`)).status, 404)
  })
})

describe('a submission by a program', () => {
  test('is taken once: sent again, it has the same reference', async () => {
    const first = await submit()
    const again = await submit()
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.equal(Reply.parse(first.json).reference, Reply.parse(again.json).reference)
    const { reference } = Reply.parse(first.json)
    const status = await read('getCase', `/api/v1/cases/${reference.toLowerCase()}`, asking)
    assert.deepEqual([status.status, z.object({ status: z.string() }).parse(status.json).status], [200, 'received'])
  })

  test('for what may be sent once is refused the second time under another id', async () => {
    assert.equal((await submit({ id: uuid(2) })).status, 409)
  })

  test('given to a version that is no longer the current one is refused', async () => {
    assert.equal((await submit({ ...at(3, '3'), body: { answers, version: `sha256:${'0'.repeat(64)}` } })).status, 409)
  })

  test('with answers at fault names each in words, and repeats none', async () => {
    const page = await submit({ id: uuid(4), body: { answers: { ...answers, age: marker, email: marker, [marker]: 1 } } })
    assert.equal(page.status, 422)
    const { faults = [] } = Wrong.parse(page.json)
    assert.ok(faults.some(({ question }) => question === 'age') && faults.some(({ question }) => question === 'email'))
    for (const { message } of faults) assert.match(message, /\w+ \w+/)
  })

  test('that is no submission is 400, and says where', async () => {
    for (const body of ['{', '[]', '{}', '"x"', 'null', { answers, [marker]: 1 }, { answers, language: marker }]) {
      assert.equal((await submit({ id: uuid(5), body })).status, 400, JSON.stringify(body))
    }
    assert.match(Wrong.parse((await submit({ id: uuid(5), body: {} })).json).detail ?? '', /body\.answers/)
    assert.equal((await submit({ id: 'not-a-uuid' })).status, 400)
  })

  test('of another kind of content, or too large, is refused', async () => {
    assert.equal((await submit({ headers: { 'content-type': 'text/plain' } })).status, 415)
    assert.equal((await submit({ body: { answers: { ...answers, health: 'x'.repeat(200_000) } } })).status, 413)
  })

  test('to a service that is not there is 404', async () => {
    assert.equal((await submit({ to: '/api/v1/services/none' })).status, 404)
  })

  test('sent too often from one address must wait, and is told how long', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' }
    const statuses = []
    for (let count = 0; count < 3; count += 1) statuses.push(await submit({ headers }))
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [200, 200, 429],
    )
    assert.match(String(statuses[2]?.headers['retry-after']), /^\d+$/)
  })
})

describe('keys', () => {
  test('are needed to send and to ask', async () => {
    assert.equal((await submit({ key: '' })).status, 401)
    assert.equal((await submit({ key: marker })).status, 401)
    assert.equal((await read('getCase', '/api/v1/cases/ABC-DEF-GHJ')).status, 401)
  })

  test('open only what they were made for', async () => {
    assert.equal((await submit({ key: asking })).status, 403)
    assert.equal((await read('getCase', '/api/v1/cases/ABC-DEF-GHJ', sending)).status, 403)
    assert.equal((await read('getCase', '/api/v1/cases/ABC-DEF-GHJ', asking)).status, 404)
  })

  test('open nothing at another council', async () => {
    assert.equal((await submit({ host: southHost })).status, 401)
  })

  test('open nothing once revoked', async () => {
    const manager = await app.browserOf('manager')
    await manager.get('/staff/keys')
    await manager.submit('Revoke')
    await manager.submit('Revoke')
    assert.deepEqual([(await submit()).status, (await read('getCase', '/api/v1/cases/ABC-DEF-GHJ', asking)).status], [401, 401])
  })
})

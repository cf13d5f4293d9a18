/** What was checked of a service, as staff read it; kept with the version, so that nobody waits for a proof. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { prove } from '#core/proof/index.ts'
import { startAllotments } from '#test/kit/allotment.ts'
import { southHost } from '#test/kit/app.ts'
import { publishedService } from './catalogue.ts'
import { proofOf } from './commands/kept-proof.ts'

const app = await startAllotments()
const root = '/staff/services/allotment/checks'

async function published() {
  const found = await publishedService(app.north, 'allotment')
  assert.ok(found)
  return found
}

const keptRows = () =>
  app.test.asOwner<{ day: string; edition: number }>(
    `select proved_at::date::text as day, edition from services.proof where council_id = 'north' and service_id = 'allotment'`,
  )

describe('a proof', () => {
  test('is kept with the version when it is published, and is what the prover finds', async () => {
    const one = await published()
    assert.deepEqual(await keptRows(), [{ day: '2026-11-23', edition: 1 }])
    const { proof } = await proofOf(app.north, one, '2027-01-01T00:00:00.000Z')
    assert.deepEqual(proof, JSON.parse(JSON.stringify(prove(one.prepared))))
  })

  test('of an earlier edition of the prover is made again on the day it is asked for, though the version could not be released today', async () => {
    await app.test.asOwner(`update services.proof set edition = 0, proof = '{}' where council_id = 'south'`)
    const found = await publishedService(app.south, 'allotment')
    assert.ok(found)
    const { service } = found.definition
    const one = { ...found, definition: { ...found.definition, service: { ...service, id: 'Not An Id' } } }
    const day = '2027-01-01T10:00:00.000Z'
    const [first, second] = await Promise.all([proofOf(app.south, one, day), proofOf(app.south, one, day)])
    assert.equal(first, second)
    assert.equal(first.provedAt, day)
    assert.ok(first.proof.proved.length > 0)
  })
})

describe('what was checked of a service', () => {
  test('is for those who answer for releases, and nobody else', async () => {
    assert.equal((await (await app.browserOf('manager')).get(root)).status, 200)
    assert.equal((await (await app.browserOf('resident')).get(root)).status, 403)
    assert.notEqual((await app.browser().get(root)).url, root)
    assert.equal((await (await app.browserOf('manager')).get('/staff/services/nothing/checks')).status, 404)
  })

  test('says what is certain, when it was proved, and shows the way through with a list beside it', async () => {
    const { text, body } = await (await app.browserOf('manager')).get(root)
    assert.match(text, /Last gone through on 23 November 2026/)
    assert.match(text, /There is a way to the end/)
    assert.match(text, /Rows of rules and who meets them/)
    assert.match(body, /<svg class="flow__picture"[^>]*role="group"/)
    assert.match(body, /class="flow__list"/)
    assert.doesNotMatch(text, /==|&&|undefined/)
  })

  test('is in Welsh at a Welsh address, and linked from what was released', async () => {
    const megan = await app.browserOf('manager', southHost)
    assert.match((await megan.get('/cy/staff/services')).body, /href="\/cy\/staff\/services\/allotment\/checks"/)
    const { lang, text } = await megan.get(`/cy${root}`)
    assert.equal(lang, 'cy')
    assert.match(text, /Beth sy’n sicr/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { algorithms } from './feature.ts'
import { startAllotments } from '#test/kit/allotment.ts'
import { southHost } from '#test/kit/app.ts'

const app = await startAllotments([algorithms])

const Data = z.object({
  language: z.string(),
  tier1: z.object({ name: z.string() }),
  tier2: z.object({
    decisionMakingProcess: z.object({ humanDecisions: z.object({ personDecidesAlways: z.literal(true) }) }),
    toolSpecification: z.object({
      version: z.string().startsWith('sha256:'),
      learnsFromData: z.literal(false),
      rules: z.object({ steps: z.array(z.unknown()) }),
    }),
  }),
})

describe('the record of how a service decides', () => {
  test('is there also while nothing can be proved of it, and says nothing of a proof', async () => {
    await app.test.asOwner('alter table services.proof rename to proof_away')
    const visitor = app.browser(southHost)
    const { status, text } = await visitor.get('/services/allotment/rules')
    const { body } = await visitor.get('/services/allotment/rules.json')
    await app.test.asOwner('alter table services.proof_away rename to proof')
    assert.equal(status, 200)
    assert.doesNotMatch(text, /There is a way to the end/)
    assert.match(body, /"proof":\s*null/)
    assert.match((await visitor.get('/services/allotment/rules')).text, /There is a way to the end/, 'it is asked for again')
  })

  test('is for everybody, says who answers for it and every rule in words', async () => {
    const visitor = app.browser()
    await visitor.get('/services/allotment/rules')
    assert.equal(visitor.page.status, 200)
    assert.match(visitor.page.text, /Councillor A/)
    assert.match(visitor.page.text, /Director B/)
    assert.match(visitor.page.text, /“Size” is answered “Large”/)
    assert.match(visitor.page.text, /A person reads every case and decides/)
    assert.match(visitor.page.text, /There is a way to the end/)
    assert.doesNotMatch(visitor.page.text, /==|&&|gbp\(/)
  })

  test('is linked from the page about the service, and leads back to it', async () => {
    const visitor = app.browser()
    await visitor.get('/services/allotment/about')
    assert.match(visitor.page.body, /href="\/services\/allotment\/rules"/)
    await visitor.get('/services/allotment/rules')
    assert.match(visitor.page.body, /href="\/services\/allotment\/about"/)
  })

  test('is in Welsh at a Welsh address', async () => {
    const visitor = app.browser(southHost)
    await visitor.get('/cy/services/allotment/rules')
    assert.equal(visitor.page.lang, 'cy')
    assert.match(visitor.page.text, /Person sy’n penderfynu/)
    assert.match(visitor.page.text, /“Mawr” yw’r ateb i “Maint”/)
  })

  test('can be taken away as data with the same fields for every service', async () => {
    const { status, body } = await app.browser().send({ method: 'GET', url: '/services/allotment/rules.json' })
    assert.equal(status, 200)
    const { language, tier2 } = Data.parse(JSON.parse(body))
    assert.equal(language, 'en')
    assert.ok(tier2.toolSpecification.rules.steps.length > 0)
  })

  test('of a service that is none is not found', async () => {
    const visitor = app.browser()
    for (const address of ['/services/nothing/rules', '/services/nothing/rules.json']) {
      await visitor.get(address)
      assert.equal(visitor.page.status, 404)
    }
  })
})

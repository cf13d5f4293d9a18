import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { southHost } from '#test/kit/app.ts'
import { fillIn, startAllotments } from '#test/kit/allotment.ts'

const app = await startAllotments()
const root = '/staff/enter/allotment'

describe('entering a form for somebody', () => {
  test('asks the same questions, and records how it came and who helped', async () => {
    const olga = await app.browserOf('officer')
    await olga.get('/staff/enter')
    await olga.click('Rent an allotment')
    await olga.submit('Start')
    assert.equal(olga.page.errors.length, 2)
    await olga.submit('Start', { channel: 'paper', language: 'cy' })
    assert.equal(olga.page.url, `${root}/apply/size`)
    await fillIn(olga, root)
    await olga.submit('Send')
    assert.match(olga.page.text, /Your reference/)
    const facts = await app.test.asOwner<{ channel: string; helper: string; by: string; data: { lang?: string } }>(
      "select * from log.fact where kind = 'submitted'",
    )
    assert.equal(facts.length, 1)
    assert.equal(facts[0]?.channel, 'paper')
    assert.ok(facts[0]?.helper)
    assert.equal(facts[0]?.by, facts[0]?.helper)
    await olga.click('Enter another')
    assert.equal(olga.page.url, root)
  })

  test('begins by saying how it came: no page can be answered before', async () => {
    const sam = await app.browserOf('second', southHost)
    await sam.get(`${root}/apply/size`)
    assert.equal(sam.page.url, root)
  })

  test('goes on where it was left, or begins again', async () => {
    const olga = await app.browserOf('officer', southHost)
    await olga.get(root)
    await olga.submit('Start', { channel: 'phone', language: 'en' })
    await olga.submit('Continue', { size: 'large' })
    await olga.get(root)
    await olga.click('Go on with it')
    assert.equal(olga.page.url, `${root}/apply/shed`)
    await olga.get(root)
    await olga.submit('Throw it away and start again', { channel: 'counter', language: 'en' })
    assert.equal(olga.page.url, `${root}/apply/size`)
  })

  test('is for those who may', async () => {
    const rhian = await app.browserOf('resident')
    assert.equal((await rhian.get(root)).status, 403)
    assert.notEqual((await app.browser().get(root)).url, root)
  })
})

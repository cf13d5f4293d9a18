import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MasterKeys } from '#store/keys.ts'
import { rotateKeys } from '#store/rotation.ts'
import { openStore } from '#store/store.ts'
import { fillIn, startAllotments } from '#test/kit/allotment.ts'
import { journeys } from './feature.ts'

const app = await startAllotments()

test('what somebody has begun is still there after the council’s key was changed, by another process too', async () => {
  const [before, after] = [app.browser(), app.browser()]
  await fillIn(before)
  const old = app.test.store.keys.of('north').current
  const elsewhere = await openStore({ server: app.test.server, keys: new MasterKeys(app.test.keysFolder) })
  assert.ok(journeys.reseal)
  const rotating = rotateKeys(elsewhere.council('north'), { keys: elsewhere.keys, resealers: [journeys.reseal] })
  await fillIn(after)
  await rotating
  await elsewhere.close()
  assert.equal(app.test.store.keys.of('north').wrapping.has(old), false)
  for (const browser of [before, after]) {
    assert.equal((await browser.get('/services/allotment/apply/check')).heading, 'Check your answers')
    assert.equal(browser.page.summary().get('Email'), 'ada@example.org')
    await browser.submit('Send')
    assert.match(browser.page.text, /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/)
  }
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { appointments } from '#features/appointments/feature.ts'
import { publish } from '#features/services/index.ts'
import { value } from '#features/value/feature.ts'
import { allotmentFiles } from '#test/kit/allotment.ts'
import { startSuggestions } from '#test/kit/suggestions.ts'
import { sharing } from './feature.ts'

const app = await startSuggestions([value, appointments, sharing])
const url = '/offers.json'
const ask = (etag?: string) =>
  app.browser().send({ method: 'GET', url, ...(etag === undefined ? {} : { headers: { 'if-none-match': etag } }) })

describe('what a council offers others', () => {
  test('is sent again only when it is something else', async () => {
    const first = await ask()
    const etag = String(first.headers['etag'])
    assert.match(etag, /^W\/"[\w-]{43}"$/)
    assert.equal(first.headers['cache-control'], 'no-cache')
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`]) {
      const again = await ask(known)
      assert.deepEqual([again.status, again.body, again.headers['etag']], [304, '', etag], known)
    }
    assert.equal((await ask('"other"')).status, 200)
  })

  test('says at once that a service has another version', async () => {
    const etag = String((await ask()).headers['etag'])
    const files = await allotmentFiles((text, file) => (file === 'service.yaml' ? text.replace('minutes: 5', 'minutes: 6') : text))
    const published = await publish(app.north, { files, by: 'mo', at: '2026-11-23T10:00:00.000Z' })
    assert.equal(published.state, 'published')
    const next = await ask(etag)
    assert.equal(next.status, 200)
    assert.notEqual(next.headers['etag'], etag)
    assert.ok('version' in published && next.body.includes(published.version))
    assert.equal((await ask(String(next.headers['etag']))).status, 304)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allotmentFiles, fillIn, startAllotments } from '#test/kit/allotment.ts'
import { publish } from '#features/services/index.ts'
import { catchUp } from '#store/follow.ts'
import { value } from './feature.ts'
import { valueOf } from './index.ts'
import { casesProjection } from './store/index.ts'

const app = await startAllotments([value])
const asked = { from: '2025-12', to: '2026-11', today: '2026-11-23' }

async function send(): Promise<void> {
  const browser = app.browser()
  await fillIn(browser)
  await browser.submit('Send')
}

test('a release is compared by the cases that began with it, and says when they are too few', async () => {
  await send()
  const files = await allotmentFiles((text) => text.replace('minutes: 5', 'minutes: 9'))
  app.setClock('2026-11-23T12:00:00.000Z')
  const published = await publish(app.north, { files, by: 'operator', at: '2026-11-23T12:00:00.000Z' })
  assert.equal(published.state, 'published', JSON.stringify(published))
  await send()
  await catchUp(app.north.store, casesProjection)
  const { effects, figures } = await valueOf(app.north, 'allotment', asked)
  assert.equal(figures.submitted, 2)
  assert.deepEqual(
    effects.map(({ balance, isMadeUp }) => [balance, isMadeUp]),
    [['too-few', false]],
  )
  const versions = await app.test.asOwner('select distinct version from value.cell')
  assert.equal(versions.length, 2, 'each case counts for the version it began with')
  const visitor = app.browser()
  await visitor.get('/services/allotment/value')
  assert.match(visitor.page.text, /Version [0-9a-f]{8}, in use since 23 November 2026/)
  assert.match(visitor.page.text, /too few cases to say/)
})

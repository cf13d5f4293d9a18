import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assetPath, assets } from './assets.ts'
import { html } from './html.ts'
import { renewing } from './renewing.ts'

test('a part that is still becoming is fetched again by scripts, and no longer once it is done', () => {
  const part = html`<p>3 of 9</p>`
  assert.match(renewing('trial', true, part).toString(), /^<div id="trial" data-renew="true" aria-live="polite"><p>3 of 9<\/p><\/div>$/)
  assert.doesNotMatch(renewing('trial', false, part).toString(), /data-renew|aria-live/)
  assert.match(assets.get(assetPath('renew.js'))?.body.toString() ?? '', /\[data-renew\]/)
})

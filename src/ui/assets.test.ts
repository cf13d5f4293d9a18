import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { assetPath, assets, makeAsset } from './assets.ts'
import { trimmed } from './govuk-stylesheet.ts'

const stylesheets = [...assets.values()].filter(({ path }) => path.endsWith('.css'))

describe('assets', () => {
  it('are named by their content, so that they can be kept for ever', () => {
    for (const { path, body } of assets.values()) {
      const digest = createHash('sha256').update(body).digest('base64url').slice(0, 12)
      assert.match(path, new RegExp(`^/assets/[a-z]+-${digest}\\.(css|js|svg)$`))
    }
    assert.notEqual(makeAsset('a.css', 'b{}').path, makeAsset('a.css', 'c{}').path)
    assert.ok(assets.has(assetPath('staff.css')))
  })

  it('are the same in every encoding', () => {
    for (const { body, encodings } of assets.values()) {
      assert.deepEqual(brotliDecompressSync(encodings.br), body)
      assert.deepEqual(gunzipSync(encodings.gzip), body)
    }
  })

  it('leave room for the page itself in the 40 KB of a first visit', () => {
    const names = ['resident.css', 'page.js', 'components.js', 'icon.svg'] as const
    const bytes = names
      .map((name) => assets.get(assetPath(name))?.encodings.br.length ?? Number.NaN)
      .reduce((sum, length) => sum + length, 0)
    assert.ok(bytes < 28_000, `${bytes} bytes`)
  })

  it('never name the typeface, crest or crown of GOV.UK, nor load anything from elsewhere', () => {
    for (const { path, body } of stylesheets)
      assert.doesNotMatch(body.toString(), /GDS|@font-face|crest|__crown|url\((?!data:)|@import/, path)
  })

  it('refuse a type nobody serves', () => {
    assert.throws(() => makeAsset('logo.exe', ''), TypeError)
  })
})

describe('the trimmed stylesheet', () => {
  it('keeps what is used and drops what is not, inside conditions too', () => {
    const css =
      '@charset "UTF-8";/*! x */@font-face{a:b}.govuk-tabs,.govuk-tag{c:d}@media print{.govuk-tabs{e:f}}@media print{.govuk-tag{g:h}}'
    assert.equal(trimmed(css), '.govuk-tag{c:d}@media print{.govuk-tag{g:h}}')
  })

  it('leaves the typeface to the council', () => {
    assert.equal(trimmed('a{font-family:GDS Transport,arial,sans-serif}'), 'a{font-family:var(--council-typeface)}')
  })

  it('keeps commas inside brackets together', () => {
    assert.equal(trimmed(':is(a,b),.govuk-tabs{c:d}'), ':is(a,b){c:d}')
  })
})

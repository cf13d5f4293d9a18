import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText, readMarkdown } from '#core/definition/markdown.ts'
import { withLinks } from './domain.ts'

test('an address in a message becomes a link, without the full stop after it; one that is a link stays', () => {
  assert.equal(withLinks('See http://x.example/track?a=b.'), 'See [http://x.example/track?a=b](http://x.example/track?a=b).')
  assert.equal(withLinks('[there](https://x.example/a)'), '[there](https://x.example/a)')
  assert.equal(withLinks('nothing here'), 'nothing here')
})

test('the plain text of a message says each address once', () => {
  assert.equal(plainText(readMarkdown(withLinks('Go to https://x.example/a_b-c'))), 'Go to https://x.example/a_b-c')
})

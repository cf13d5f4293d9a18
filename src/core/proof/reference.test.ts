import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { english } from './telling/sayings.en.ts'

const page = readFileSync(new URL('../../../docs/reference/proof.md', import.meta.url), 'utf8')

test('the reference names every finding there is, and no other', () => {
  const named = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
  assert.equal(new Set(named).size, named.length)
  assert.deepEqual(new Set(named), new Set(Object.keys(english.findings)))
})

test('the reference gives every reason for which something is not proved', () => {
  for (const reason of Object.values(english.why)) assert.ok(page.includes(reason.slice(3, -1)), reason)
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { form } from './form.ts'

describe('a form', () => {
  it('is posted with the token of the session', () => {
    assert.match(
      String(form({ action: '/send', csrf: 'a"b', content: 'x' })),
      /<form method="post" action="\/send" novalidate>\n<input type="hidden" name="_csrf" value="a&quot;b">x/,
    )
  })

  it('asks with its address alone where nothing is changed', () => {
    assert.equal(String(form({ method: 'get', content: 'x' })), '<form method="get" novalidate>\nx\n</form>')
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cookieHeader, findCookieIn } from './cookie.ts'
import { comesFromHere, csrfToken, isCsrfToken } from './csrf.ts'
import { formLimits, readForm } from './form.ts'
import { readJson } from './json.ts'
import { languageOf, path } from './language.ts'
import { findLocalPath, isCarriable } from './text.ts'

describe('a posted form', () => {
  test('keeps repeated fields in order and answers empty text for what was not posted', () => {
    const form = readForm('a=1&b=2&a=3')
    assert.deepEqual(form?.all('a'), ['1', '3'])
    assert.equal(form?.get('a'), '1')
    assert.equal(form?.get('c'), '')
    assert.equal(form?.has('c'), false)
  })

  test('has line ends as one character, no NUL, and no broken Unicode', () => {
    assert.equal(readForm('t=one%0D%0Atwo%0Dthree%00')?.get('t'), 'one\ntwo\nthree')
    assert.equal(readForm('t=%FF%FE')?.get('t'), '\uFFFD\uFFFD')
    assert.equal(readForm('t=%zz%')?.get('t'), '%zz%')
  })

  test('treats names that mean something to JavaScript like any other', () => {
    const form = readForm('__proto__=1&constructor=2&toString=3')
    assert.equal(form?.get('__proto__'), '1')
    assert.equal(form?.get('constructor'), '2')
    assert.equal(form?.get('hasOwnProperty'), '')
  })

  test('with too many fields, or a name too long, is refused', () => {
    assert.equal(readForm('a=1&'.repeat(formLimits.fields + 1)), undefined)
    assert.equal(readForm(`${'n'.repeat(formLimits.nameLength + 1)}=1`), undefined)
  })

  test('of any text is a form whose every value PostgreSQL can keep', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (body) => {
        const form = readForm(body)
        for (const values of form?.fields.values() ?? []) assert.ok(values.every(isCarriable))
      }),
    )
  })
})

describe('posted JSON', () => {
  test('is read when it is safe', () => {
    assert.deepEqual(readJson('{"a":[1,{"b":null}]}'), { value: { a: [1, { b: null }] } })
  })

  test('is refused when it is none, too deep, or carries what cannot be kept', () => {
    assert.deepEqual(readJson('{"a":'), { refused: 'not-json' })
    assert.deepEqual(readJson(''), { refused: 'not-json' })
    assert.deepEqual(readJson('['.repeat(50_000)), { refused: 'too-deep' })
    assert.deepEqual(readJson('{"__proto__":{"admin":true}}'), { refused: 'unsafe' })
    assert.deepEqual(readJson('{"a":"\\u0000"}'), { refused: 'unsafe' })
    assert.deepEqual(readJson('["\\ud800"]'), { refused: 'unsafe' })
  })
})

describe('a cookie', () => {
  test('is found by its whole name only', () => {
    assert.equal(findCookieIn('xsession=1; session=2; session=3', 'session'), '2')
    assert.equal(findCookieIn('session-old=1', 'session'), undefined)
    assert.equal(findCookieIn(undefined, 'session'), undefined)
    assert.equal(findCookieIn(';;= ; =', 'session'), undefined)
  })

  test('over https belongs to this host alone', () => {
    assert.equal(
      cookieHeader({ name: 's', value: 'v', secure: true, maxAgeSeconds: 5 }),
      '__Host-s=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=5; Secure',
    )
  })
})

describe('a form token', () => {
  test('is taken from the browser it was given to, and differs each time', () => {
    const token = csrfToken('secret')
    assert.ok(isCsrfToken('secret', token))
    assert.ok(!isCsrfToken('other', token))
    assert.notEqual(csrfToken('secret'), token)
    for (const wrong of ['', '.', 'a.b', `${token}x`, token.slice(1)]) assert.ok(!isCsrfToken('secret', wrong), wrong)
  })

  test('is not asked for when the browser says that another site sent the form', () => {
    const host = 'a.example:3000'
    assert.ok(comesFromHere({ host, 'sec-fetch-site': 'same-origin' }))
    assert.ok(!comesFromHere({ host, 'sec-fetch-site': 'same-site' }))
    assert.ok(!comesFromHere({ host, 'sec-fetch-site': 'cross-site' }))
    assert.ok(comesFromHere({ host, origin: 'http://a.example:3000' }))
    assert.ok(!comesFromHere({ host, origin: 'http://b.example' }))
    assert.ok(!comesFromHere({ host, origin: 'null' }))
    assert.ok(comesFromHere({ host }))
  })
})

describe('a path', () => {
  test('carries its language and gives it back', () => {
    for (const to of ['/', '/services', '/services?q=1', '/a/b#c']) assert.deepEqual(languageOf(path('cy', to)).lang, 'cy')
    assert.equal(path('cy', '/'), '/cy')
    assert.deepEqual(languageOf('/cycling'), { lang: 'en', path: '/cycling' })
    assert.deepEqual(languageOf('/cy?x=1'), { lang: 'cy', path: '/?x=1' })
  })

  test('to return to is of this site only', () => {
    assert.equal(findLocalPath('/staff?x=1'), '/staff?x=1')
    for (const trap of ['', 'staff', '//x', '/\\x', '/a\\b', 'https://x', '/\n/x', '/é', `/${'a'.repeat(3000)}`]) {
      assert.equal(findLocalPath(trap), undefined, trap)
    }
  })
})

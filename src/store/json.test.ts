import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical, parseJson } from './json.ts'

test('spells a value in one way whatever the order of its members, and loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value)
      const again = JSON.parse(text)
      assert.equal(canonical(again), text)
      assert.deepEqual(again, JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('writes any text as JSON does, control characters and halves of pairs too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(0xffff)), (text, units) => {
      for (const one of [text, String.fromCharCode(...units)]) assert.equal(canonical({ [one]: one }), JSON.stringify({ [one]: one }))
    }),
  )
})

test('sorts members by their UTF-16 units and leaves out undefined ones', () => {
  assert.equal(
    canonical({ b: 1, a: undefined, '10': [true, null], '9': 'ŵ', '\u{1F600}': 0, '\uFB33': 0 }),
    '{"10":[true,null],"9":"ŵ","b":1,"\u{1F600}":0,"\uFB33":0}',
  )
})

test('refuses what JSON cannot carry', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, () => 1]) assert.throws(() => canonical([value]), TypeError)
  assert.throws(() => parseJson('{'), SyntaxError)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cpuMs } from '#test/kit/cpu-time.ts'
import { comparable, detailsIn, flawOf } from './check.ts'

describe('details of a person', () => {
  for (const [kind, text] of [
    ['email', 'write to mair.rees+bins@post.example.org please'],
    ['phone', 'ring 01632 960 123 after six'],
    ['phone', 'ring +44 1632 960123'],
    ['phone', 'ring (01632) 960123'],
    ['postcode', 'I live at sa1 1aa'],
    ['postcode', 'EC1A1BB'],
    ['national-insurance', 'my number is QQ123456C'.replace('QQ', 'AB')],
    ['national-insurance', 'ab 12 34 56 c'],
  ] as const) {
    test(`of the kind ${kind} are found in “${text}”`, () => {
      assert.ok(detailsIn(text).some((detail) => detail.kind === kind))
    })
  }

  for (const text of [
    'It costs £24.00 since 2026-04-01.',
    'Ask 3 questions, not 12.',
    'A4 paper, B12 form, 10.30 in the morning',
    'case 0123',
  ]) {
    test(`are not seen in “${text}”`, () => {
      assert.deepEqual(detailsIn(text), [])
    })
  }

  test('are looked for in any text at all, quickly, and what is found is in the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), (text) => {
        for (const { found } of detailsIn(text)) assert.ok(text.includes(found))
        flawOf(text)
      }),
    )
    for (const nasty of ['0 '.repeat(1000), '(0)'.repeat(600), `${'a'.repeat(1990)}@`, 'a a '.repeat(500), '@.'.repeat(1000)]) {
      const began = cpuMs()
      detailsIn(nasty)
      flawOf(nasty)
      assert.ok(cpuMs() - began < 1000, nasty.slice(0, 10))
    }
  })
})

describe('a text', () => {
  test('is taken as it is when nothing is wrong with it, an address of an email being no link', () => {
    assert.equal(flawOf('Ask for the street first. Then the number.'), undefined)
    assert.equal(flawOf('Write to help@council.org'), undefined)
    assert.equal(flawOf('look at www.spam.example'), 'link')
    assert.equal(flawOf('cheap-tablets.shop'), 'link')
  })

  test('is compared by its letters and figures only', () => {
    assert.equal(comparable('  Ask FIRST, then – pay!\n'), comparable('ask first then pay'))
    assert.notEqual(comparable('ask twice'), comparable('ask thrice'))
  })
})

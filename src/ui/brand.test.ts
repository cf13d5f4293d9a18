import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { brandAsset, readBrand } from './brand.ts'
import { type Colour, contrast, findColour, hexOf, nearestPassing } from './contrast.ts'

const part = fc.integer({ min: 0, max: 255 })
const colour = fc.tuple(part, part, part)

function faultsOf(value: unknown): { code: string; path: string; message: string; help: string }[] {
  return [...readBrand(value).faults]
}

function styles(value: unknown): string {
  const reading = readBrand(value)
  assert.ok('brand' in reading, JSON.stringify(reading.faults))
  return brandAsset(reading.brand).body.toString()
}

describe('contrast', () => {
  it('is what WCAG says: 21 for black on white, 1 for the same, 4.54 for #767676 on white', () => {
    const white: Colour = [255, 255, 255]
    assert.equal(contrast([0, 0, 0], white), 21)
    assert.equal(contrast(white, white), 1)
    assert.equal(contrast([0x76, 0x76, 0x76], white).toFixed(2), '4.54')
  })

  it('reads long and short colours back, and nothing else', () => {
    fc.assert(fc.property(colour, (rgb) => assert.deepEqual(findColour(hexOf(rgb)), rgb)))
    assert.deepEqual(findColour('#fA0'), [255, 170, 0])
    for (const text of ['red', '#12', '#1234567', 'fff', '#ggg', '#fff;}', '']) assert.equal(findColour(text), undefined)
  })

  it('names a colour that passes, whatever it is asked', () => {
    fc.assert(
      fc.property(colour, colour, fc.constantFrom(3, 4.5), (front, ground, ratio) => {
        assert.ok(contrast(nearestPassing(front, ground, ratio), ground) >= ratio)
      }),
    )
  })
})

describe('a brand', () => {
  it('has no faults when nothing is said', () => {
    assert.deepEqual(faultsOf(undefined), [])
    assert.deepEqual(faultsOf({}), [])
  })

  it('is refused where words cannot be read, naming the colours and the nearest that passes', () => {
    const [fault] = faultsOf({ colours: { main: '#777777', text: '#999999' } })
    assert.equal(fault?.code, 'brand-contrast')
    assert.equal(fault?.path, 'colours.text')
    assert.match(fault?.message ?? '', /text #999999 on main #777777 has a contrast of 1\.5\d:1; it needs 4\.5:1/)
    const better = /#[0-9a-f]{6}/.exec(fault?.help ?? '')?.[0] ?? ''
    assert.deepEqual(faultsOf({ colours: { main: '#777777', text: better } }), [])
  })

  it('is refused where the focus cannot be seen', () => {
    assert.deepEqual(
      faultsOf({ colours: { focusText: '#e0e0e0', focus: '#000000' } }).map(({ path }) => path),
      ['colours.focusText'],
    )
  })

  it('says which key is wrong when its shape is', () => {
    assert.deepEqual(
      faultsOf({ colours: { link: 'blue' }, logo: { file: '../x.svg', width: 40, height: 40 } }).map(({ path }) => path),
      ['colours.link', 'logo.file'],
    )
  })

  it('cannot use the typeface of GOV.UK nor leave its declaration', () => {
    assert.equal(faultsOf({ typeface: 'GDS Transport' })[0]?.path, 'typeface')
    assert.equal(faultsOf({ typeface: 'x;}body{display:none' })[0]?.path, 'typeface')
  })

  it('becomes a stylesheet of settings, named by its content', () => {
    const css = styles({ colours: { main: '#402060' }, typeface: 'Gill Sans, Optima' })
    assert.match(css, /^:root\{.*--council-header:#402060;/)
    assert.match(css, /--council-typeface:"Gill Sans","Optima",system-ui/)
    assert.doesNotMatch(css, /[<]|url\(/)
  })
})

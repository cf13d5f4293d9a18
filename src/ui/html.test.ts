import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { attributes, given } from './attributes.ts'
import { Html, html, isEmpty, raw } from './html.ts'

/** Any text HTML can carry: the parser itself replaces NUL and carriage returns. */
const typed = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\0\r]/g, ''))

function only(markup: Html): { text: string; attributes: Record<string, string>; count: number } {
  const nodes = parseFragment(markup.toString()).childNodes
  const [element] = nodes
  assert.ok(element && 'attrs' in element && nodes.length === 1)
  const [child] = element.childNodes
  const text = child === undefined ? '' : 'value' in child ? child.value : 'not text'
  return { text, attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])), count: element.childNodes.length }
}

describe('html', () => {
  it('shows whatever a person typed as text, and as nothing else', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const shown = only(html`<p>${text}</p>`)
        assert.equal(shown.text, text)
        assert.equal(shown.count, text === '' ? 0 : 1)
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps whatever a person typed inside a quoted attribute', () => {
    fc.assert(
      fc.property(typed, (text) =>
        assert.deepEqual(only(html`<p title="${text}" lang='${text}'></p>`).attributes, { title: text, lang: text }),
      ),
      { numRuns: 2_000 },
    )
  })

  it('composes templates and arrays of them without escaping twice', () => {
    const items = ['a&b', 'c'].map((item) => html`<li>${item}</li>`)
    assert.equal(String(html`<ul>${items}</ul>`), '<ul><li>a&amp;b</li><li>c</li></ul>')
  })

  it('renders nothing for null, undefined and false, and numbers as they are', () => {
    assert.equal(String(html`${null}${undefined}${false}${0}${12n}${[false, ['x']]}`), '012x')
  })

  it('refuses what has no text of its own', () => {
    const untyped: (value: unknown) => unknown = (value) => Reflect.apply(html, undefined, [['', ''], value])
    for (const value of [{}, () => 'x', Symbol('x'), true, { toString: () => '<b>' }]) assert.throws(() => untyped(value), TypeError)
  })

  it('keeps one character for each byte that is sent, whatever the text, and reads back as the text', () => {
    fc.assert(
      fc.property(typed, typed, (text, trusted) => {
        const markup = html`<p>Ŵyl – ${text}</p>${raw(trusted)}`
        assert.equal(Buffer.from(markup.bytes, 'latin1').toString(), markup.toString())
        assert.equal(Buffer.byteLength(markup.toString()), markup.bytes.length)
      }),
      { numRuns: 2_000 },
    )
    assert.equal(String(html`Ŵyl – ${'ŷd'}`), 'Ŵyl – ŷd')
  })

  it('trusts only what raw was given', () => {
    assert.equal(String(html`${raw('<b>')}${'<b>'}`), '<b>&lt;b&gt;')
    assert.ok(raw('x') instanceof Html)
  })

  it('knows empty markup', () => {
    assert.ok(isEmpty(html`${undefined}`) && isEmpty('') && isEmpty(undefined))
    assert.ok(!isEmpty(html`<b></b>`) && !isEmpty(0))
  })
})

describe('attributes', () => {
  it('writes values always, and optional ones only when given', () => {
    const written = attributes({
      id: 'a"b',
      hidden: { value: true, optional: true },
      lang: { value: undefined, optional: true },
      title: null,
    })
    assert.equal(String(written), ' id="a&quot;b" hidden title=""')
  })

  it('writes what is given and nothing else', () => {
    assert.equal(String(given({ id: 'x', lang: '', disabled: true, open: false, width: 0 })), ' id="x" disabled width="0"')
  })
})

describe('every template of this floor', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const sources = files.map((name) => ({ name, source: readFileSync(`${import.meta.dirname}/${name}`, 'utf8') }))

  it('quotes its attributes: escaping is safe only in quotes', () => {
    for (const { name, source } of sources) assert.doesNotMatch(source, /<[a-z][^>`]*\s[a-z-]+=\$\{/, name)
  })

  it('has no inline style, script or event handler, which the content security policy would refuse', () => {
    for (const { name, source } of sources)
      assert.doesNotMatch(source, /\sstyle="|<style|<script(?![^>]*\ssrc=)|\son[a-z]+="|javascript:/, name)
  })
})

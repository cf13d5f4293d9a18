import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cpuMs } from '#test/kit/cpu-time.ts'
import { type Inline, literal, plainText, readMarkdown } from './markdown.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })

describe('readMarkdown', () => {
  it('reads paragraphs, joining the lines of each', () => {
    assert.deepEqual(readMarkdown('One\ntwo.\n\nThree.'), [
      { kind: 'paragraph', content: [text('One two.')] },
      { kind: 'paragraph', content: [text('Three.')] },
    ])
  })

  it('reads headings of level 2 and 3 and no other', () => {
    assert.deepEqual(readMarkdown('## A\n### B\n# C'), [
      { kind: 'heading', level: 2, content: [text('A')] },
      { kind: 'heading', level: 3, content: [text('B')] },
      { kind: 'paragraph', content: [text('# C')] },
    ])
  })

  it('reads lists, with lines that go on, and starts another where the marker changes', () => {
    assert.deepEqual(readMarkdown('- a\n  goes on\n- b\n1. c'), [
      { kind: 'list', ordered: false, items: [[text('a goes on')], [text('b')]] },
      { kind: 'list', ordered: true, items: [[text('c')]] },
    ])
  })

  it('reads bold and links, also a link in bold', () => {
    assert.deepEqual(readMarkdown('Go **now** to [us](/help) or **[mail](mailto:a@b.uk)**'), [
      {
        kind: 'paragraph',
        content: [
          text('Go '),
          { kind: 'bold', content: [text('now')] },
          text(' to '),
          { kind: 'link', href: '/help', content: [text('us')] },
          text(' or '),
          { kind: 'bold', content: [{ kind: 'link', href: 'mailto:a@b.uk', content: [text('mail')] }] },
        ],
      },
    ])
  })

  it('leaves links that could do harm as text', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      'vbscript:x',
      'https:///x',
    ]) {
      assert.deepEqual(readMarkdown(`[x](${href})`), [{ kind: 'paragraph', content: [text(`[x](${href})`)] }])
    }
  })

  it('leaves raw HTML and unfinished syntax as text', () => {
    for (const source of ['<script>alert(1)</script>', '**open', '[a](b', '[a]', '****', '_em_', '`code`']) {
      assert.deepEqual(readMarkdown(source), [{ kind: 'paragraph', content: [text(source)] }])
    }
  })

  it('reads nothing into text that was made literal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const shown = typed.replace(/\s+/g, ' ').trim()
        const expected = shown === '' ? [] : [{ kind: 'paragraph', content: [text(shown)] }]
        assert.deepEqual(readMarkdown(literal(typed)), expected)
      }),
    )
  })

  it('never throws and loses no word', () => {
    const pieces = fc.constantFrom('**', '[', ']', '(', ')', '\\', '#', '- ', '1. ', '\n', '\n\n', 'word', ' ', '/x', 'https://a.uk')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const source = parts.join('')
        const count = (words: string) => words.split('word').length
        assert.equal(count(plainText(readMarkdown(source))), count(source))
      }),
    )
  })

  it('takes time in proportion to its input, whatever the input', () => {
    for (const unit of ['**', '**a ', '[', '[a](', '[a]([', '\\', '**[a](b', '- ', '[**', '*a*']) {
      const time = (length: number) => {
        const source = unit.repeat(length)
        const started = cpuMs()
        readMarkdown(source)
        return cpuMs() - started
      }
      time(2_000)
      assert.ok(time(200_000) < 2_000, `${unit} takes too long`)
    }
  })
})

describe('plainText', () => {
  it('keeps lists and where links lead', () => {
    assert.equal(plainText(readMarkdown('Read [this](https://a.uk/b):\n\n- **a**\n- b')), 'Read this (https://a.uk/b):\n\n- a\n- b')
  })
})

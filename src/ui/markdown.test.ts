import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { prose } from './markdown.ts'

describe('prose', () => {
  it('shows paragraphs, headings, lists, bold and links', () => {
    assert.equal(
      String(prose('## Before\n\nBring **this** and [that](/that).\n\n- a\n- b\n\n1. c')),
      '<h2 class="govuk-heading-m">Before</h2>\n' +
        '<p class="govuk-body">Bring <strong>this</strong> and <a class="govuk-link" href="/that">that</a>.</p>\n' +
        '<ul class="govuk-list govuk-list--bullet"><li>a</li><li>b</li></ul>\n' +
        '<ol class="govuk-list govuk-list--number"><li>c</li></ol>\n',
    )
  })

  it('never lets a pack write HTML of its own', () => {
    const pieces = fc.constantFrom('<script>', '"', "'", '](', '[x', ')', '**', '\n', '- ', 'javascript:', '/a"onclick="', '&lt;', '<')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const rest = String(prose(parts.join(''))).replace(
          /<\/?(?:p|h2|h3|ul|ol|li|strong|a)(?: class="[a-z -]+")?(?: href="(?!javascript:)[^"<>]*")?>/g,
          '',
        )
        assert.doesNotMatch(rest, /[<>"']/)
      }),
      { numRuns: 1_000 },
    )
  })
})

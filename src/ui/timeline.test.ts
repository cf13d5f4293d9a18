import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html } from './html.ts'
import { timeline } from './timeline.ts'

const entry = { at: '2026-11-23T10:12:00Z', when: '23 November', title: 'Application <received>' }

describe('a timeline', () => {
  it('gives each moment in words, and to machines as it is', () => {
    assert.match(String(timeline([entry])), /<time datetime="2026-11-23T10:12:00Z">23 November<\/time>/)
  })

  it('escapes titles and keeps the order it was given', () => {
    const shown = String(timeline([entry, { ...entry, title: 'Second' }]))
    assert.ok(shown.indexOf('&lt;received&gt;') < shown.indexOf('Second'))
  })

  it('says by whom, who alone sees it and what was written, where that is known', () => {
    const shown = String(timeline([{ ...entry, by: 'Jo', seenBy: 'Staff only', body: html`<p>Called.</p>`, isWeighty: true }]))
    for (const part of ['· Jo', '>Staff only<', '<p>Called.</p>', 'timeline__entry--weighty']) assert.ok(shown.includes(part), part)
    assert.doesNotMatch(String(timeline([entry])), /·|seen-by|__body|--weighty/)
  })
})

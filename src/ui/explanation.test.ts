import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { explanation } from './explanation.ts'
import { html } from './html.ts'
import { trace } from './trace.ts'

describe('an explanation', () => {
  it('gives the outcome, each reason and where it comes from', () => {
    const reasons = [{ text: 'You are under 18.', source: 'Rules, section 4' }, { text: 'You live here.' }]
    const shown = String(explanation({ outcome: 'You pay half', reasonsTitle: 'Why', reasons, next: html`<p>Next</p>` }))
    assert.match(shown, /<h2[^>]*>You pay half<\/h2>[^]*<h3[^>]*>Why<\/h3>/)
    assert.match(shown, /<li>You are under 18\. <span class="explanation__source">Rules, section 4<\/span><\/li><li>You live here\.<\/li>/)
    assert.ok(shown.includes('<p>Next</p>'))
  })

  it('has no empty list where there is no reason to give', () => {
    assert.doesNotMatch(String(explanation({ outcome: 'Accepted', reasonsTitle: 'Why', reasons: [] })), /<ul|Why/)
  })
})

describe('a trace', () => {
  const heads = { step: 'Step', value: 'Result', reads: 'Read' }

  it('gives each step with what it cites, its value and what it read', () => {
    const steps = [{ name: 'Share', value: '0.5', reads: ['Age', 'Home'], cites: ['Rules, section 4'] }]
    const shown = String(trace({ caption: 'How', heads, steps }))
    assert.match(shown, /<th scope="row"[^>]*>Share<span[^>]*>Rules, section 4<\/span><\/th><td[^>]*><span[^>]*>0\.5<\/span><\/td>/)
    assert.match(shown, /<li>Age<\/li><li>Home<\/li>/)
  })

  it('can be scrolled by keyboard, under a name', () => {
    assert.match(String(trace({ caption: 'How', heads, steps: [] })), /role="region" aria-label="How" tabindex="0"/)
  })
})

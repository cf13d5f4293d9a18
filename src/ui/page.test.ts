import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { html } from './html.ts'
import { page, type PageOptions } from './page.ts'

const council = { name: 'Example & Co Council', homeHref: '/', stylesheet: '/assets/brand.css' }

function shown(more: Partial<PageOptions> = {}): string {
  return page({
    lang: 'en',
    title: 'Join <us>',
    council: { ...council },
    main: html`<h1>Join</h1>`,
    ...more,
  }).toString()
}

describe('page', () => {
  it('names page and council in its title, escaped', () => {
    assert.match(shown(), /<title>Join &lt;us&gt; – Example &amp; Co Council<\/title>/)
  })

  it('begins its title with the error, in the language of the page', () => {
    assert.match(shown({ error: true }), /<title>Error: Join/)
    assert.match(shown({ error: true, lang: 'cy' }), /<html lang="cy"[^]*<title>Gwall: Join/)
  })

  it('names Folkmoot to staff and never to residents', () => {
    assert.doesNotMatch(shown(), /folkmoot/i)
    assert.match(shown({ staff: { person: 'Jo', signOut: html`` } }), /– Folkmoot<\/title>[^]*>Folkmoot</)
  })

  it('never names GOV.UK to people nor shows its crown', () => {
    const text = shown({ council: { ...council, footerLinks: [{ text: 'Privacy', href: '/privacy' }] } }).replace(
      /class="[^"]*"|data-module="[^"]*"/g,
      '',
    )
    assert.doesNotMatch(text, /gov\.?uk|crown/i)
  })

  it('offers the other language, named in itself, as a link that says so to machines', () => {
    const toWelsh = shown({ otherLanguage: { lang: 'cy', href: '/cy/services' } })
    assert.match(toWelsh, /<a [^>]*href="\/cy\/services"[^>]*lang="cy" hreflang="cy"[^>]*>Cymraeg</)
    assert.match(toWelsh, /<link rel="alternate" hreflang="cy" href="\/cy\/services">/)
    assert.match(shown({ lang: 'cy', otherLanguage: { lang: 'en', href: '/services' } }), /lang="en" hreflang="en"[^>]*>English</)
  })

  it('leads past the header to the main content first', () => {
    const document = shown()
    assert.ok(document.indexOf('href="#main-content"') < document.indexOf('<header'))
    assert.match(document, /<main [^>]*id="main-content"/)
  })
})

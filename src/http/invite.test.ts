import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Invite, invitations } from './invite.ts'

const invites: readonly Invite[] = [
  {
    at: 'question',
    path: ({ service, page }) => `/services/${service}/ideas?page=${page}`,
    words: { en: 'Ask & tell', cy: 'Holi a dweud' },
  },
  { at: 'services', path: () => '/ideas', words: { en: 'All ideas', cy: 'Pob syniad' } },
]
const site = { nav: [], footer: [], invites, scopes: new Map(), demo: false }

describe('an invitation', () => {
  test('stands on the pages it was made for, in their language and with their place', () => {
    const shown = String(invitations({ lang: 'cy', site }, 'question', { service: 'tennis-club', page: 'racket' }))
    assert.match(shown, /href="\/cy\/services\/tennis-club\/ideas\?page=racket">Holi a dweud</)
    assert.doesNotMatch(shown, /Pob syniad/)
  })

  test('is escaped like all text', () => {
    assert.match(String(invitations({ lang: 'en', site }, 'question', { page: '"><b>' })), /Ask &amp; tell/)
    assert.doesNotMatch(String(invitations({ lang: 'en', site }, 'question', { page: '"><b>' })), /<b>/)
  })

  test('is absent from pages no feature asks for', () => {
    assert.equal(invitations({ lang: 'en', site }, 'sent'), undefined)
  })
})

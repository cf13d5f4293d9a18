import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { registerPage, registerRows, type Registered } from './register-page.ts'

const verdict = { verdict: 'approved', by: 'id-of-ann', at: '2026-11-23T10:00:00.000Z', lang: 'en', evidence: {} } as const
const decision: Registered = {
  id: 'one',
  service: 'tennis-club',
  serviceName: 'Join the tennis club',
  title: 'The fee goes up',
  at: '2026-11-23T10:00:00.000Z',
  result: 'released',
  source: 'resident',
  words: {},
  verdicts: [{ ...verdict, role: 'member', name: 'Councillor Ann Park', reasons: '<b>=HYPERLINK("x")</b>' }],
  power: 'both',
  evidence: { backers: 1200, cases: 40, gates: [{ id: 'tried', state: 'waived' }] },
  isDissent: false,
}

describe('the register of decisions', () => {
  test('names who decided, by which role, and on what evidence', () => {
    const page = String(registerPage({ lang: 'en', decisions: [decision], isNameless: false }))
    for (const said of [
      'Councillor Ann Park',
      'Cabinet member responsible',
      '1,200 backed it',
      'tried on about 40 cases',
      'set aside: tried',
    ]) {
      assert.ok(page.includes(said), said)
    }
    assert.ok(!page.includes('id-of-ann'))
  })

  test('leaves names out in the weeks before an election, and says so', () => {
    const shown = { lang: 'en', decisions: [decision], isNameless: true } as const
    const page = String(registerPage(shown))
    assert.ok(!page.includes('Ann Park') && page.includes('Cabinet member responsible'))
    assert.match(page, /Names are left out/)
    assert.ok(!JSON.stringify(registerRows(shown)).includes('Ann Park'))
  })

  test('shows what somebody wrote as they wrote it, never as markup', () => {
    assert.ok(!String(registerPage({ lang: 'cy', decisions: [decision], isNameless: false })).includes('<b>='))
  })
})

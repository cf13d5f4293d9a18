/** What the checks say of a suggested change: as it is typed, when it is looked through, and to staff who deal with it. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { northHost, southHost } from '#test/kit/app.ts'
import { idIn, startSuggestions, valueOf } from '#test/kit/suggestions.ts'

const app = await startSuggestions()
const limit = (id: string, rest = '', which = 'min') => `/suggestions/${id}/change/set-limit${rest}?part=age.${which}`

async function suggested(host: string): Promise<string> {
  const browser = app.browser(host)
  await browser.get('/services/tennis-club/suggest')
  await browser.submit('Publish', { text: 'Let only grown-ups join.' })
  return idIn(browser)
}

describe('what the checks say of an edit', () => {
  let id = ''
  before(async () => {
    id = await suggested(southHost)
  })

  test('that leaves something never true: what it is, which parts contradict each other, and where it stands on the way', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(limit(id))
    await officer.submit('See what it would do', { to: '18' })
    const { body, text, errors } = officer.page
    assert.ok(errors.length > 0)
    assert.match(body, /<a href="#finding-\d">No person ever gets to the row/)
    assert.match(text, /This comes with the change: .*must be mended/)
    assert.match(body, /class="found found--fault" id="finding-1"/)
    assert.match(text, /These leave nobody:.*the answers that “Age” allows/s)
    assert.match(body, /flow__mark--fault/)
    assert.ok(!officer.page.texts('button').includes('Keep this change'))
  })

  test('that is worth a look stands in nobody’s way, and staff who deal with the suggestion read it too', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(limit(id, '', 'max'))
    await officer.submit('See what it would do', { to: '17' })
    assert.equal(officer.page.errors.length, 0)
    assert.match(officer.page.text, /This comes with the change: .* worth a look/)
    assert.match(officer.page.text, /This is true for everybody, so it decides nothing/)
    await officer.submit('Keep this change', {})
    await officer.get(`/staff/suggestions/${id}`)
    assert.match(officer.page.text, /What the checks say/)
    assert.match(officer.page.text, /This is true for everybody, so it decides nothing/)
    assert.match(officer.page.body, new RegExp(`href="/suggestions/${id}/change/question\\?part=age"|flow__mark`))
    await officer.get(`/cy/staff/suggestions/${id}`)
    assert.match(officer.page.text, /Mae hyn yn wir i bawb, felly nid yw’n penderfynu dim/)
  })

  test('is the part of the page alone where a script asks, also of what is half typed', async () => {
    const officer = await app.browserOf('officer', northHost)
    const other = await suggested(northHost)
    await officer.get(limit(other))
    const _csrf = valueOf(officer, '_csrf')
    const fine = await officer.post(limit(other, '/checks', 'max'), { _csrf, to: '110', only: 'checks' })
    assert.equal(fine.status, 200)
    assert.match(fine.body, /^<section class="live" id="checks"/)
    assert.match(fine.text, /brings nothing that must be mended or is worth a look/)
    const wrong = await officer.post(limit(other, '/checks'), { _csrf, to: '18', only: 'checks' })
    assert.match(wrong.text, /must be mended/)
    const half = await officer.post(limit(other, '/checks'), { _csrf, to: '18x', only: 'checks' })
    assert.equal(half.status, 200)
    assert.match(half.text, /18x/)
  })

  test('is for those who may change the suggestion, sixty times a minute', async () => {
    const stranger = await app.browserOf('resident', southHost)
    await stranger.get('/services/tennis-club')
    assert.equal((await stranger.post(limit(id, '/checks'), { to: '5' })).status, 403)
    const officer = await app.browserOf('second', southHost)
    await officer.get(limit(id))
    const _csrf = valueOf(officer, '_csrf')
    const statuses = new Map<number, number>()
    for (let turn = 0; turn < 61; turn += 1) {
      const { status } = await officer.post(limit(id, '/checks'), { _csrf, to: '17', only: 'checks' })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    assert.deepEqual(
      [...statuses],
      [
        [200, 60],
        [429, 1],
      ],
    )
  })
})

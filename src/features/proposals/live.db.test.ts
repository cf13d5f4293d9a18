import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { openCase } from '#features/cases/index.ts'
import { northHost, southHost } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { idIn, startSuggestions, valueOf } from '#test/kit/suggestions.ts'

const app = await startSuggestions()
const button = 'See the effect on past cases'
const figure = (id: string, rest = '') => `/suggestions/${id}/change/set-constant${rest}?part=yearly`

async function suggested(host: string, person?: string): Promise<string> {
  const browser = person === undefined ? app.browser(host) : await app.browserOf(person, host)
  await browser.get('/services/tennis-club/suggest')
  await browser.submit('Publish', { text: `It costs too much for ${person ?? 'anybody'}.` })
  return idIn(browser)
}

describe('what an edit would do to past cases, before it is kept', () => {
  let id = ''
  before(async () => {
    for (let count = 0; count < 40; count += 1) await openCase(app.south, submission({ answers: { age: count < 20 ? 12 : 40 } }))
    id = await suggested(southHost)
  })

  test('is there at the press of a button, from what to what and how much, and what was typed stays', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(figure(id))
    assert.ok(officer.page.texts('button').includes(button))
    await officer.submit(button, { to: '130.00' })
    assert.equal(officer.page.heading, 'Change a figure')
    assert.match(officer.page.text, /Of all 40 cases of the last twelve months, 20 would be decided or charged differently/)
    assert.match(officer.page.text, /Together they would pay £2,600\.00 instead of £2,400\.00/)
    assert.match(officer.page.body, /<svg[^>]+role="img"/)
    assert.match(officer.page.body, /name="to"[^>]+value="130\.00"/)
    const welsh = await app.browserOf('officer', southHost)
    await welsh.get(`/cy${figure(id)}`)
    await welsh.submit('Gweld yr effaith ar achosion y gorffennol', { to: '130.00' })
    assert.match(welsh.page.text, /O’r 40 achos i gyd yn y deuddeg mis diwethaf, byddai penderfyniad neu dâl 20 yn wahanol/)
  })

  test('is the part of the page alone where a script asks for it, and every look is written down', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(figure(id))
    const part = await officer.post(figure(id, '/effect'), { to: '60.00', only: 'effect' })
    assert.equal(part.status, 200)
    assert.match(part.body, /^<section class="live" id="effect"/)
    assert.match(part.text, /Together they would pay £1,200\.00 instead of £2,400\.00/)
    const uses = await app.test.asOwner(`select 1 from people.use where audit = 'effect-looked-at' and about->>'id' = '${id}'`)
    assert.ok(uses.length > 0)
  })

  test('says what is wrong with what is half typed, and that nothing would be different', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(figure(id))
    const _csrf = valueOf(officer, '_csrf')
    const half = await officer.post(figure(id, '/effect'), { to: '12.', only: 'effect' })
    assert.equal(half.status, 200)
    assert.match(half.text, /“12\.” cannot stand here\. Write it like 26\.00/)
    assert.doesNotMatch(half.body, /<svg/)
    const same = await officer.post(figure(id, '/effect'), { _csrf, to: '120.00', only: 'effect' })
    assert.match(same.text, /It is like this already/)
    await officer.get(figure(id))
    await officer.submit(button, { to: 'much' })
    assert.match(officer.page.title, /^Error: /)
    assert.match(officer.page.body, /name="to"[^>]+value="much"/)
  })

  test('is not offered where no past case could be decided otherwise', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(`/suggestions/${id}/change/reword?part=questions.age.label`)
    assert.ok(!officer.page.texts('button').includes(button))
    assert.equal((await officer.post(`/suggestions/${id}/change/reword/effect?part=questions.age.label`, { only: 'effect' })).status, 404)
  })

  test('is of people made up where nobody has used the service, and says so', async () => {
    const fresh = await suggested(northHost)
    const officer = await app.browserOf('officer', northHost)
    await officer.get(figure(fresh))
    await officer.submit(button, { to: '130.00' })
    assert.match(officer.page.text, /Of \d+ people made up for this service, [1-9]\d* would be decided or charged differently/)
    assert.match(officer.page.text, /They say nothing about real people/)
  })

  test('is for officers of the council alone: many edits of a resident would tell people apart', async () => {
    const own = await suggested(southHost, 'resident')
    const resident = await app.browserOf('resident', southHost)
    await resident.get(figure(own))
    assert.equal(resident.page.status, 200)
    assert.ok(!resident.page.texts('button').includes(button))
    for (const only of ['effect', '']) {
      const page = await resident.post(figure(own, '/effect'), { to: '130.00', only })
      assert.equal(page.status, 403)
      assert.doesNotMatch(page.text, /40|2,600/)
    }
    await resident.get(figure(own))
    await resident.submit('See what it would do', { to: '130.00' })
    assert.doesNotMatch(resident.page.text, /last twelve months|2,600/)
    const visitor = app.browser(southHost)
    await visitor.get('/suggestions')
    assert.notEqual((await visitor.post(figure(id, '/effect'), { to: '130.00' })).status, 200)
    const stranger = await app.browserOf('officer', northHost)
    await stranger.get('/services/tennis-club/suggest')
    assert.equal((await stranger.post(figure(id, '/effect'), { to: '130.00', only: 'effect' })).status, 404)
  })

  test('needs the token of our own page, and is not asked for without end', async () => {
    const officer = await app.browserOf('officer', southHost)
    await officer.get(figure(id))
    assert.equal((await officer.post(figure(id, '/effect'), { _csrf: 'forged', to: '130.00' })).status, 403)
    const second = await app.browserOf('second', southHost)
    await second.get(figure(id))
    const fields = { _csrf: valueOf(second, '_csrf'), to: 'x', only: 'effect' }
    const statuses = new Set<number>()
    for (let count = 0; count < 125; count += 1) statuses.add((await second.post(figure(id, '/effect'), fields)).status)
    assert.deepEqual([...statuses], [200, 429])
    await officer.get(figure(id))
    assert.equal((await officer.post(figure(id, '/effect'), { to: '130.00', only: 'effect' })).status, 200, 'others are not held up')
  })
})

describe('trying a suggested change', () => {
  test('is on the cases and by the splits that were chosen, from a day that has been', async () => {
    const id = await suggested(southHost, 'manager')
    const officer = await app.browserOf('officer', southHost)
    await officer.get(figure(id))
    await officer.submit('See what it would do', { to: '130.00' })
    await officer.submit('Keep this change')
    await officer.get(`/staff/suggestions/${id}`)
    await officer.submit('Try it', { 'since-year': '2027' })
    assert.deepEqual(officer.page.errors, ['Enter a day that has been, such as 1 4 2026.'])
    assert.match(officer.page.body, /value="2027"/)
    await officer.submit('Try it', { 'since-day': '1', 'since-month': '11', 'since-year': '2026', split: ['month'] })
    assert.match(officer.page.text, /opened from 1 November 2026/)
    await officer.click('Figures by group, and single cases before and after')
    assert.match(officer.page.text, /By month/)
    assert.doesNotMatch(officer.page.text, /At the counter/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { born, fillIn, startAllotments } from '#test/kit/allotment.ts'
import { type Browser } from '#test/kit/app.ts'
import { catchUp } from '#store/follow.ts'
import { rebuild } from '#store/rebuild.ts'
import { value } from './feature.ts'
import { figuresOf, valueSaid } from './index.ts'
import { casesProjection, countsProjection } from './store/index.ts'

const app = await startAllotments([value])
const window = { from: '2025-12', to: '2026-11', today: '2026-11-23' }

async function send(host?: string): Promise<{ browser: Browser; reference: string }> {
  const browser = app.browser(host)
  await fillIn(browser)
  await browser.submit('Send')
  const reference = browser.page.texts('span').find((text) => /^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/.test(text))
  assert.ok(reference, browser.page.text)
  return { browser, reference }
}

async function cellsNow() {
  return app.test.asOwner('select * from value.cell order by 1, 2, 3, 4, 5, 6, 7, 8')
}

/** What the log gives when everything is thrown away and made again. */
async function rebuilt() {
  await rebuild({ store: app.test.store, council: 'north', projections: [casesProjection, countsProjection] })
  return cellsNow()
}

async function follow() {
  await catchUp(app.north.store, casesProjection)
}

async function decide(reference: string, outcome = 'let') {
  const officer = await app.browserOf('officer')
  await officer.get(`/staff/cases?find=${reference}`)
  if (!/\/staff\/cases\/./.test(officer.page.url)) await officer.click(reference)
  const options = officer.page.all('input').flatMap(({ attrs }) => {
    const named = attrs.some(({ name, value: text }) => name === 'name' && text === 'outcome')
    return named ? [attrs.find(({ name }) => name === 'value')?.value ?? ''] : []
  })
  await officer.submit('Record the decision', {
    outcome: options.includes(outcome) ? outcome : (options[0] ?? ''),
    reason: 'As the rules say.',
  })
}

async function tally() {
  const [row] = await app.test.asOwner(
    "select sum(begun)::int as begun, sum(sent)::int as sent, sum(exited)::int as exited from journeys.tally where council_id = 'south'",
  )
  return row
}

describe('what a service costs and gives', () => {
  test('follows what happens to each case, and is the same made again from the log', async () => {
    const [one] = [await send(), await send()]
    await follow()
    assert.equal((await figuresOf(app.north, 'allotment', window)).submitted, 2)
    app.setClock('2026-11-30T10:00:00.000Z')
    await decide(one.reference)
    app.setClock('2026-11-23T10:00:00.000Z')
    await follow()
    const figures = await figuresOf(app.north, 'allotment', { ...window, today: '2026-11-30' })
    assert.equal(figures.finished, 1)
    assert.deepEqual(figures.days, [[7, 1]])
    assert.deepEqual(figures.workingDays, [[5, 1]])
    assert.equal(figures.channels.find(({ channel }) => channel === 'web')?.submitted, 2)
    const followed = await cellsNow()
    assert.deepEqual(await rebuilt(), followed)
  })

  test('counts a form once, however often it is taken up, and one that is rightly ended as complete', async () => {
    await send('cy.localhost')
    const turned = app.browser('cy.localhost')
    await turned.get('/services/allotment/apply')
    await turned.submit('Continue', { size: 'small' })
    await turned.get('/services/allotment/apply')
    await turned.submit('Continue', { 'helpers-0-called': 'Bo', 'helpers-0-age': '30' })
    await turned.submit('Continue')
    await turned.submit('Continue', { ...born, 'born-year': '2020' })
    assert.match(turned.page.text, /too young/)
    assert.deepEqual(await tally(), { begun: 2, sent: 1, exited: 1 })
    await turned.get('/services/allotment/apply/born')
    await turned.submit('Continue', born)
    assert.deepEqual(await tally(), { begun: 2, sent: 1, exited: 0 }, 'whoever changes their answer is under way again')
  })

  test('counts the days that are over into the log, once, and loses nothing meanwhile', async () => {
    app.setClock('2027-01-10T10:00:00.000Z')
    const late = { from: '2026-02', to: '2027-01', today: '2027-01-10' }
    const waiting = (await figuresOf(app.south, 'allotment', late)).journeys
    assert.deepEqual(waiting, { begun: 2, sent: 1, exited: 0, givenUp: 1 })
    await app.runTask('value.counts')
    await app.runTask('value.counts')
    assert.deepEqual((await figuresOf(app.south, 'allotment', late)).journeys, waiting)
    assert.deepEqual(await app.test.asOwner('select from journeys.tally'), [])
    app.setClock('2026-11-23T10:00:00.000Z')
  })

  test('is public, hides what is small, and leads from each figure to how it is worked out', async () => {
    const visitor = app.browser()
    await visitor.get('/services/allotment/value')
    assert.equal(visitor.page.status, 200)
    assert.match(visitor.page.text, /too few to show/)
    await visitor.click('Time taken')
    assert.match(visitor.page.text, /Calendar days from sending to the first decision/)
    assert.equal((await visitor.get('/services/allotment/value/no-such-figure')).status, 404)
    assert.equal((await visitor.get('/services/allotment/value/time-taken/months.csv')).status, 200)
    assert.equal((await visitor.get('/value')).status, 200)
  })

  test('of which no costs are entered shows published averages, labelled and dated, as nothing that could be saved', async () => {
    for (let count = 0; count < 10; count += 1) await send()
    await follow()
    const visitor = app.browser()
    await visitor.get('/services/allotment/value')
    assert.match(visitor.page.text, /Modelled, not cashable/)
    assert.match(visitor.page.text, /published by Socitm in 2012/)
    assert.match(visitor.page.text, /£1\.50 for 10 contacts/)
    assert.match(visitor.page.text, /nothing that could be taken out of a budget/)
  })

  test('is said in sentences, with where each comes from', async () => {
    const said = await valueSaid(app.south, 'allotment', window.today)
    assert.ok(said.figures.every(({ link, value: words }) => link.startsWith('/services/allotment/value/') && words.cy !== ''))
    assert.equal(said.figures.find(({ id }) => id === 'cost')?.sureness, 'too-few')
  })
})

describe('ratings', () => {
  test('are asked of whoever sent it, once, and kept with nothing that leads back to them', async () => {
    const { browser } = await send()
    await browser.click('Tell us how this form was')
    await browser.submit('Good')
    assert.match(browser.page.text, /Thank you/)
    const [rating] = await app.test.asOwner('select * from value.rating')
    assert.deepEqual(rating && { ...rating, version: '', count: Number(rating['count']) }, {
      council_id: 'north',
      service: 'allotment',
      month: '2026-11',
      version: '',
      channel: 'web',
      moment: 'sent',
      points: 4,
      count: 1,
    })
    await browser.get('/services/allotment/sent')
    await browser.click('Tell us how this form was')
    assert.match(browser.page.text, /told us already/)
  })

  test('are not for strangers, made-up keys or points that are none', async () => {
    const { reference, browser } = await send()
    const stranger = app.browser()
    await stranger.get(`/services/allotment/how-was-it/sent/${reference}`)
    assert.equal(stranger.page.url, '/track')
    assert.equal((await stranger.get('/how-was-it/AAAA')).status, 404)
    await browser.get(`/services/allotment/how-was-it/decided/${reference}`)
    assert.equal(browser.page.status, 404)
    await browser.get(`/services/allotment/how-was-it/sent/${reference}`)
    assert.equal((await browser.post('/how-was-it', { key: 'nonsense', points: '5' })).status, 404)
  })

  test('go into the log ten together, never fewer, and are the same made again', async () => {
    const [before] = await app.test.asOwner<{ waiting: number }>('select sum(count)::int as waiting from value.rating')
    for (let count = before?.waiting ?? 0; count < 10; count += 1) {
      assert.equal((await figuresOf(app.north, 'allotment', window)).ratings.sent.length, 0)
      const { browser } = await send()
      await browser.click('Tell us how this form was')
      await browser.submit('Very good')
    }
    const { ratings } = await figuresOf(app.north, 'allotment', window)
    assert.deepEqual(ratings.sent, [
      [4, 1],
      [5, 9],
    ])
    assert.deepEqual(await app.test.asOwner('select from value.rating'), [])
    await follow()
    const followed = await cellsNow()
    assert.deepEqual(await rebuilt(), followed)
  })

  test('are asked for by email the day after the decision, once, and the link in it is enough', async () => {
    const { reference } = await send()
    await decide(reference)
    await follow()
    const asked = async () => (await app.browser().get('/outbox')).body.match(/\/how-was-it\/[\w-]{20,}/g) ?? []
    await app.runTask('value.survey')
    assert.deepEqual(await asked(), [], 'not on the day itself')
    app.setClock('2026-11-24T10:00:00.000Z')
    await app.runTask('value.survey')
    await app.runTask('value.survey')
    const [address, ...more] = [...new Set(await asked())]
    assert.ok(address)
    assert.equal(more.length, 0)
    const anywhere = app.browser()
    await anywhere.get(address)
    assert.equal(anywhere.page.heading, 'How did we do?')
    await anywhere.submit('Poor')
    assert.match(anywhere.page.text, /Thank you/)
    await anywhere.get(address)
    assert.match(anywhere.page.text, /told us already/)
    assert.deepEqual(await app.test.asOwner('select moment, points from value.rating'), [{ moment: 'decided', points: 2 }])
    app.setClock('2026-11-23T10:00:00.000Z')
  })
})

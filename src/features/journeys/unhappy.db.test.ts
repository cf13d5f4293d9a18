import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { importPremises } from '#features/addresses/feature.ts'
import { publish } from '#features/services/index.ts'
import { allotmentFiles, fillIn, houses, startAllotments } from '#test/kit/allotment.ts'
import { type Page, southHost } from '#test/kit/app.ts'
import { attribute } from '#test/kit/page.ts'
import { disposeDrafts } from './index.ts'

const app = await startAllotments()
await importPremises(app.north.store, Readable.from([houses]))
const root = '/services/allotment'

describe('beginning', () => {
  test('a service whose first page may be left empty begins there, and goes on from there', async () => {
    const files = await allotmentFiles((text) =>
      text.replace('{ id: size, kind: one-of, purpose: let,', '{ id: size, kind: one-of, optional: true, purpose: let,'),
    )
    assert.equal((await publish(app.south, { files, by: 'mo', at: '2026-11-23T10:00:00.000Z' })).state, 'published')
    const ada = app.browser(southHost)
    await ada.get(`/language/en?return=${root}/apply`)
    assert.equal(ada.page.url, `${root}/apply/size`)
    await ada.submit('Continue')
    assert.equal(ada.page.url, `${root}/apply/helpers/1`)
  })
})

describe('a question that begins with an answer given before', () => {
  test('shows it, says so, and keeps what the person says instead', async () => {
    const grown = (text: string, file: string) =>
      file.startsWith('words.')
        ? text
            .replace('questions:\n', 'questions:\n  since: { label: Since when have you gardened? }\n')
            .replace('pages: {', 'pages: { since: { title: Gardening },')
        : text.replace(
            '      - id: home\n',
            '      - id: since\n        questions: [{ id: since, kind: date, purpose: let, latest: today, starts: born }]\n      - id: home\n',
          )
    const published = await publish(app.south, { files: await allotmentFiles(grown), by: 'mo', at: '2026-11-23T11:00:00.000Z' })
    assert.equal(published.state, 'published', JSON.stringify(published))
    const ada = app.browser(southHost)
    await ada.get(`/language/en?return=${root}/apply`)
    await ada.submit('Continue', { size: 'small' })
    await ada.submit('Continue', { 'helpers-0-called': 'Bo', 'helpers-0-age': '30' })
    await ada.submit('Continue')
    assert.doesNotMatch(ada.page.text, /You told us this before/)
    await ada.submit('Continue', { 'born-day': '2', 'born-month': '3', 'born-year': '1980' })
    assert.equal(ada.page.url, `${root}/apply/since`)
    assert.match(ada.page.text, /You told us this before/)
    assert.match(ada.page.body, /name="since-year"[^>]*value="1980"|value="1980"[^>]*name="since-year"/)
    await ada.submit('Continue', { 'since-year': '1999' })
    await ada.get(`${root}/apply/since`)
    assert.doesNotMatch(ada.page.text, /You told us this before/)
    assert.match(ada.page.body, /value="1999"/)
  })
})

describe('going astray', () => {
  test('jumping ahead leads to the first page that is not complete', async () => {
    const ada = app.browser()
    await ada.get(`${root}/apply`)
    await ada.submit('Continue', { size: 'large' })
    for (const path of ['home', 'check', 'helpers', 'helpers/1']) {
      await ada.get(`${root}/apply/${path}`)
      assert.equal(ada.page.url, `${root}/apply/shed`, path)
    }
  })

  test('a page this person is not asked leads on; one the service does not have is not found', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/apply/shed`)
    assert.equal(ada.page.url, `${root}/apply/check`)
    await ada.get(`${root}/apply/pond`)
    assert.equal(ada.page.status, 404)
    assert.equal(ada.page.heading, 'This page is not part of the service')
    await ada.click('Go on where you were')
    assert.equal(ada.page.url, `${root}/apply/check`)
    assert.equal((await ada.get('/services/pond/apply/size')).status, 404)
    assert.equal((await ada.get('/services/pond')).status, 404)
  })

  test('an entry that is not there leads to the list', async () => {
    const ada = app.browser()
    await fillIn(ada)
    for (const entry of ['3', '0', '99', 'x', '1e1']) {
      await ada.get(`${root}/apply/helpers/${entry}`)
      assert.equal(ada.page.url, `${root}/apply/helpers`, entry)
    }
    assert.equal((await ada.get(`${root}/apply/size/1`)).status, 404)
  })

  test('a browser without a draft, or with a cookie that was tampered with, is told why and how to start', async () => {
    for (const cookie of ['', 'folkmoot-visitor=tampered', `folkmoot-visitor=${'A'.repeat(43)}`]) {
      const page = await app.browser().send({ method: 'GET', url: `${root}/apply/born`, headers: { cookie } })
      assert.equal(page.status, 404)
      assert.equal(page.heading, 'We have no answers from you here')
      assert.equal(page.href('Start now'), `${root}/apply`)
    }
  })

  test('an unknown answer, a wrong field name and a hostile text are answered with the page, not with an accident', async () => {
    const ada = app.browser()
    await ada.get(`${root}/apply`)
    await ada.submit('Continue', { size: 'enormous' })
    assert.equal(ada.page.errors.length, 1)
    await ada.post(`${root}/apply/size`, { __proto__: 'x', constructor: 'small', 'size-day': '<script>' })
    assert.equal(ada.page.status, 200)
    assert.equal(ada.page.errors.length, 1)
    assert.ok(!ada.page.body.includes('<script>'))
  })
})

describe('the other tab', () => {
  test('two tabs that save different pages in the same moment lose neither', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await ada.get(`${root}/apply/born`)
    const csrf = tokenOn(ada.page)
    const save = (path: string, fields: Record<string, string>) =>
      ada.send({
        method: 'POST',
        url: `${root}/apply/${path}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
      })
    const replies = await Promise.all([
      save('born', { 'born-day': '5', 'born-month': '6', 'born-year': '1970' }),
      save('contact', { full_name: 'Ada Second', email: 'second@example.org' }),
      save('size', { size: 'small' }),
    ])
    assert.deepEqual(
      replies.map(({ status }) => status),
      [303, 303, 303],
    )
    await ada.get(`${root}/apply/check`)
    assert.equal(ada.page.summary().get('Born'), '5 June 1970')
    assert.equal(ada.page.summary().get('Name'), 'Ada Second')
  })

  test('sending twice gives one reference, and the back button says that it was sent', async () => {
    const ada = app.browser()
    await fillIn(ada)
    const csrf = tokenOn(ada.page)
    await ada.submit('Send')
    const sent = ada.page.text
    await ada.post(`${root}/apply/check`, { _csrf: csrf })
    assert.equal(ada.page.url, `${root}/sent`)
    assert.equal(ada.page.text, sent)
    await ada.get(`${root}/apply/contact`)
    assert.equal(ada.page.heading, 'You have sent this already')
    await ada.click('Start another one')
    assert.equal(ada.page.url, `${root}/apply/size`)
    await fillIn(ada)
    await ada.submit('Send')
    assert.notEqual(ada.page.text, sent)
  })

  test('two presses in the same moment open one case', async () => {
    const ada = app.browser()
    await fillIn(ada)
    const before = await caseCount()
    await Promise.all([ada.post(`${root}/apply/check`), ada.post(`${root}/apply/check`)])
    assert.equal((await caseCount()) - before, 1)
  })

  test('answers are gone from the draft once they are sent', async () => {
    const rows = await app.test.asOwner<{ answers: Buffer | null }>('select answers from journeys.draft where reference is not null')
    assert.ok(rows.length > 0)
    assert.ok(rows.every(({ answers }) => answers === null))
  })
})

describe('what may be sent only once', () => {
  const join = async (name: string) => {
    const player = app.browser()
    await player.get('/services/tennis-club/apply')
    await player.submit('Continue', { full_name: name })
    await player.submit('Continue')
    await player.submit('Find address', { 'home-postcode': 'AB1 2EF' })
    await player.submit('Continue', { 'home-uprn': '1001' })
    await player.submit('Continue', { age: '30' })
    await player.submit('Continue')
    await player.submit('Send')
    return player.page
  }

  test('is refused the second time, in words that do not say who sent it', async () => {
    assert.equal((await join('First Player')).url, '/services/tennis-club/sent')
    const second = await join('Second Player')
    assert.equal(second.heading, 'This has been sent before')
    assert.ok(!second.body.includes('First'))
  })
})

describe('a lost key', () => {
  test('loses the answers and nothing else: the person begins again', async () => {
    const ada = app.browser()
    await fillIn(ada)
    await app.test.asOwner(`update journeys.draft set answers = 'gone' where answers is not null`)
    await ada.get(`${root}/apply/check`)
    assert.equal(ada.page.url, `${root}/apply/size`)
    await fillIn(ada)
    assert.equal(ada.page.heading, 'Check your answers')
  })
})

describe('time', () => {
  test('a draft that nobody used for 28 days is deleted, one used since is not', async () => {
    const [old, young] = [app.browser(), app.browser()]
    await fillIn(old)
    app.setClock('2026-12-10T10:00:00.000Z')
    await fillIn(young)
    app.setClock('2026-12-22T10:00:00.000Z')
    const { store } = app.north
    const going = { at: '2026-12-22T10:00:00.000Z', today: '2026-12-22', nation: 'england_and_wales' as const, isDryRun: false }
    await disposeDrafts({ store }, going, [])
    assert.equal((await old.get(`${root}/apply/check`)).heading, 'We have no answers from you here')
    assert.equal((await young.get(`${root}/apply/check`)).heading, 'Check your answers')
  })

  test('whoever began with a version finishes with it, and is told', async () => {
    const ada = app.browser()
    await fillIn(ada)
    const changed = await allotmentFiles((text) => text.replace('What is your name?', 'What are you called?'))
    const at = '2026-12-22T11:00:00.000Z'
    assert.equal((await publish(app.north, { files: changed, by: 'tests', at })).state, 'published')
    await ada.get(`${root}/apply/contact`)
    assert.ok(ada.page.texts('label').includes('What is your name?'))
    await ada.get(`${root}/apply/check`)
    assert.match(ada.page.text, /This service has changed since you began/)
    await ada.submit('Send')
    assert.equal(ada.page.url, `${root}/sent`)
    const next = app.browser()
    await fillIn(next)
    await next.get(`${root}/apply/contact`)
    assert.ok(next.page.texts('label').includes('What are you called?'))
  })
})

describe('a draft at rest', () => {
  test('holds nothing readable', async () => {
    const rows = await app.test.asOwner('select * from journeys.draft')
    const text = JSON.stringify(
      rows.map((row) => ({ ...row, answers: Buffer.isBuffer(row['answers']) ? row['answers'].toString('latin1') : null })),
    )
    for (const personal of ['Ada', 'Mill Lane', 'example.org', '1980']) assert.ok(!text.includes(personal), personal)
  })
})

function tokenOn(page: Page): string {
  const field = page.all('input').find((input) => attribute(input, 'name') === '_csrf')
  return attribute(field, 'value') ?? ''
}

async function caseCount(): Promise<number> {
  const rows = await app.test.asOwner<{ count: string }>("select count(distinct stream) from log.fact where stream like 'case/%'")
  return Number(rows[0]?.count)
}

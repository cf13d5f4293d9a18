import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { southHost } from '#test/kit/app.ts'
import { startAllotments } from '#test/kit/allotment.ts'

const app = await startAllotments()
const root = '/services/allotment'

describe('the list of services', () => {
  test('goes from A to Z and finds by words of either language, in a form that needs no script', async () => {
    const ada = app.browser()
    await ada.get('/services')
    assert.equal(ada.page.heading, 'Services')
    assert.ok(ada.page.texts('h2').includes('R'))
    await ada.submit('Search', { 'Find a service': 'vegtables' })
    assert.match(ada.page.url, /^\/services\?q=vegtables/)
    assert.ok(ada.page.hasLink('Rent an allotment'))
    await ada.submit('Search', { 'Find a service': 'rhandir' })
    assert.ok(ada.page.hasLink('Rent an allotment'))
    await ada.submit('Search', { 'Find a service': '<b>xyzzy' })
    assert.match(ada.page.text, /We found no service for “<b>xyzzy”/)
    assert.ok(!ada.page.body.includes('<b>xyzzy'))
  })

  test('is Welsh under /cy, with Welsh letters', async () => {
    const megan = app.browser(southHost)
    await megan.get('/cy/services')
    assert.equal(megan.page.heading, 'Gwasanaethau')
    assert.ok(megan.page.texts('h2').includes('Rh'))
    assert.ok(megan.page.hasLink('Rhentu rhandir'))
  })
})

describe('the start page', () => {
  test('says what one needs, how long it takes, the price, what happens to the data, and the other ways', async () => {
    const { page } = await visited(root)
    assert.equal(page.heading, 'Rent an allotment')
    for (const said of [
      'your date of birth',
      'About 5 minutes',
      'A small plot costs £40',
      'To let the plots. We may do this because it is part of our public task (Smallholdings and Allotments Act 1908, section 23).',
      'Seen by: council officers. We keep it for 6 years after we close the case.',
      'Phone 01632 960000',
    ]) {
      assert.ok(page.text.includes(said), `${said} is missing: ${page.text}`)
    }
    assert.equal(page.href('print the form'), `${root}/paper`)
  })
})

describe('the page about a service', () => {
  test('names who is responsible, and shows the rules with reasons and sources', async () => {
    const { page } = await visited(`${root}/about`)
    assert.match(page.text, /Councillor A/)
    assert.match(page.text, /Director B/)
    assert.deepEqual(page.table('Offer'), [
      ['Size', 'Outcome', 'Reason'],
      ['Large', 'We offer you a plot', 'There are large plots.Allotment rules, 2'],
      ['anything', 'We offer you a plot', 'There are small plots.Allotment rules, 2'],
    ])
    assert.match(page.text, /Allotment committee within 1 month/)
    assert.match(page.text, /£9\.00.*£3\.00.*Every plot is dug.*More green in town/)
  })
})

describe('setting a gate aside', () => {
  test('is for the accountable director of that very service', async () => {
    const dee = await app.browserOf('director')
    await dee.get(`${root}/about`)
    await dee.get(dee.page.href('Set a check aside for a while'))
    await dee.submit('Set it aside', {})
    assert.deepEqual(dee.page.errors, ['Choose which check is set aside'])
    await dee.submit('Set it aside', { gate: 'tried', reason: 'Flood <b>', 'until-day': '30', 'until-month': '11', 'until-year': '2026' })
    assert.equal(dee.page.url, `${root}/about`)
    assert.match(dee.page.text, /“Tried on last year’s cases” was set aside by Dee Director until 30 November 2026. Flood <b>/)
    await dee.get('/staff/services/tennis-club/waive')
    assert.match(dee.page.text, /Only the accountable director of this service/)
  })

  test('is for nobody else', async () => {
    for (const person of ['manager', 'councillor', 'officer']) {
      const browser = await app.browserOf(person)
      await browser.get(`${root}/about`)
      assert.ok(!browser.page.hasLink('Set a check aside for a while'), person)
      await browser.get(`/staff${root}/waive`)
      assert.match(browser.page.heading ?? '', /cannot/)
    }
  })
})

describe('the paper form', () => {
  test('numbers the questions, says which are for whom, and has boxes for the office', async () => {
    const { page } = await visited(`${root}/paper`)
    assert.match(page.body, /For office use only/)
    assert.match(page.body, /This part is only for you if:<\/strong> “Size” is answered “Large”/)
    assert.match(page.body, /3a/)
    assert.match(page.body, /Smallholdings and Allotments Act 1908/)
    assert.match(page.body, /What is your ethnic group\?/, 'the equality questions stand on a sheet of their own')
  })
})

describe('the phone script', () => {
  test('is for those who take applications by phone', async () => {
    const olga = await app.browserOf('officer')
    await olga.get(`/staff${root}/phone`)
    assert.match(olga.page.text, /Hello, this is north Council/)
    assert.match(olga.page.text, /Which size of plot would you like\?/)
    assert.notEqual((await app.browser().get(`/staff${root}/phone`)).url, `/staff${root}/phone`)
  })
})

describe('the pages every council owes', () => {
  test('privacy: who, why, by what right, how long, and how to complain', async () => {
    const { page } = await visited('/privacy')
    for (const said of ['Rent an allotment', 'dpo@north.example', 'Regulator', 'within one calendar month', '6 years']) {
      assert.ok(page.text.includes(said), said)
    }
  })

  test('cookies: every cookie the pages set is listed', async () => {
    const ada = app.browser()
    await ada.get(`${root}/apply`)
    await ada.get('/language/en')
    const { page } = await visited('/cookies')
    for (const name of ada.cookies.keys()) assert.ok(page.text.includes(name), name)
  })

  test('accessibility: status, what is not accessible, contact, enforcement, dates', async () => {
    const { page } = await visited('/accessibility')
    for (const said of [
      'partially compliant',
      'help@north.example',
      'Equality and Human Rights Commission',
      'prepared on 23 November 2026',
      'last reviewed',
    ]) {
      assert.ok(page.text.includes(said), said)
    }
  })

  test('each in Welsh too', async () => {
    for (const [path, heading] of [
      ['privacy', 'Sut rydym yn gofalu am yr hyn a ddywedwch wrthym'],
      ['cookies', 'Cwcis'],
      ['accessibility', 'Datganiad hygyrchedd'],
      ['services/allotment/about', 'Am “Rhentu rhandir”'],
    ] as const) {
      const { page } = await visited(`/cy/${path}`, southHost)
      assert.deepEqual([page.lang, page.heading], ['cy', heading])
    }
  })
})

async function visited(path: string, host?: string) {
  const browser = app.browser(host)
  await browser.get(path)
  return browser
}

/** What happens on the way through a service, in Chromium: faults, going back, changing answers, groups, saving, exits, languages, the equality questions. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page as Tab } from 'playwright-core'
import type { Browser } from '#test/kit/browser.ts'
import { openWindow, skipWithoutChromium, startChromium, takeOver } from '#test/kit/chromium.ts'
import { bilingual, startInstallation } from '#test/kit/installation.ts'
import { Keyboard } from '#test/kit/keyboard.ts'
import { bulkyWaste, reduction, walkAndSend, walkTo, type Walk } from '#test/kit/walks.ts'

const installation = await startInstallation()
const { port } = installation
after(() => installation.close())

const focusedId = 'document.activeElement.id'
const active = 'document.activeElement.className'

describe('on the way through a service', { skip: skipWithoutChromium }, () => {
  let chromium: Chromium
  before(async () => {
    chromium = await startChromium()
  })
  after(() => chromium?.close())

  /** A window of somebody who came as far as `until` without scripts. */
  async function windowAt(walk: Walk, until: string): Promise<Tab> {
    const visitor: Browser = installation.browser(walk.host)
    await visitor.get('/language/en')
    await walkTo(visitor, walk, { until })
    const tab = await openWindow(chromium, { host: walk.host, port })
    await takeOver(tab.context(), visitor, { host: walk.host, port })
    await tab.goto(`/services/${walk.service}/apply/${until}`)
    return tab
  }

  const summary = (tab: Tab) => tab.locator('.govuk-summary-list').allInnerTexts()

  test('the error summary has the focus, says what is wrong first in the title, and leads to the field', async () => {
    const tab = await windowAt(reduction, 'date-of-birth')
    await tab.getByRole('button', { name: 'Continue' }).click()
    assert.match(await tab.title(), /^Error: /)
    assert.match(String(await tab.evaluate(active)), /govuk-error-summary/)
    await tab.locator('.govuk-error-summary a').click()
    assert.equal(await tab.evaluate(focusedId), 'date_of_birth-day')
    await tab.context().close()
  })

  test('one goes back page by page and finds what one answered', async () => {
    const tab = await windowAt(reduction, 'yearly-bill')
    await tab.getByRole('link', { name: 'Back', exact: true }).click()
    assert.ok(tab.url().endsWith('/apply/home'))
    await tab.getByRole('link', { name: 'Back', exact: true }).click()
    assert.ok(await tab.getByLabel('Yes').isChecked())
    await tab.goBack()
    await tab.goBack()
    assert.ok(tab.url().endsWith('/apply/yearly-bill'), 'the browser’s own back leads there too')
    await tab.context().close()
  })

  test('a changed answer leads back to the check page, where the figures are worked out anew', async () => {
    const tab = await windowAt(reduction, 'check')
    await tab.getByRole('link', { name: 'Change Council tax for the year' }).click()
    await tab.getByLabel('How much is your council tax bill for the whole year?').fill('2,000')
    await tab.getByRole('button', { name: 'Continue' }).click()
    assert.ok(tab.url().endsWith('/apply/check'))
    assert.match((await summary(tab)).join(' '), /£2,000\.00[\s\S]*£1,448\.80/)
    await tab.context().close()
  })

  test('a change that opens a question asks it, and then leads back', async () => {
    const tab = await windowAt(reduction, 'check')
    await tab.getByRole('link', { name: 'Change Benefit' }).click()
    await tab.getByLabel('Universal Credit').check()
    await tab.getByRole('button', { name: 'Continue' }).click()
    assert.match(tab.url(), /universal-credit-income/)
    await tab.getByRole('textbox').fill('800')
    await tab.getByRole('button', { name: 'Continue' }).click()
    assert.ok(tab.url().endsWith('/apply/check'), tab.url())
    assert.doesNotMatch((await summary(tab)).join(' '), /Any income/, 'answers of the branch left behind do not count')
    await tab.context().close()
  })

  test('entries of a group are added, changed and removed by keyboard', async () => {
    const tab = await windowAt(bulkyWaste, 'items')
    const keyboard = new Keyboard(tab)
    await keyboard.press('Add another: item')
    await keyboard.fillAndPress({ 'items-1-what': 'chair', 'items-1-how_many': '4', 'items-1-usable': 'no' }, 'Continue')
    await keyboard.press('Change Item 2')
    await keyboard.fillAndPress({ 'items-1-how_many': '5' }, 'Continue')
    assert.match((await summary(tab)).join(' '), /Chair\s+How many: 5/)
    await keyboard.press('Remove Item 1')
    await keyboard.press('Yes, remove it')
    const [left = ''] = await summary(tab)
    assert.match(left, /Chair/)
    assert.doesNotMatch(left, /Sofa/)
    await tab.context().close()
  })

  test('what is saved is found again on another device, by the link in the email', async () => {
    const tab = await windowAt(reduction, 'other-adults')
    await tab.getByRole('link', { name: 'Save and come back later' }).click()
    await tab.getByLabel('Your email address').fill('later@example.org')
    await tab.getByRole('button', { name: 'Email me a link' }).click()
    const device = await openWindow(chromium, { host: reduction.host, port, width: 320 })
    await device.goto('/outbox')
    await device.locator('main a[href*="/return/"]').first().click()
    await device.getByRole('button', { name: 'Go on' }).click()
    assert.ok(device.url().endsWith('/apply/other-adults'), device.url())
    await device.getByRole('link', { name: 'Back', exact: true }).click()
    assert.equal(await device.getByRole('textbox').inputValue(), '1800.00')
    await device.context().close()
    await tab.context().close()
  })

  test('“not accepted here” says where to go before anything is sent, and lets one go back', async () => {
    const tab = await windowAt(bulkyWaste, 'items/1')
    await tab.getByLabel('Gas bottle').check()
    await tab.getByLabel('How many?').fill('1')
    await tab.getByLabel('No', { exact: true }).check()
    await tab.getByRole('button', { name: 'Continue' }).click()
    if (!tab.url().endsWith('/not-here')) await tab.getByRole('button', { name: 'Continue' }).click()
    assert.equal(await tab.locator('h1').innerText(), 'We cannot collect hazardous items')
    assert.match(await tab.locator('main').innerText(), /household waste recycling centre/)
    await tab.getByRole('link', { name: 'Go back and change your answers' }).click()
    assert.match(tab.url(), /\/apply\/items/)
    await tab.context().close()
  })

  test('the other language shows the same page, with the answers', async () => {
    const tab = await windowAt(bulkyWaste, 'concession')
    await tab.getByLabel('Pension Credit').check()
    await tab.getByRole('button', { name: 'Continue' }).click()
    await tab.getByRole('link', { name: 'Back', exact: true }).click()
    await tab.getByRole('link', { name: 'Cymraeg' }).click()
    assert.ok(tab.url().endsWith('/cy/services/bulky-waste/apply/concession'), tab.url())
    assert.equal(await tab.locator('html').getAttribute('lang'), 'cy')
    assert.ok(await tab.getByLabel('Credyd Pensiwn').isChecked())
    await tab.goto('/services')
    assert.ok(tab.url().endsWith('/cy/services'), 'the choice is kept')
    await tab.context().close()
  })

  test('the equality questions come after sending, may be left out, and are asked once', async () => {
    const visitor = installation.browser(reduction.host)
    await walkAndSend(visitor, reduction)
    const tab = await openWindow(chromium, { host: reduction.host, port })
    await takeOver(tab.context(), visitor, { host: reduction.host, port })
    await tab.goto('/services/council-tax-reduction/sent')
    await tab.getByRole('link', { name: 'Answer some questions about you' }).click()
    await tab.getByLabel('Female').check()
    await tab.getByRole('button', { name: 'Send these answers' }).click()
    assert.match(await tab.locator('main').innerText(), /kept apart from your application/)
    await tab.goto('/services/council-tax-reduction/equality')
    assert.ok(tab.url().endsWith('/sent'))
    await tab.context().close()
  })

  test('the paper form prints black on white, with nothing of the screen around it', async () => {
    const tab = await openWindow(chromium, { host: bilingual, port })
    await tab.goto('/services/bulky-waste/paper')
    await tab.emulateMedia({ media: 'print' })
    assert.equal(await tab.getByText('your browser’s print command').isVisible(), false)
    assert.equal(await tab.getByText('For office use only').isVisible(), true)
    const pdf = await tab.pdf({ format: 'A4' })
    assert.ok(pdf.length > 10_000)
    await tab.context().close()
  })
})

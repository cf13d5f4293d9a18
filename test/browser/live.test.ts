/** What an edit would do to past cases: as an officer types it, and at a button where no script runs. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page as Tab } from 'playwright-core'
import { openWindow, skipWithoutChromium, startChromium, takeOver } from '#test/kit/chromium.ts'
import { english, startInstallation } from '#test/kit/installation.ts'
import { idIn } from '#test/kit/suggestions.ts'

const installation = await startInstallation()
const { port } = installation
after(() => installation.close())

const button = 'See the effect on past cases'

describe('an officer who works out another figure', { skip: skipWithoutChromium }, () => {
  let chromium: Chromium
  let address = ''
  before(async () => {
    chromium = await startChromium()
    await installation.fill(60)
    const visitor = installation.browser(english)
    await visitor.get('/services/bulky-waste/suggest')
    await visitor.submit('Publish', { text: 'A collection costs too much.' })
    address = `/suggestions/${idIn(visitor)}/change/set-constant?part=first_items`
  })
  after(() => chromium?.close())

  async function windowOf(scripts: boolean): Promise<Tab> {
    const visitor = await installation.browserOf('tom', english)
    await visitor.get('/language/en')
    const tab = await openWindow(chromium, { host: english, port, scripts })
    await takeOver(tab.context(), visitor, { host: english, port })
    await tab.goto(address)
    return tab
  }

  const said = (tab: Tab) => tab.locator('#effect-said')

  test('reads what it would do while typing, and only the sentence is said aloud', async () => {
    const tab = await windowOf(true)
    const asked: string[] = []
    tab.on('request', (request) => request.method() === 'POST' && asked.push(request.url()))
    assert.equal(await tab.getByRole('button', { name: button }).isVisible(), false)
    assert.deepEqual([await said(tab).getAttribute('role'), await tab.locator('#effect-more').getAttribute('aria-live')], ['status', null])
    await tab.locator('#to').fill('')
    await tab.locator('#to').pressSequentially('31.00', { delay: 30 })
    await said(tab).filter({ hasText: 'would be decided or charged differently' }).waitFor()
    assert.match(await said(tab).innerText(), /^Of (the latest|all) [\d,]+ cases.*Together they would pay £[\d,.]+ instead of £/)
    assert.ok(asked.length <= 2, `${asked.length} requests for one figure`)
    assert.equal(await tab.locator('#effect-more svg[role=img]').count(), 1)
    assert.equal(await tab.locator('#to').inputValue(), '31.00')
    assert.equal(await tab.evaluate('document.activeElement.id'), 'to')

    await tab.locator('#to').pressSequentially('.')
    await said(tab).filter({ hasText: '“31.00.” cannot stand here' }).waitFor()
    assert.equal(await tab.locator('.govuk-error-summary').count(), 0)
    await tab.context().close()
  })

  test('keeps the last figures, and says that they are old, where nobody answers', async () => {
    const tab = await windowOf(true)
    await tab.locator('#to').fill('31.00')
    await said(tab).filter({ hasText: 'charged differently' }).waitFor()
    const before = await said(tab).innerText()
    await tab.route('**/effect?*', (route) => route.abort())
    await tab.locator('#to').fill('32.00')
    await tab.locator('#effect-state').filter({ hasText: 'could not be worked out' }).waitFor()
    assert.equal(await said(tab).innerText(), before)
    await tab.context().close()
  })

  test('has a button that gives the same without scripts, and keeps what was typed', async () => {
    const typing = await windowOf(true)
    await typing.locator('#to').fill('31.00')
    await said(typing).filter({ hasText: 'charged differently' }).waitFor()
    const tab = await windowOf(false)
    await tab.locator('#to').fill('31.00')
    await tab.getByRole('button', { name: button }).click()
    assert.equal(await said(tab).innerText(), await said(typing).innerText())
    assert.equal(await tab.locator('#to').inputValue(), '31.00')
    await typing.context().close()
    await tab.context().close()
  })
})

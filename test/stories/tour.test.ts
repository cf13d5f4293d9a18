import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from '#test/kit/browser.ts'
import { bilingual, english, type Installation, startInstallation } from '#test/kit/installation.ts'

let installation: Installation
before(async () => {
  installation = await startInstallation()
  await installation.fill(400)
})
after(async () => {
  assert.deepEqual(installation.broken, [])
  await installation.close()
})

/** Presses the button of the guide above the page. */
async function next(browser: Browser, text: RegExp): Promise<void> {
  const button = browser.page.texts('button').find((words) => text.test(words))
  assert.ok(button, `${text} among ${browser.page.texts('button').join(' | ')}`)
  await browser.submit(button)
}

describe('the guided tour', () => {
  test('is what a demonstration opens with', async () => {
    const newcomer = installation.browser(english)
    await newcomer.get('/')
    assert.match(newcomer.page.heading, /A service, from an idea to its worth/)
    assert.match(newcomer.page.text, /The tour takes place at Cwm Arian Council/)
  })

  test('leads by one click a step from an application to another council’s copy', async () => {
    const newcomer = installation.browser(bilingual)
    await newcomer.get('/tour')
    await next(newcomer, /^Start the tour/)
    assert.match(newcomer.page.text, /Tour, step 1 of 10/)
    assert.match(newcomer.page.text, /£0\.00|free/i)
    await next(newcomer, /^Next: Suggest a change/)
    assert.match(newcomer.page.text, /is asked only if|is now asked only|no longer asked|only asked/i)
    await next(newcomer, /^Next: Try it/)
    assert.match(newcomer.page.text, /fewer questions/i)
    await next(newcomer, /^Next: Back it/)
    assert.match(newcomer.page.text, /2 people back this/)
    await next(newcomer, /^Next: Decide/)
    assert.match(newcomer.page.text, /Councillor Gwenllian Pryce/)
    assert.match(newcomer.page.text, /part of the service/i)
    await next(newcomer, /^Next: Release/)
    assert.doesNotMatch(newcomer.page.text, /concession/i)
    await next(newcomer, /^Next: See what/)
    assert.match(newcomer.page.text, /satisf/i)
    await next(newcomer, /^Next: Write the briefing/)
    assert.match(newcomer.page.heading, /^Vision to value/)
    assert.match(newcomer.page.text, /2 people back this/)
    assert.match(newcomer.page.body, /href="http:\/\/[a-z.]*localhost[^"]*\/tour"/)
  })

  test('ends at the neighbour, which merges with its own price kept and decides by itself', async () => {
    const newcomer = installation.browser(english)
    await newcomer.get('/tour')
    await next(newcomer, /^See it arrive/)
    assert.match(newcomer.page.text, /Tour, step 9 of 10/)
    await next(newcomer, /^Next: Take it over/)
    assert.match(newcomer.page.text, /part of the service/i)
    await newcomer.get('/services/bulky-waste')
    assert.match(newcomer.page.text, /£30\.00/)
  })

  test('can be taken in Welsh', async () => {
    const newcomer = installation.browser(bilingual)
    await newcomer.get('/cy/tour')
    await next(newcomer, /^Dechrau’r daith/)
    assert.match(newcomer.page.text, /Taith, cam 1 o 10/)
    await next(newcomer, /^Nesaf: Awgrymu newid/)
    assert.match(newcomer.page.text, /budd-daliadau/)
  })
})

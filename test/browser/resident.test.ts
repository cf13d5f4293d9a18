/** Residents complete every starter service by keyboard alone, without scripts, in each language it has, at 320 px. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page as Tab } from 'playwright-core'
import { openWindow, skipWithoutChromium, startChromium } from '#test/kit/chromium.ts'
import { startInstallation } from '#test/kit/installation.ts'
import { Keyboard } from '#test/kit/keyboard.ts'
import { bandEang, broadband, bulkyWaste, buttons, masnachu, reduction, trading, type Walk } from '#test/kit/walks.ts'

const installation = await startInstallation()
after(() => installation.close())

describe('a resident', { skip: skipWithoutChromium }, () => {
  let chromium: Chromium
  before(async () => {
    chromium = await startChromium()
  })
  after(() => chromium?.close())

  const journeys: readonly (readonly [Walk, 'en' | 'cy'])[] = [
    [reduction, 'en'],
    [bulkyWaste, 'en'],
    [bulkyWaste, 'cy'],
    [broadband, 'en'],
    [bandEang, 'cy'],
    [trading, 'en'],
    [masnachu, 'cy'],
  ]
  for (const [walk, lang] of journeys) {
    test(`completes ${walk.service} in ${lang} by keyboard alone, without scripts, at 320 px`, async () => {
      const tab = await openWindow(chromium, { host: walk.host, port: installation.port, width: 320, scripts: false })
      const keyboard = new Keyboard(tab)
      if (walk.host === 'cy.localhost') {
        await tab.goto('/')
        await keyboard.press(lang === 'cy' ? 'Cymraeg' : 'English')
      }
      await tab.goto(`/services/${walk.service}`)
      await keyboard.press(lang === 'cy' ? 'Dechrau nawr' : 'Start now')
      for (const { page, fill } of walk.steps) {
        assert.ok(tab.url().endsWith(`/apply/${page}`), `${tab.url()} instead of ${page}`)
        await assertFits(tab)
        await keyboard.fillAndPress(fill, buttons[lang].on)
      }
      assert.ok(tab.url().endsWith('/apply/check'), tab.url())
      await assertFits(tab)
      await keyboard.press(buttons[lang].send)
      assert.ok(tab.url().endsWith('/sent'), tab.url())
      assert.equal(await tab.locator('html').getAttribute('lang'), lang)
      assert.match(await tab.locator('.govuk-panel').innerText(), /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/)
      await assertFits(tab)
      await tab.context().close()
    })
  }
})

async function assertFits(tab: Tab): Promise<void> {
  assert.equal(await tab.evaluate('document.documentElement.scrollWidth'), 320, `${tab.url()} scrolls sideways`)
}

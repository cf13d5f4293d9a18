/** Looks at the gallery in a real browser: WCAG 2.2 AA, no sideways scrolling at 320 px, focus never hidden, strict CSP. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { barriersOn } from '#test/kit/axe.ts'
import { assets } from '#ui/assets.ts'
import { brand, gallery } from './gallery.ts'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
const skip = isThere || process.env.CI === 'true' ? false : `LOUDLY SKIPPED: no Chromium at ${executablePath}, so no page is looked at`

/** What the http floor sends: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

describe('the gallery', { skip }, () => {
  let browser: Browser
  before(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  after(async () => {
    await browser.close()
  })

  for (const name of Object.keys(gallery)) {
    it(`${name}: nothing wrong by WCAG 2.2 AA, at 320 and 1280 px`, async () => {
      for (const width of [320, 1280]) {
        const page = await open(browser, name, width)
        assert.deepEqual(await barriersOn(page), [], `${name} at ${width} px`)
        await page.context().close()
      }
    })

    it(`${name}: does not scroll sideways at 320 px`, async () => {
      const page = await open(browser, name, 320)
      const excess = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      assert.equal(excess, 0)
      await page.context().close()
    })
  }

  it('what has the focus is never under the sticky header of staff pages', async () => {
    const page = await open(browser, 'inbox', 1280)
    for (let press = 0; press < 60; press += 1) await page.keyboard.press('Tab')
    for (let press = 0; press < 45; press += 1) {
      await page.keyboard.press('Shift+Tab')
      assert.equal(await page.evaluate(isHidden), false)
    }
    await page.context().close()
  })

  it('the error summary has the focus when the page opens, and its links lead to the field', async () => {
    const page = await open(browser, 'questions-cy-errors', 1280)
    assert.equal(await page.evaluate('document.activeElement.className'), 'govuk-error-summary')
    assert.match(await page.title(), /^Gwall: /)
    await page.click('.govuk-error-summary a[href="#birthday-day"]')
    assert.equal(await page.evaluate('document.activeElement.id'), 'birthday-day')
    await page.context().close()
  })

  it('scripts help where they run: none of these excludes the rest, and what is left to write is counted', async () => {
    const page = await open(browser, 'questions', 1280)
    await page.click('input[name="kit"][value="none"]')
    assert.deepEqual(await page.evaluate('[...document.querySelectorAll("[name=kit]:checked")].map((box) => box.value)'), ['none'])
    await page.fill('#about', 'x'.repeat(390))
    await page.waitForFunction('document.body.textContent.includes("You have 10 characters remaining")')
    await page.context().close()
  })
})

/** True when the header covers the top edge of what has the focus (WCAG 2.2, 2.4.11). */
const isHidden = `(() => {
  const active = document.activeElement
  const header = document.querySelector('.council-header')
  const { left, top, width } = active.getBoundingClientRect()
  return !header.contains(active) && header.contains(document.elementFromPoint(left + width / 2, top + 1))
})()`

async function open(browser: Browser, name: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname
    const asset = path === brand.path ? brand : assets.get(path)
    if (asset) return await route.fulfill({ body: asset.body, contentType: asset.type })
    const body = gallery[path.slice(1)]
    if (body === undefined) return await route.fulfill({ status: 404, body: '' })
    return await route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy } })
  })
  await page.goto(`http://gallery.localhost/${name}`)
  assert.deepEqual(refused, [], 'the browser has nothing to complain about')
  return page
}

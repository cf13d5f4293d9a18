/** Officers find, ask, decide and type in for others, by keyboard; residents read what was decided and why. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page as Tab } from 'playwright-core'
import { openWindow, skipWithoutChromium, startChromium, takeOver } from '#test/kit/chromium.ts'
import { bilingual, english, startInstallation } from '#test/kit/installation.ts'
import { Keyboard } from '#test/kit/keyboard.ts'
import { bulkyWaste, buttons, reduction, referenceOn, walkAndSend } from '#test/kit/walks.ts'

const installation = await startInstallation()
const { port } = installation
after(() => installation.close())

const mainText = (tab: Tab) => tab.locator('main').innerText()

describe('an officer', { skip: skipWithoutChromium }, () => {
  let chromium: Chromium
  before(async () => {
    chromium = await startChromium()
  })
  after(() => chromium?.close())

  async function windowOf(person: string, host: string, scripts = true): Promise<Tab> {
    const visitor = await installation.browserOf(person, host)
    await visitor.get('/language/en')
    const tab = await openWindow(chromium, { host, port, scripts })
    await takeOver(tab.context(), visitor, { host, port })
    return tab
  }

  test('asks and decides by keyboard, without scripts; the resident answers, and reads the decision and why', async () => {
    const reference = referenceOn(await walkAndSend(installation.browser(english), reduction))
    const tab = await windowOf('tom', english, false)
    const officer = new Keyboard(tab)
    await tab.goto('/staff/cases')
    await officer.fillAndPress({ find: reference }, 'Show')
    await officer.press(reference)
    const address = tab.url()
    await officer.fillAndPress({ text: 'Which month is the payslip from?' }, 'Send the question')
    assert.match(await mainText(tab), /Waiting for their answer/i)

    const home = await openWindow(chromium, { host: english, port, width: 320, scripts: false })
    const resident = new Keyboard(home)
    await home.goto('/track')
    await resident.fillAndPress({ reference: reference.toLowerCase().replaceAll('-', ' '), contact: 'amina@example.org' }, 'Find it')
    assert.match(await mainText(home), /Which month is the payslip from\?/)
    await resident.fillAndPress({ text: 'October' }, 'Send your answer')
    assert.match(await mainText(home), /We have your answer/)

    await tab.goto(address)
    assert.match(await mainText(tab), /October/)
    await officer.fillAndPress({ reason: 'Your payslips show it.' }, 'Record the decision')
    await home.goto(`/track/${reference}`)
    const told = await mainText(home)
    for (const words of [/Reduction awarded/, /Up to £480\.00, the whole bill is covered/, /£1,248\.80/, /Your payslips show it/, /appeal/])
      assert.match(told, words)
    await home.context().close()
    await tab.context().close()
  })

  test('filters the list by keyboard, and the address keeps what was chosen', async () => {
    await installation.fill(30)
    const tab = await windowOf('helen', english)
    const officer = new Keyboard(tab)
    await tab.goto('/staff/cases?status=all')
    await officer.fillAndPress({ service: 'broadband-demand' }, 'Show')
    assert.match(tab.url(), /service=broadband-demand/)
    const kept = tab.url()
    const rows = await tab.locator('tbody tr').count()
    await tab.goto('/staff')
    await tab.goto(kept)
    assert.equal(await tab.locator('tbody tr').count(), rows)
    const services = await tab.locator('tbody tr td:nth-child(3)').allInnerTexts()
    assert.deepEqual([...new Set(services)], ['Register for better broadband'])
    await tab.context().close()
  })

  test('types in what somebody said on the phone, in their language, and the case says who helped and how', async () => {
    const tab = await windowOf('sian', bilingual)
    const officer = new Keyboard(tab)
    await tab.goto('/staff/enter/bulky-waste')
    await officer.fillAndPress({ channel: 'phone', language: 'cy' }, 'Start')
    for (const { fill } of bulkyWaste.steps) await officer.fillAndPress(fill, buttons.en.on)
    await officer.press(buttons.en.send)
    const reference = /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(await mainText(tab))?.[0] ?? ''
    await tab.goto(`/staff/cases?find=${reference}`)
    await officer.press(reference)
    const shown = await mainText(tab)
    for (const words of [/telephone/i, /Typed by a colleague or helper\s+You/, /Language\s+Welsh/]) assert.match(shown, words)
    await tab.goto('/outbox')
    assert.match(await tab.locator('main article').first().innerText(), new RegExp(`[^]*${reference}`))
    assert.equal(await tab.locator('main article').first().getAttribute('lang'), 'cy')
    await tab.context().close()
  })

  test('always sees what has the focus: it is marked, and no bar lies over it', async () => {
    const tab = await windowOf('tom', english)
    for (const [path, width] of [
      ['/staff/cases?status=all', 1280],
      ['/staff/cases?status=all', 320],
      ['/services/council-tax-reduction', 320],
    ] as const) {
      await tab.setViewportSize({ width, height: 500 })
      await tab.goto(path)
      for (let stop = 0; stop < 45; stop += 1) await tab.keyboard.press('Tab')
      for (let stop = 0; stop < 40; stop += 1) {
        await tab.keyboard.press('Shift+Tab')
        assert.equal(await tab.evaluate(whatIsWrongWithFocus), '', `${path} at ${width} px`)
      }
    }
    await tab.context().close()
  })
})

/** WCAG 2.2: focus visible (2.4.7) and not obscured (2.4.11). Empty when all is well. */
const whatIsWrongWithFocus = `(() => {
  const here = document.activeElement
  if (here === document.body) return ''
  const box = here.getBoundingClientRect()
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2
  const top = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight))
  const name = here.outerHTML.slice(0, 120)
  if (!top || !(here.contains(top) || top.contains(here) || top.closest('label')?.control === here)) return 'hidden: ' + name
  const style = getComputedStyle(here)
  const label = here.labels?.[0]
  const before = label ? getComputedStyle(label, '::before') : undefined
  const isMarked = [style, before].some((each) => each && (each.outlineStyle !== 'none' || each.boxShadow !== 'none'))
  return isMarked ? '' : 'not marked: ' + name
})()`

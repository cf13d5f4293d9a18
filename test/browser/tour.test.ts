/** The loop from a resident's idea to the next council, walked by keyboard alone through the guided tour: once in English, once in Welsh, each on an installation of its own. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page as Tab } from 'playwright-core'
import { z } from 'zod'
import { barriersOn } from '#test/kit/axe.ts'
import { openWindow, skipWithoutChromium, startChromium } from '#test/kit/chromium.ts'
import { bilingual, startInstallation } from '#test/kit/installation.ts'
import { Keyboard } from '#test/kit/keyboard.ts'
import { type Stop, tours } from './tour-stops.ts'

describe('the guided tour', { skip: skipWithoutChromium }, () => {
  let chromium: Chromium
  before(async () => {
    chromium = await startChromium()
  })
  after(() => chromium?.close())

  for (const [lang, stops] of Object.entries(tours)) {
    test(`is walked to its end in ${lang} by keyboard alone, each step showing what happened, in less than five minutes`, async () => {
      const installation = await startInstallation()
      try {
        await installation.fill(400)
        const tab = await openWindow(chromium, { host: bilingual, port: installation.port })
        tab.setDefaultTimeout(60_000)
        const errors: string[] = []
        tab.on('console', (message) => void (message.type() === 'error' && errors.push(`${tab.url()}: ${message.text()}`)))
        const keyboard = new Keyboard(tab)
        await tab.goto('/')
        const read = new Set<string>()
        let [pages, strokes] = [0, 0]
        for (const stop of stops) {
          const before = keyboard.strokes
          await keyboard.press(stop.press)
          await assertShows(tab, stop)
          if (stop.isAside) continue
          for (const line of await guideOn(tab)) read.add(line)
          pages += 1
          strokes += keyboard.strokes - before
        }
        assert.deepEqual(errors, [])
        assert.deepEqual(installation.broken, [])
        const words = [...read].join(' ').split(' ').length
        const seconds = secondsOf({ words, pages, strokes })
        process.stdout.write(`# the tour in ${lang}: ${pages} pages, ${strokes} keys, ${words} words to read: ${Math.round(seconds)} s\n`)
        assert.ok(seconds < 300, `it takes a newcomer ${seconds} s`)
        await tab.context().close()
      } finally {
        await installation.close()
      }
    })
  }
})

async function assertShows(tab: Tab, { heading, shows, lang }: Stop): Promise<void> {
  const at = tab.url()
  assert.equal(await tab.locator('html').getAttribute('lang'), lang, at)
  const h1 = tab.locator('h1')
  assert.equal(await h1.count(), 1, at)
  const said = oneLine(await h1.innerText())
  assert.match(said, heading, at)
  assert.ok((await tab.title()).startsWith(said), `${at} is titled ${await tab.title()}`)
  const text = oneLine(await tab.locator('main').innerText())
  for (const words of shows) assert.match(text, words, at)
  assert.deepEqual(await barriersOn(tab), [], at)
  if (lang === 'cy') assert.deepEqual(englishOn(await ownWords(tab)), [], at)
}

const Texts = z.array(z.string())

/** The texts of the page that are in its own language, as far as it says. */
async function ownWords(tab: Tab): Promise<readonly string[]> {
  return Texts.parse(
    await tab.evaluate(`(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts = []
      while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode
        const isShown = !['SCRIPT', 'STYLE'].includes(parentElement.tagName)
        if (isShown && parentElement.closest('[lang]').lang === document.documentElement.lang && data.trim() !== '') texts.push(data)
      }
      return texts
    })()`),
  )
}

/** Little words without which hardly a sentence is English, and which are no words of Welsh. */
const english = /\b(the|and|of|you|your|with|this|that|from|not|are|for|have|been|which|will|it)\b/i

/** What is English outside of quotation marks: words that change are quoted in both languages. */
function englishOn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => english.test(text.replaceAll(/“[^”]*”/g, '')))
}

/** The lines of the guide, or of the whole page of the tour itself. */
async function guideOn(tab: Tab): Promise<readonly string[]> {
  const guide = tab.locator('.tour-guide')
  const text = await ((await guide.count()) === 0 ? tab.locator('main') : guide).innerText()
  return text.split('\n').map(oneLine)
}

/** How many words adults read in a minute, silently and in English: Brysbaert, 2019. */
const wordsPerMinute = 238
/** How long a key takes an average typist: Card, Moran and Newell, 1980. And how long one looks around on a page, which is a guess. */
const [secondsPerKey, secondsPerPage] = [0.28, 4]

function secondsOf({ words, pages, strokes }: { readonly words: number; readonly pages: number; readonly strokes: number }): number {
  return (words / wordsPerMinute) * 60 + strokes * secondsPerKey + pages * secondsPerPage
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

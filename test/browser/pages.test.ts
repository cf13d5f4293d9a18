/** Looks at every page, in every state of the list, in each language: the W3C checker, WCAG 2.2 AA, narrow and wide, titles, languages, help. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser as Chromium, Page as Tab } from 'playwright-core'
import { features } from '#app/features.ts'
import { welcomeRoutes } from '#http/welcome.ts'
import { catchUp } from '#store/follow.ts'
import { rebuild } from '#store/rebuild.ts'
import { allRules, barriersOn, rulesOfWidth } from '#test/kit/axe.ts'
import { openWindow, skipWithoutChromium, startChromium } from '#test/kit/chromium.ts'
import { startInstallation } from '#test/kit/installation.ts'
import { rowsOf } from '#test/kit/rows.ts'
import type { PageState } from './album.ts'
import { pageStates } from './pages.ts'
import { checkedByW3c, skipWithoutJava } from './w3c.ts'

const installation = await startInstallation()
const states = await pageStates(installation)
after(() => installation.close())

/** Addresses without a page of their own, with what they answer instead. */
const withoutPage: ReadonlyMap<string, string> = new Map([
  ['/language/:lang', 'leads back to where one was'],
  ['/sign-in/directory', 'leads to the council’s own sign-in'],
  ['/signed-in', 'leads to one’s account or work'],
  ['/services/:service/how-was-it/:moment/:reference', 'leads to the page that asks whoever holds its key'],
  ['/staff', 'leads to the first entry of the menu'],
  ['/packages/:service/:version', 'is a file'],
  ['/track/:reference/appointments/:appointment/calendar.ics', 'is a file for a calendar'],
  ['/services/:service/apply', 'leads to where one was in the form'],
  ['/staff/enter/:service/apply', 'leads to where one was in the form'],
])

/** Where nothing is at an address of one council: who asked no equality questions, or took no service from a neighbour. */
const nowhere = ['/services/:service/equality', '/staff/sharing/:service']

describe('the list of pages', () => {
  test('visits every address people can read, in each language of each council', () => {
    const routes = [...welcomeRoutes, ...features.flatMap((feature) => feature.routes)]
      .filter(({ method, path, for: whom }) => method === 'GET' && whom !== 'api' && !/\.(csv|json)$/.test(path) && !withoutPage.has(path))
      .filter(({ path }) => !path.startsWith('/sign-in/directory') && !path.startsWith('/api/'))
    // The front page asks for the language, in both at once: once it is known, or there is one only, it leads on.
    for (const [host, lang, expected] of [
      ['localhost', 'en', ['/']],
      ['cy.localhost', 'en', nowhere],
      ['cy.localhost', 'cy', ['/', ...nowhere]],
    ] as const) {
      const here = states.filter((state) => state.host === host && state.lang === lang && state.page.status < 400)
      const unseen = routes.filter(({ path }) => !here.some(({ page }) => shapeOf(path).test(pathOf(page.url))))
      assert.deepEqual(unseen.map(({ path }) => path).sort(), [...expected], `${host} in ${lang}`)
    }
  })

  test('meets nothing that is broken', () => {
    assert.deepEqual(installation.broken, [])
    assert.deepEqual(
      states.filter(({ page }) => page.status >= 500).map(({ name }) => name),
      [],
    )
  })
})

describe('every page', () => {
  test('says its language', () => {
    assert.deepEqual(
      states.filter(({ page, lang }) => page.lang !== lang).map(({ name }) => name),
      [],
    )
  })

  test('has a title of its own, and one that names faults first', () => {
    const titled = new Map<string, Set<string>>()
    for (const { host, lang, page } of states.filter(({ page: { status } }) => status < 400)) {
      const key = `${host} ${lang}: ${page.title}`
      titled.set(key, (titled.get(key) ?? new Set()).add(pathOf(page.url).replaceAll('-', '').toUpperCase()))
      assert.equal(/^(Error|Gwall): /.test(page.title), page.errors.length > 0, `${page.url}: ${page.title}`)
    }
    assert.deepEqual(
      [...titled].filter(([, paths]) => paths.size > 1).map(([key, paths]) => `${key} → ${[...paths].join(', ')}`),
      [],
    )
  })

  test('has help in the same place: at its end, by telephone and email', () => {
    for (const { name, page } of states.filter(({ page: { url } }) => !url.endsWith('/paper'))) {
      const hrefs = page
        .all('a')
        .flatMap(({ attrs }) => attrs.flatMap(({ name: attribute, value }) => (attribute === 'href' ? [value] : [])))
      assert.match(hrefs.at(-2) ?? '', /^tel:/, name)
      assert.match(hrefs.at(-1) ?? '', /^mailto:/, name)
    }
  })

  test('has no code words, no placeholders and nothing undefined', () => {
    for (const { name, page } of states) assert.doesNotMatch(page.text, /\bundefined\b|\bNaN\b|\[object|\{[a-z_]+\}/, name)
  })

  test('is what the W3C checker calls correct', { skip: skipWithoutJava, timeout: 300_000 }, async () => {
    assert.deepEqual(await checkedByW3c(states), [])
  })
})

describe('every page in Chromium', { skip: skipWithoutChromium }, () => {
  let chromium: Chromium
  before(async () => {
    chromium = await startChromium()
  })
  after(() => chromium?.close())

  for (const host of ['localhost', 'cy.localhost']) {
    for (const lang of ['en', 'cy'] as const) {
      const here = states.filter((state) => state.host === host && state.lang === lang)
      if (here.length === 0) continue
      test(`${host} in ${lang}: nothing wrong by WCAG 2.2 AA, nothing wider than the window at 1280 and 320 px`, async () => {
        const tab = await openWindow(chromium, { host, port: installation.port })
        const found: string[] = []
        for (const state of here) found.push(...(await look(tab, state)))
        assert.deepEqual(found, [])
        await tab.context().close()
      })
    }
  }
})

describe('what was done on these pages', () => {
  for (const { id, store } of installation.councils) {
    test(`is made again from the log of ${id} as it was, in every row`, async () => {
      for (const projection of store.projections.filter(({ follows }) => follows)) await catchUp(store, projection)
      const kept = await rowsOf(store)
      assert.ok(kept.get('appointments.place')?.length, 'somebody has a day')
      const counts = await rebuild({ store: installation.store, council: id, projections: store.projections })
      assert.deepEqual(new Set(counts.keys()), new Set(features.flatMap(({ projections = [] }) => projections.map(({ name }) => name))))
      assert.deepEqual(await rowsOf(store), kept)
    })
  }
})

/** The address as people see it, language and question aside. */
function pathOf(url: string): string {
  const path = url.replace(/\?.*/, '')
  return path === '/cy' ? '/' : path.replace(/^\/cy\//, '/')
}

function shapeOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[a-z]+/gi, '[^/]+')}$`)
}

/** Shows the page exactly as it was answered, headers included, with the app's own styles and scripts. */
async function look(tab: Tab, { name, page }: PageState): Promise<string[]> {
  const complaints: string[] = []
  const note = (text: string) => complaints.push(`${name}: ${text}`)
  const listen = (message: { text(): string; type(): string }) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) note(message.text())
  }
  tab.on('console', listen)
  const url = new URL(page.url, `http://${new URL(tab.url() === 'about:blank' ? 'http://x' : tab.url()).host}`)
  await tab.route(
    (address) => address.pathname === url.pathname,
    (route) =>
      route.fulfill({
        body: page.body,
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': String(page.headers['content-security-policy']) },
      }),
  )
  await tab.setViewportSize({ width: 1280, height: 900 })
  await tab.goto(page.url)
  for (const width of [1280, 320]) {
    await tab.setViewportSize({ width, height: 900 })
    const excess = await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    if (excess !== 0) note(`${String(excess)} px wider than ${width}`)
    const rules = width === 1280 ? allRules : rulesOfWidth
    for (const barrier of await barriersOn(tab, rules)) note(`${barrier} at ${width}`)
  }
  tab.off('console', listen)
  await tab.unrouteAll()
  return complaints
}

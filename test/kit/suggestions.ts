/** The single place where tests make suggestions about the allotments and take them as far as they need. */
import { proposals } from '#features/proposals/feature.ts'
import { replay } from '#features/replay/feature.ts'
import type { Feature } from '#http/feature.ts'
import { startAllotments } from './allotment.ts'
import { type Browser, type TestApp } from './app.ts'
import { attribute } from './page.ts'

/** Two councils that let allotments, and whose people suggest changes; `further` features lean on those. */
export function startSuggestions(further: readonly Feature[] = []): Promise<TestApp> {
  return startAllotments([replay, proposals, ...further])
}

/** The id in the address of the page one is on. */
export function idIn(browser: Browser): string {
  const [, id] = /\/suggestions\/([0-9a-f-]{36})/.exec(browser.page.url) ?? []
  if (id === undefined) throw new Error(`There is no suggestion in ${browser.page.url}`)
  return id
}

/** The value of a hidden field or button of the page. */
export function valueOf(browser: Browser, name: string): string {
  const field = browser.page.all('input').find((one) => attribute(one, 'name') === name)
  const value = attribute(field, 'value')
  if (value === undefined) throw new Error(`There is no field ${name} on ${browser.page.url}: ${browser.page.text}`)
  return value
}

/** Suggests something about the allotments; answers its id. */
export async function suggest(browser: Browser, text: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  await browser.get('/services/allotment/suggest?page=size&question=size')
  await browser.submit('Publish', { text, ...more })
  return idIn(browser)
}

/** Makes one typed edit of a suggestion, looks at it and keeps it. */
export async function edit(
  browser: Browser,
  id: string,
  { at, filling }: { at: string; filling: Readonly<Record<string, string>> },
): Promise<void> {
  await browser.get(`/suggestions/${id}/change/${at}`)
  await browser.submit('See what it would do', filling)
  await browser.submit('Keep this change', filling)
}

/** The edit that most tests make: other words of the first question. */
export function rewording(en = 'How big a plot would you like?') {
  return { at: 'reword?part=questions.size.label', filling: { 'to-en': en, 'to-cy': `Cymraeg: ${en}` } }
}

/** From a suggestion to an exact change that has been tried: only the decision is missing. */
export async function prepareDecision(app: TestApp, id: string): Promise<void> {
  const officer = await app.browserOf('officer')
  await edit(officer, id, rewording(`How big a plot would you like? (${id})`))
  await officer.get(`/staff/suggestions/${id}`)
  await officer.submit('Try it')
}

/** One of the two weighs the change; answers their browser, ready to decide. */
export async function weigh(app: TestApp, id: string, person: 'councillor' | 'director'): Promise<Browser> {
  const browser = await app.browserOf(person)
  await browser.get(`/staff/suggestions/${id}/decide`)
  await browser.submit('Record what I weighed', {
    'regard-equality': 'Larger words help people who read with difficulty.',
    'regard-language': 'Both languages say the same.',
  })
  await browser.get(`/staff/suggestions/${id}/decide`)
  return browser
}

/** One of the two decides, with reasons. */
export async function decideAs(
  app: TestApp,
  id: string,
  { person, verdict }: { person: 'councillor' | 'director'; verdict: 'approved' | 'refused' },
): Promise<Browser> {
  const browser = await weigh(app, id, person)
  await browser.submit('Record my decision', {
    verdict,
    reasons: `Because it ${verdict === 'approved' ? 'is' : 'is not'} clearer.`,
    'no-interest': 'yes',
  })
  return browser
}

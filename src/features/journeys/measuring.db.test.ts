import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { born, fillIn, startAllotments } from '#test/kit/allotment.ts'
import { pageCountsOf, type PageCount, takePageCounts } from './store/index.ts'

const app = await startAllotments()
const root = '/services/allotment'
const day = '2026-11-23'
const at = (time: string) => app.setClock(`${day}T${time}.000Z`)

async function counts(): Promise<readonly PageCount[]> {
  return await app.north.store.transaction((tx) => pageCountsOf(tx, 'allotment'))
}

/** Of the page itself, or of a question on it, added up. */
async function countOf(page: string, question = ''): Promise<Pick<PageCount, keyof typeof nothing>> {
  const found = (await counts()).filter((one) => one.page === page && one.question === question)
  const sum = (of: (count: PageCount) => number) => found.reduce((total, count) => total + of(count), 0)
  return {
    answered: sum(({ answered }) => answered),
    seconds: sum(({ seconds }) => seconds),
    squares: sum(({ squares }) => squares),
    stopped: sum(({ stopped }) => stopped),
    errors: sum(({ errors }) => errors),
    exited: sum(({ exited }) => exited),
  }
}

const nothing = { answered: 0, seconds: 0, squares: 0, stopped: 0, errors: 0, exited: 0 }

describe('what is measured of a page', () => {
  test('is how long it was before whoever answers it, also when it comes back, and what was wrong', async () => {
    const ada = app.browser()
    at('10:00:00')
    await ada.get(`${root}/apply`)
    at('10:00:20')
    await ada.submit('Continue')
    assert.match(ada.page.title, /^Error: /)
    assert.deepEqual(await countOf('size'), nothing, 'nothing is answered yet')
    assert.equal((await countOf('size', 'size')).errors, 1)
    at('10:00:30')
    await ada.submit('Continue', { size: 'small' })
    assert.deepEqual(await countOf('size'), { ...nothing, answered: 1, seconds: 30, squares: 900 })
    assert.deepEqual(await countOf('helpers'), { ...nothing, stopped: 1 }, 'that is where they stand now')
  })

  test('counts the entries of a group as time on its page, and at most ten minutes of one that was left lying', async () => {
    const bo = app.browser()
    at('11:00:00')
    await bo.get(`${root}/apply`)
    at('11:00:05')
    await bo.submit('Continue', { size: 'small' })
    const before = await countOf('helpers')
    at('12:00:05')
    await bo.submit('Continue', { 'helpers-0-called': 'Bo', 'helpers-0-age': '30' })
    at('12:00:09')
    await bo.submit('Continue')
    const after = await countOf('helpers')
    assert.deepEqual([after.answered - before.answered, after.seconds - before.seconds], [1, 604])
    assert.equal(after.stopped - before.stopped, -1, 'they went on')
  })

  test('takes no time from a form that does not say, or cannot be', async () => {
    const seconds = (await countOf('size')).seconds
    for (const said of ['', 'yesterday', '9999999999', '100']) {
      const browser = app.browser()
      await browser.get(`${root}/apply`)
      await browser.submit('Continue', { size: 'small', _shown: said })
    }
    assert.equal((await countOf('size')).seconds, seconds)
  })

  test('knows who stands before sending, and that they no longer do once it is sent', async () => {
    const cy = app.browser()
    await fillIn(cy)
    assert.equal((await countOf('check')).stopped, 1)
    await cy.submit('Send')
    assert.equal((await countOf('check')).stopped, 0)
  })

  test('leaves those who were told that it is not for them on no page', async () => {
    const before = await Promise.all(['born', 'home'].map((page) => countOf(page)))
    const kim = app.browser()
    await kim.get(`${root}/apply`)
    await kim.submit('Continue', { size: 'small' })
    await kim.submit('Continue', { 'helpers-0-called': 'Bo', 'helpers-0-age': '30' })
    await kim.submit('Continue')
    await kim.submit('Continue', { ...born, 'born-year': '2020' })
    assert.match(kim.page.heading, /too young/)
    const after = await Promise.all(['born', 'home'].map((page) => countOf(page)))
    assert.deepEqual(
      after.map(({ stopped }) => stopped),
      before.map(({ stopped }) => stopped),
    )
    assert.equal((await countOf('born')).exited, 1)
    await kim.get(`${root}/apply/born`)
    await kim.submit('Continue', born)
    assert.equal((await countOf('born')).exited, 0, 'they changed the answer')
  })

  test('is taken out once the day is over', async () => {
    const take = (before: string) => app.north.store.transaction((tx) => takePageCounts(tx, before))
    assert.deepEqual(await take(day), [])
    assert.ok((await take('2026-11-24')).length > 0)
    assert.deepEqual(await counts(), [])
  })
})

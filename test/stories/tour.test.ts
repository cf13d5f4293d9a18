/** The guided tour on one installation, as people take it: in order, out of order, again, after somebody else, and in Welsh. */
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

/** Presses the button that begins so, in the guide above the page or on the page of the tour. */
async function next(browser: Browser, text: RegExp): Promise<void> {
  const button = browser.page.buttons.find((words) => text.test(words))
  assert.ok(button, `${text} among ${browser.page.buttons.join(' | ')}`)
  await browser.submit(button)
  assert.equal(browser.page.status, 200)
}

async function atTour(host: string, page = '/tour'): Promise<Browser> {
  const browser = installation.browser(host)
  await browser.get(page)
  return browser
}

const early = /This part cannot be shown yet/

describe('the guided tour', () => {
  test('is what a demonstration opens with', async () => {
    const newcomer = await atTour(bilingual, '/language/en?return=/')
    assert.match(newcomer.page.heading, /A service, from an idea to its worth/)
    assert.ok(newcomer.page.buttons.includes('Start the tour'))
    const nextDoor = await atTour(english, '/')
    assert.match(nextDoor.page.href('Go to the tour at Cwm Arian Council'), /^http:\/\/cy\.localhost[^/]*\/tour$/)
  })

  test('shows no step before its time, and says why', async () => {
    const hasty = await atTour(bilingual)
    for (const step of ['send', 'try', 'back', 'decide', 'release']) {
      await hasty.post(`/tour/${step}`)
      assert.match(hasty.page.text, early, step)
    }
    assert.equal((await hasty.post('/tour/share')).status, 404)
    const nextDoor = await atTour(english, '/tour?from=tour')
    await next(nextDoor, /^See it arrive/)
    assert.match(nextDoor.page.text, early)
    await nextDoor.post('/tour/adopt')
    assert.match(nextDoor.page.text, early)
  })

  test('is there in a demonstration only, at the council whose part it is', async () => {
    const guest = await atTour(bilingual)
    await guest.post('/tour/fly')
    assert.equal(guest.page.status, 404)
  })

  test('leads a click at a time from an application to a briefing', async () => {
    const newcomer = await atTour(bilingual)
    await next(newcomer, /^Start the tour/)
    assert.match(newcomer.page.text, /Tour, part 1 of 9 · A resident applies/)
    assert.match(newcomer.page.text, /Nothing to pay Why It can still be used/)
    await next(newcomer, /^Next: Send it/)
    assert.match(newcomer.page.heading, /We have received it/)
    assert.ok(newcomer.page.hasLink('Tell us how this form was'))
    await next(newcomer, /^Next: Suggest a change/)
    assert.match(
      newcomer.page.heading,
      /^“Do you get any of these\?” is now asked only if “Where it goes” is not “to somebody who can use it”/,
    )
    assert.match(newcomer.page.text, /“The collection is free when I give things for reuse/)
    await next(newcomer, /^Next: Try it/)
    assert.deepEqual(newcomer.page.table('What people would pay, be told and be asked').at(-1)?.slice(0, 2), ['Questions asked', '0'])
    assert.match(newcomer.page.text, /Nobody, or so few that it would tell about single people, would be decided or charged differently/)
    await next(newcomer, /^Next: Back it/)
    assert.match(newcomer.page.text, /2 people back exactly this/)
    await next(newcomer, /^Next: Decide/)
    assert.match(newcomer.page.text, /Approved · Cabinet member responsible: Gwenllian Pryce/)
    assert.match(newcomer.page.text, /the council has no reason to ask/)
    await next(newcomer, /^Next: Apply as the next person/)
    assert.match(newcomer.page.heading, /Do you get any of these\?/)
    assert.match(newcomer.page.text, /We ask this only because it can lower the price/)
    await next(newcomer, /^Next: See what/)
    assert.match(newcomer.page.text, /Satisfied with the decision/)
    await next(newcomer, /^Next: Write the briefing/)
    assert.match(newcomer.page.heading, /^Vision to value/)
    assert.match(newcomer.page.text, /2 people back this/)
    assert.match(newcomer.page.href('Next: See it arrive at Ambleford Council'), /^http:\/\/localhost[^/]*\/tour\?from=tour$/)
    await newcomer.get('/tour')
    assert.equal(newcomer.page.all('li').filter(({ attrs }) => attrs.some(({ value }) => value.includes('step--done'))).length, 8)
  })

  test('tells her and both who backed it, each in their language', async () => {
    const reader = await atTour(bilingual, '/outbox')
    for (const [to, words] of [
      ['megan@example.org', /ar waith/],
      ['rhys@example.org', /ar waith/],
      ['elsie@example.org', /in place/],
    ] as const) {
      assert.ok(reader.page.text.includes(to), to)
      assert.match(reader.page.text, words)
    }
  })

  test('ends at the neighbour, which merges with its own price kept and decides by itself', async () => {
    const newcomer = await atTour(english, '/tour?from=tour')
    assert.match(newcomer.page.heading, /The same service at Ambleford Council/)
    await next(newcomer, /^See it arrive/)
    assert.match(newcomer.page.text, /Tour, part 9 of 9/)
    assert.match(newcomer.page.text, /Price of the first items goes from £24\.00 to £30\.00/)
    await next(newcomer, /^Next: Take it over/)
    assert.match(newcomer.page.text, /Approved · Cabinet member responsible: Councillor Sunita Rao/)
    assert.match(newcomer.page.text, /In place/)
    await newcomer.click('the service here, with its own price')
    assert.match(newcomer.page.text, /£30\.00/)
    await newcomer.submit('Leave the tour')
    assert.doesNotMatch(newcomer.page.text, /part 9 of 9/)
  })

  test('shows whoever comes later what came of it, and does nothing twice', async () => {
    const second = await atTour(bilingual)
    await next(second, /^Start the tour/)
    assert.doesNotMatch(second.page.text, /Somebody took the tour here before you/)
    await next(second, /^Next: Send it/)
    await next(second, /^Next: Suggest a change/)
    const address = second.page.url
    assert.match(second.page.text, /Somebody took the tour here before you/)
    for (const text of [/^Next: Try it/, /^Next: Back it/, /^Next: Decide/]) {
      await next(second, text)
      assert.equal(second.page.url, address)
      assert.match(second.page.text, /2 people back exactly this/)
    }
    for (const text of [/^Next: Apply as/, /^Next: See what/, /^Next: Write the briefing/]) await next(second, text)
    await second.get('/suggestions?show=all')
    assert.match(second.page.text, /1 suggested change/)
    const nextDoor = await atTour(english, '/tour?from=tour')
    await next(nextDoor, /^See it arrive/)
    assert.match(nextDoor.page.text, /Somebody took the tour here before you/)
    await next(nextDoor, /^Next: Take it over/)
    assert.match(nextDoor.page.text, /Approved · Cabinet member responsible: Councillor Sunita Rao/)
  })

  test('can be taken in Welsh', async () => {
    const newcomer = await atTour(bilingual, '/cy/tour')
    await next(newcomer, /^Dechrau’r daith/)
    assert.match(newcomer.page.text, /Taith, rhan 1 o 9/)
    await next(newcomer, /^Nesaf: Ei anfon/)
    await next(newcomer, /^Nesaf: Awgrymu newid/)
    assert.match(newcomer.page.text, /fudd-daliadau/)
  })
})

describe('the guided tour taken by two people at once', () => {
  test('is one story for both, and goes on when what was suggested is taken back', async () => {
    const own = await startInstallation()
    try {
      await own.fill(400)
      const [one, other] = [own.browser(bilingual), own.browser(bilingual)]
      for (const browser of [one, other]) {
        await browser.get('/tour')
        for (const text of [/^Start the tour/, /^Next: Send it/, /^Next: Suggest a change/]) await next(browser, text)
      }
      assert.equal(one.page.url, other.page.url)
      await one.submit('Take my suggestion back')
      await next(other, /^Next: Try it/)
      assert.match(other.page.text, early)
      await next(other, /^Start again/)
      for (const text of [/^Next: Send it/, /^Next: Suggest a change/, /^Next: Try it/]) await next(other, text)
      assert.match(other.page.text, /It was tried on about \d{2}[05] cases/)
      await one.get('/tour')
      await next(one, /^Start again/)
      for (const text of [/^Next: Send it/, /^Next: Suggest/, /^Next: Try it/, /^Next: Back it/]) await next(one, text)
      await Promise.all([next(one, /^Next: Decide/), next(other, /^Next: Back it/)])
      await next(other, /^Next: Decide/)
      for (const browser of [one, other]) await next(browser, /^Next: Apply as the next person/)
      assert.deepEqual(own.broken, [])
    } finally {
      await own.close()
    }
  })
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { proposals } from '#features/proposals/feature.ts'
import { value } from '#features/value/feature.ts'
import { startAllotments } from '#test/kit/allotment.ts'
import { southHost } from '#test/kit/app.ts'
import { attribute, textOf } from '#test/kit/page.ts'
import { briefing } from './feature.ts'

const app = await startAllotments([proposals, value, briefing])

/** Freezes a briefing about the allotments, and answers where everybody reads it. */
async function frozen(host?: string, button = 'Freeze and publish this briefing'): Promise<string> {
  const manager = await app.browserOf('manager', host)
  await manager.get('/staff/briefings/draft?about=allotment')
  await manager.submit(button)
  return manager.page.url
}

describe('a briefing', () => {
  test('is drafted from the council’s entries and says of a quiet year that nothing happened', async () => {
    const manager = await app.browserOf('manager')
    await manager.get('/staff/briefings/draft?about=allotment')
    assert.match(manager.page.heading, /^Vision to value: /)
    for (const part of ['What people asked for', 'What changed', 'What it cost and gave', 'What was refused, and why', 'What is unsure'])
      assert.ok(manager.page.text.includes(part), part)
    assert.match(manager.page.text, /Nobody suggested a change in this time/)
    assert.match(manager.page.text, /Procurement/)
  })

  test('names what people suggested, without the words they wrote, and leads to it', async () => {
    const ada = app.browser()
    await ada.get('/services/allotment/apply')
    await ada.click('Suggest a change to this question')
    await ada.submit('Publish', { text: 'My neighbour Bob finds this hard.' })
    const suggestion = ada.page.url
    const everybody = app.browser()
    await everybody.get(await frozen())
    assert.match(everybody.page.text, /1 change was suggested, all by people outside the council/)
    assert.match(everybody.page.text, /A suggestion about the question “Which size of plot would you like\?”/)
    assert.doesNotMatch(everybody.page.text, /Bob/)
    assert.ok(everybody.page.body.includes(`href="${suggestion.replace(/\?.*/, '')}"`), suggestion)
  })

  test('stays as it was frozen, and its fingerprint is that of the file anyone can download', async () => {
    const path = await frozen()
    const ada = app.browser()
    await ada.get('/services/allotment/suggest')
    await ada.submit('Publish', { text: 'Let people choose two plots.' })
    const everybody = app.browser()
    await everybody.get(path)
    assert.match(everybody.page.text, /1 change was suggested/)
    const [, fingerprint] = /fingerprint of this briefing is ([0-9a-f]{64})/.exec(everybody.page.text) ?? []
    await everybody.get(`${path}/briefing.json`)
    assert.equal(createHash('sha256').update(everybody.page.body).digest('hex'), fingerprint)
  })

  test('leads with each figure to that figure as it was on the day, and from there to what it is today', async () => {
    const path = await frozen()
    const everybody = app.browser()
    await everybody.get(path)
    const hrefs = everybody.page.all('a').map((link) => attribute(link, 'href') ?? '')
    const href = hrefs.find((one) => one.startsWith(`${path}/figures/allotment/`)) ?? ''
    assert.notEqual(href, '')
    const before = await everybody.get(href)
    assert.match(before.text, /As it was on 23 November 2026, when the briefing was frozen/)
    assert.equal(before.table('By month').length, 13)
    const said = before.all('td').map(textOf)
    app.setClock('2027-03-01T10:00:00.000Z')
    const after = await app.browser().get(href)
    assert.deepEqual(after.all('td').map(textOf), said)
    assert.match((await everybody.click('How it is worked out, and what it is today')).url, /^\/services\/allotment\/value\//)
    assert.equal((await everybody.get(`${path}/figures/allotment/nothing`)).status, 404)
    assert.equal((await app.browser(southHost).get(href)).status, 404)
    app.setClock('2026-11-23T10:00:00.000Z')
  })

  test('reads in Welsh at a council of both languages, and is on its list in both', async () => {
    const path = await frozen(southHost)
    const everybody = app.browser(southHost)
    await everybody.get(`/cy${path.replace(/^\/cy/, '')}`)
    assert.match(everybody.page.text, /Beth y gofynnodd pobl amdano/)
    assert.match(everybody.page.text, /Arweinyddiaeth ddigidol/)
    await everybody.get('/cy/briefings')
    assert.match(everybody.page.text, /O weledigaeth i werth/)
  })

  test('of another council cannot be read', async () => {
    const path = await frozen(southHost)
    const neighbour = app.browser()
    await neighbour.get(path)
    assert.equal(neighbour.page.status, 404)
  })

  test('cannot be made by a resident or an officer, nor about a service that is not there', async () => {
    for (const person of ['resident', 'officer']) {
      const browser = await app.browserOf(person)
      await browser.get('/staff/briefings')
      assert.equal(browser.page.status, 403)
    }
    const manager = await app.browserOf('manager')
    await manager.get('/staff/briefings/draft?about=%3Cb%3Enothing')
    assert.equal(manager.page.status, 422)
    assert.match(manager.page.text, /Choose a service, or the whole council/)
    assert.doesNotMatch(manager.page.body, /<b>nothing/)
  })

  test('of the whole council names each service it tells about', async () => {
    const manager = await app.browserOf('manager')
    await manager.get('/staff/briefings/draft?about=*')
    assert.match(manager.page.heading, /the whole council/)
    assert.match(manager.page.text, /For each of 2 services/)
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addresses } from '#features/addresses/feature.ts'
import { appointments } from '#features/appointments/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import { startApp } from '#test/kit/app.ts'
import { submission } from '#test/kit/club-council.ts'
import { attribute, within } from '#test/kit/page.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'
import { cases } from './feature.ts'
import { openCase } from './index.ts'

const app = await startApp({
  features: [messages, people, addresses, services, appointments, cases],
  settings: 'services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]\n',
  packFolders: [tennisClubFolder],
})

/** Where the menu of somebody leads. */
async function menuOf(person: string): Promise<readonly string[]> {
  const browser = await app.browserOf(person)
  const page = await browser.get('/staff/tasks')
  return page.all('nav').flatMap((nav) => within(nav, 'a').map((link) => attribute(link, 'href') ?? ''))
}

describe('the menu of a partner', () => {
  test('leaves out cases and appointments that never come to their teams', async () => {
    await openCase(app.north, submission())
    assert.deepEqual(await menuOf('coach'), ['/staff/tasks'])
    assert.deepEqual(await menuOf('partner'), ['/staff/cases', '/staff/tasks'])
  })

  test('leads straight to what there is to do', async () => {
    const coach = await app.browserOf('coach')
    assert.equal((await coach.get('/staff')).url, '/staff/tasks')
  })

  test('is no lock: what they may open stays open to them', async () => {
    const coach = await app.browserOf('coach')
    assert.equal((await coach.get('/staff/cases')).status, 200)
  })

  test('is theirs alone: officers see both, with nothing in them yet', async () => {
    const officers = await menuOf('officer')
    assert.ok(officers.includes('/staff/cases') && officers.includes('/staff/appointments'))
  })
})

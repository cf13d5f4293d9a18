import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { addresses } from '#features/addresses/feature.ts'
import { migrations as casesMigrations } from '#features/cases/migrations/index.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '#features/services/feature.ts'
import type { Feature } from '#http/feature.ts'
import { startApp } from '#test/kit/app.ts'
import { journeys } from './feature.ts'

const sponsored = 'services: [{ id: tennis-club, sponsors: { member: Councillor A, director: Director B } }]\n'
const start = '/services/tennis-club'
const cases: Feature = { name: 'cases', routes: [], migrations: casesMigrations }
const app = await startApp({
    features: [messages, people, addresses, services, cases, journeys],
    settings: sponsored,
    packFolders: [fileURLToPath(new URL('../../../test/kit', import.meta.url))],
})

describe('a resident', () => {
  test('goes from the list of services to a reference', async () => {
    const ada = app.browser()
    await ada.get('/services')
    await ada.click('Join the tennis club')
    await ada.click('Start now')
    assert.equal(ada.page.heading, 'What is your name?')
    await ada.submit('Continue')
    console.log(ada.page.status, ada.page.errors, ada.page.title)
    await ada.submit('Continue', { 'What is your name?': 'Ada Player' })
    console.log(ada.page.status, ada.page.url, ada.page.heading, ada.page.texts('label'))
    await ada.submit('Continue', { email: 'ada@example.org' })
    console.log(ada.page.status, ada.page.url, ada.page.heading, ada.page.texts('label'))
    await ada.submit('Continue', { 'home-line1': '1 Court Lane', 'home-postcode': 'NB1 1AA' })
    console.log(ada.page.status, ada.page.url, ada.page.heading, ada.page.errors, ada.page.texts('label'))
    await ada.submit('Continue', { age: '30' })
    console.log(ada.page.status, ada.page.url, ada.page.heading, ada.page.errors, ada.page.texts('label'))
    await ada.submit('Continue', { health: 'A bad knee' })
    console.log(ada.page.status, ada.page.url, ada.page.heading, ada.page.errors, ada.page.summary())
    await ada.submit('Send')
    console.log(ada.page.status, ada.page.url, ada.page.text, ada.page.errors, ada.page.summary(), app.journal)
  })
})

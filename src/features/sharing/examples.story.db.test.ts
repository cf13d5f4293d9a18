import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { addresses } from '#features/addresses/feature.ts'
import { appointments } from '#features/appointments/feature.ts'
import { cases } from '#features/cases/feature.ts'
import { journeys } from '#features/journeys/feature.ts'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { proposals } from '#features/proposals/feature.ts'
import { replay } from '#features/replay/feature.ts'
import { companionsOf, publish, publishedService } from '#features/services/index.ts'
import { services } from '#features/services/feature.ts'
import { value } from '#features/value/feature.ts'
import { allotmentFiles, sponsored } from '#test/kit/allotment.ts'
import { startApp } from '#test/kit/app.ts'
import { handOver } from './commands/merge.ts'
import { noChoices } from './commands/together.ts'
import { sharing } from './feature.ts'

const fortnight = 'We write to you within a fortnight.'
/** The south says sooner than the north when it answers. */
const taken = `services:
  - id: allotment
    sponsors: { member: Councillor A, member-email: "councillor@{council}.example", director: Director B, director-email: "director@{council}.example" }
    from:
      council: north
      changes:
        - { kind: changed, path: [words, en, service, after], before: We offer you a plot within a month., after: ${fortnight} }
`
const app = await startApp({
  features: [messages, people, addresses, services, appointments, cases, journeys, replay, proposals, value, sharing],
  settings: (council) => (council === 'north' ? sponsored : taken),
  packFolders: [fileURLToPath(new URL('../../../test/kit', import.meta.url))],
})
const { north, south } = app
const at = '2026-11-23T10:00:00.000Z'
const path = 'scenarios/a-helper.yaml'
const helper = `schema: 1
id: a-helper
title: A small plot with one helper
today: 2026-11-23
answers:
  size: small
  helpers: [{ called: Bo, age: 30 }]
  born: "1980-03-02"
  home: { lines: [1 Mill Lane], postcode: AB1 2EF }
  full_name: Ada Grower
  email: ada@example.org
expect: { outcome: offered, fee: "40.00" }
`

test('example people of a version that brings nothing else are released on their own where it is taken over', async () => {
  const files = await allotmentFiles((text, file) =>
    file === 'words.en.yaml' ? text.replace('We offer you a plot within a month.', fortnight) : text,
  )
  assert.equal((await publish(north, { files: new Map([...files, [path, helper]]), by: 'mo', at })).state, 'published')
  await app.runTask('sharing.follow')
  const before = await publishedService(south, 'allotment')
  assert.ok(before)
  const handed = await handOver(south, 'allotment', {
    ...noChoices,
    ...{ by: 'dee', at, today: '2026-11-23', lang: 'en', origin: 'https://south.example' },
  })
  assert.equal(handed.state, 'nothing-left', JSON.stringify(handed).slice(0, 400))
  assert.equal((await publishedService(south, 'allotment'))?.version, before.version)
  assert.equal((await companionsOf(south, 'allotment', before.version)).get(path), helper)
})

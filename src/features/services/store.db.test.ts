import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { versionOf } from '#core/definition/index.ts'
import { migrations } from './migrations/index.ts'
import * as store from './store.ts'

const opened = await freshStore({ migrations: [migrations] })
const north = opened.store.council('north')
const definition = tennisClubDefinition()
const version = versionOf(definition)
const companions = new Map([['README.md', 'Ours alone']])
const at = '2026-11-23T10:00:00.000Z'
const service = definition.service.id
const nothingFound = { findings: [], proved: [], notProved: [], steps: 0 }

test('another council reaches no version, and cannot make one current', async () => {
  const data = { version, member: 'A', director: 'B' }
  await north.transaction(async (tx) => {
    await store.addVersion(tx, { definition, version, companions, at })
    await store.applyPublished(
      tx,
      await north.log.append(tx, { stream: store.streamOf(service), facts: [{ kind: 'published', at, by: 'mo', data }] }),
    )
  })
  assert.equal((await north.transaction(store.currentServices)).length, 1)
  const proved = { service, version, edition: 1 }
  await north.transaction((tx) => store.keepProof(tx, { ...proved, proof: nothingFound, at }))
  await attackStore(opened, {
    functions: store,
    attacks: {
      currentServices: (tx) => store.currentServices(tx),
      findDefinition: (tx) => store.findDefinition(tx, service, version),
      findCompanions: (tx) => store.findCompanions(tx, service, version),
      versionsOf: (tx) => store.versionsOf(tx, service),
      findProof: (tx) => store.findProof(tx, proved),
      keepProof: (tx) => store.keepProof(tx, { ...proved, edition: 2, proof: { ...nothingFound, steps: 1 }, at }),
      keptClasses: (tx) => store.keptClasses(tx),
      addVersion: (tx) => store.addVersion(tx, { definition, version, companions, at }),
      applyPublished: async (tx) =>
        store.applyPublished(tx, await north.transaction((own) => north.log.factsOf(own, store.streamOf(service)))),
      clear: (tx) => store.currentProjection.clear(tx),
    },
    exempt: { streamOf: 'a name, no row' },
  })
})

test('a stored definition that is not what its name says is refused', async () => {
  await opened.asOwner(`update services.version set definition = replace(definition, 'Join', 'Leave') where council_id = 'north'`)
  await assert.rejects(
    north.transaction((tx) => store.findDefinition(tx, service, version)),
    /somebody has changed it/,
  )
})

test('a proof stays with the day it was made, until a later edition of the prover finds otherwise', async () => {
  const asked = { service, version, edition: 3 }
  const kept = (edition: number, steps: number, day: string) =>
    north.transaction((tx) => store.keepProof(tx, { ...asked, edition, proof: { ...nothingFound, steps }, at: `${day}T10:00:00.000Z` }))
  await kept(3, 7, '2026-11-24')
  await kept(3, 8, '2026-11-25')
  await kept(2, 9, '2026-11-26')
  const found = await north.transaction((tx) => store.findProof(tx, asked))
  assert.equal(found?.proof.steps, 7)
  assert.equal(found.provedAt, '2026-11-24T10:00:00.000Z')
  assert.equal(await north.transaction((tx) => store.findProof(tx, { ...asked, edition: 4 })), undefined)
})

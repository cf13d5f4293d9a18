import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '../feature.ts'
import { publish, publishedService, preparedVersion } from '../index.ts'
import { currentProjection } from '../store.ts'
import { allotmentFiles, sponsored } from '#test/kit/allotment.ts'
import { startApp } from '#test/kit/app.ts'

const app = await startApp({ features: [messages, people, services], settings: sponsored, demo: false })
const { north, south } = app
const at = '2026-11-23T10:00:00.000Z'
const files = await allotmentFiles()
const changed = await allotmentFiles((text) => text.replace('Anyone over 18', 'Everyone over 18'))

describe('publishing a pack', () => {
  test('makes it current for this council alone, and writes who, when and who answers for it', async () => {
    assert.equal(await publishedService(north, 'allotment'), undefined)
    const published = await publish(north, { files, by: 'mo', at })
    assert.equal(published.state, 'published')
    const found = await publishedService(north, 'allotment')
    assert.deepEqual([found?.publishedBy, found?.publishedAt], ['mo', at])
    assert.deepEqual(found?.sponsors, { member: 'Councillor A', director: 'Director B' })
    assert.equal(await publishedService(south, 'allotment'), undefined)
    const facts = await north.store.transaction((tx) => north.store.log.factsOf(tx, 'service/allotment'))
    assert.deepEqual(
      facts.map(({ kind, by }) => [kind, by]),
      [['published', 'mo']],
    )
  })

  test('twice writes nothing the second time, also in the same moment', async () => {
    const again = await Promise.all([publish(north, { files, by: 'mo', at }), publish(north, { files, by: 'mo', at })])
    assert.deepEqual(
      again.map(({ state }) => state),
      ['unchanged', 'unchanged'],
    )
    const both = await Promise.all([publish(south, { files, by: 'mo', at }), publish(south, { files, by: 'mo', at })])
    assert.deepEqual(both.map(({ state }) => state).toSorted(), ['published', 'unchanged'])
  })

  test('replaces the version before, which stays for those who began with it; going back is publishing again', async () => {
    const before = await publishedService(north, 'allotment')
    assert.ok(before)
    await publish(north, { files: changed, by: 'mo', at })
    const after = await publishedService(north, 'allotment')
    assert.notEqual(after?.version, before.version)
    assert.equal((await preparedVersion(north, 'allotment', before.version))?.version, before.version)
    await publish(north, { files, by: 'mo', at })
    assert.equal((await publishedService(north, 'allotment'))?.version, before.version)
  })

  test('is refused with the faults of the pack', async () => {
    const broken = await allotmentFiles((text, file) =>
      file === 'service.yaml' ? text.replace('when: too_young', 'when: too_yuong') : text,
    )
    const refused = await publish(north, { files: broken, by: 'mo', at })
    assert.equal(refused.state, 'refused')
    assert.ok('faults' in refused && refused.faults.length > 0)
    assert.deepEqual(await publish(north, { files: new Map(), by: 'mo', at }).then(({ state }) => state), 'refused')
  })

  test('can be read again from the log', async () => {
    const { store } = north
    const before = await publishedService(north, 'allotment')
    await store.transaction(async (tx) => {
      await currentProjection.clear(tx)
      await currentProjection.apply(tx, await store.log.factsOf(tx, 'service/allotment'))
    })
    const rows = await app.test.asOwner<{ version: string }>("select version from services.current where council_id = 'north'")
    assert.deepEqual(rows, [{ version: before?.version }])
  })

  test('cannot be undone or changed by the program: rows of versions are only ever added', async () => {
    const change = north.store.transaction((tx) =>
      tx.withTables<{ 'services.version': { definition: string } }>().updateTable('services.version').set({ definition: '{}' }).execute(),
    )
    await assert.rejects(change, /permission denied/)
  })
})

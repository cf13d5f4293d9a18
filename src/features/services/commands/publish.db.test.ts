import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'node:test'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { services } from '../feature.ts'
import {
  companionsOf,
  definitionOf,
  gatesOf,
  preparedVersion,
  publish,
  publishDefinition,
  publishedService,
  versionHistory,
  waiversOf,
} from '../index.ts'
import { publishFolders } from './folders.ts'
import { waiveGate } from './waive.ts'
import { currentProjection } from '../store.ts'
import { allotmentFiles, sponsored } from '#test/kit/allotment.ts'
import { startApp } from '#test/kit/app.ts'

const app = await startApp({ features: [messages, people, services], settings: sponsored, demo: false })
const { north, south } = app
const kit = fileURLToPath(new URL('../../../../test/kit', import.meta.url))
const at = '2026-11-23T10:00:00.000Z'
const files = await allotmentFiles()
const changed = await allotmentFiles((text) => text.replace('Anyone over 18', 'Everyone over 18'))

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

  test('releases new example people of the same version on their own, and leaves alone what the folder does not hold', async () => {
    const version = (await publishedService(north, 'allotment'))?.version ?? ''
    const withHelper = new Map([...files, ['scenarios/a-helper.yaml', helper]])
    const released = await publish(north, { files: withHelper, by: 'mo', at })
    assert.deepEqual([released.state, 'files' in released && released.files], ['examples-released', ['scenarios/a-helper.yaml']])
    assert.equal((await publish(north, { files, by: 'mo', at })).state, 'unchanged')
    assert.deepEqual([...(await companionsOf(north, 'allotment', version)).keys()].includes('scenarios/a-helper.yaml'), true)
    assert.deepEqual([...(await companionsOf(south, 'allotment', version)).keys()].includes('scenarios/a-helper.yaml'), false)
    assert.equal((await versionHistory(north, 'allotment')).length, 1)
  })

  test('releases no example person who would not get what is expected for them', async () => {
    const dearer = new Map([...files, ['scenarios/a-helper.yaml', helper.replace('40.00', '1.00')]])
    const refused = await publish(north, { files: dearer, by: 'mo', at })
    assert.ok(refused.state === 'refused')
    assert.match(refused.faults[0]?.message ?? '', /£1\.00.*£40\.00/)
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

describe('releasing a definition', () => {
  const evidence = {
    tried: { trial: 'trial-1', cases: 12 },
    regard: { by: ['cai', 'dee'], at },
    approvals: { member: 'cai', director: 'dee' },
  }

  /** The allotment as it is, with another number of minutes: a change that keeps every check clean. */
  async function withMinutes(minutes: number) {
    const published = await publishedService(north, 'allotment')
    assert.ok(published)
    const { definition, version } = published
    return {
      definition: { ...definition, service: { ...definition.service, minutes } },
      replaces: version,
      companions: new Map<string, string>(),
    }
  }

  test('is refused while a gate is shut, with the way out of each, and nothing is written', async () => {
    const before = await versionHistory(north, 'allotment')
    const refused = await publishDefinition(north, { ...(await withMinutes(7)), by: 'mo', at })
    assert.ok(refused.state === 'refused')
    assert.deepEqual(
      refused.faults.map(({ code }) => code),
      ['gate-tried', 'gate-effects', 'missing-sponsors'],
    )
    assert.deepEqual(await versionHistory(north, 'allotment'), before)
  })

  test('takes the same path as a folder: current, with its cause, its gates and what travels along', async () => {
    const change = await withMinutes(7)
    const companions = new Map([['README.md', '# Allotments']])
    const released = await publishDefinition(north, { ...change, ...evidence, companions, by: 'cai', at, because: { proposal: 'p-1' } })
    assert.ok(released.state === 'published')
    const [current, before] = await versionHistory(north, 'allotment')
    assert.deepEqual([current?.version, current?.source, current?.because], [released.version, 'proposal', { proposal: 'p-1' }])
    assert.deepEqual(
      current?.gates.map(({ id, state }) => `${id} ${state}`),
      ['checks passed', 'scenarios not-needed', 'words passed', 'tried passed', 'effects passed', 'sponsors passed'],
    )
    assert.deepEqual([before?.version, before?.source, before?.isCurrent], [change.replaces, 'operator', false])
    assert.deepEqual(await companionsOf(north, 'allotment', released.version), companions)
    assert.deepEqual(await definitionOf(north, 'allotment', released.version), change.definition)
    assert.equal(await definitionOf(south, 'allotment', released.version), undefined)
  })

  test('is refused when another version was released meanwhile', async () => {
    const change = await withMinutes(8)
    await publishDefinition(north, { ...(await withMinutes(9)), ...evidence, by: 'cai', at, because: { proposal: 'p-2' } })
    const late = await publishDefinition(north, { ...change, ...evidence, by: 'cai', at, because: { proposal: 'p-3' } })
    assert.ok(late.state === 'refused')
    assert.deepEqual(
      late.faults.map(({ code }) => code),
      ['overtaken'],
    )
  })

  test('with a mistake in it is refused with the mistake', async () => {
    const { definition, ...rest } = await withMinutes(10)
    const { outcomes, ...service } = definition.service
    const broken = { ...definition, service: { ...service, outcomes: outcomes.slice(1) } }
    const refused = await publishDefinition(north, { ...rest, definition: broken, ...evidence, by: 'cai', at })
    assert.ok(refused.state === 'refused' && refused.faults.length > 0)
    assert.equal(refused.gates[0]?.state, 'failed')
  })

  test('goes through a gate that was set aside, and everybody can read why', async () => {
    const change = await withMinutes(11)
    const { tried: _tried, ...untried } = evidence
    const request = { ...change, ...untried, by: 'cai', at, because: { proposal: 'p-4' } }
    assert.equal((await publishDefinition(north, request)).state, 'refused')
    const waiver = {
      service: 'allotment',
      gate: 'tried',
      reason: 'New law tomorrow',
      name: 'Director B',
      until: '2026-11-30',
      by: 'dee',
      at,
    } as const
    assert.equal(await waiveGate(north, waiver), 'given')
    const released = await publishDefinition(north, request)
    assert.ok(released.state === 'published')
    assert.equal(released.gates.find(({ id }) => id === 'tried')?.state, 'waived')
    const { page } = await visited('/services/allotment/about')
    assert.match(page.text, /“Tried on last year’s cases” was set aside by Director B until 30 November 2026. New law tomorrow/)
    assert.equal((await waiversOf(north, 'allotment')).length, 1)
    assert.equal((await waiversOf(south, 'allotment')).length, 0)
  })

  test('is shut again on the day after the last, as days go in London', async () => {
    const change = await withMinutes(12)
    const { tried: _tried, ...untried } = evidence
    const request = { ...change, ...untried, by: 'cai', because: { proposal: 'p-5' } }
    const waiver = { service: 'allotment', gate: 'tried', reason: 'r', name: 'n', until: '2027-06-30', by: 'dee' } as const
    assert.equal(await waiveGate(north, { ...waiver, at: '2027-06-01T10:00:00.000Z' }), 'given')
    const stateAt = async (moment: string) => {
      const gates = await gatesOf(north, change.definition, { ...untried, companions: change.companions, at: moment })
      return gates.find(({ id }) => id === 'tried')?.state
    }
    assert.equal(await stateAt('2027-06-30T22:59:59.000Z'), 'waived')
    assert.equal(await stateAt('2027-06-30T23:00:00.000Z'), 'failed')
    const late = await publishDefinition(north, { ...request, at: '2027-06-30T23:00:00.000Z' })
    assert.ok(late.state === 'refused')
    assert.deepEqual(
      late.faults.map(({ code }) => code),
      ['gate-tried'],
    )
    const inTime = await publishDefinition(north, { ...request, at: '2027-06-30T22:59:59.000Z' })
    assert.equal(inTime.state, 'published')
  })

  test('cannot set aside what the law keeps, without a reason or a name, for the past or for ever', async () => {
    const waiver = { service: 'allotment', gate: 'tried', reason: 'r', name: 'n', until: '2026-11-30', by: 'dee', at } as const
    const refusals = [
      { ...waiver, gate: 'effects' as const },
      { ...waiver, reason: ' ' },
      { ...waiver, name: '' },
      { ...waiver, until: '2026-02-30' },
      { ...waiver, until: '2026-11-22' },
      { ...waiver, until: '2027-06-01' },
    ]
    assert.deepEqual(await Promise.all(refusals.map((one) => waiveGate(north, one))), [
      'not-waivable',
      'no-reason',
      'no-name',
      'no-such-day',
      'past',
      'too-long',
    ])
  })
})

describe('folders at start', () => {
  test('never take back what was released since', async () => {
    const before = await publishedService(north, 'allotment')
    await publishFolders(north, { folders: [kit], at })
    assert.equal((await publishedService(north, 'allotment'))?.version, before?.version)
    assert.equal((await publishedService(north, 'tennis-club'))?.publishedBy, 'start')
  })
})

async function visited(path: string) {
  const browser = app.browser()
  await browser.get(path)
  return browser
}

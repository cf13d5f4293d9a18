import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { freshStore } from '#test/kit/database.ts'
import { takeCheckpoint } from './checkpoint.ts'
import type { Db } from './db.ts'
import { eraseKeys, factsAbout, findKeys, holdsInForce, type KeyFilter, liftHold, placeHold } from './erasure.ts'
import { StoreFailure } from './failure.ts'
import { MasterKeys } from './keys.ts'
import { personalValues } from './log.ts'
import type { Migrations } from './migration.ts'
import type { Projection } from './projection.ts'
import { rebuild } from './rebuild.ts'
import { giveUpLostKeys, rotateKeys } from './rotation.ts'
import { openStore } from './store.ts'
import { verifyLog } from './verify.ts'

const migrations: Migrations = {
  '2026-11-23-club-list': `create schema club;
    grant usage on schema club to folkmoot_app;
    create table club.list (council_id text not null, stream text not null, name text, primary key (council_id, stream));
    select folkmoot.guard_by_council('club.list');`,
}
type Tables = { 'club.list': { council_id: string; stream: string; name: string | null } }
const club = (tx: Db) => tx.withTables<Tables>()

const { store, server, keysFolder, asOwner } = await freshStore({ migrations: [migrations] })
const north = store.council('north')
const at = '2026-11-23T09:00:00.000Z'
const personal = (person: string, value: Record<string, string>, retention = 'membership') => ({ person, retention, value })

const list: Projection = {
  name: 'club.list',
  streams: 'member/',
  clear: async (tx) => void (await club(tx).deleteFrom('club.list').execute()),
  async apply(tx, facts) {
    const rows = facts.map((fact) => ({
      council_id: 'north',
      stream: fact.stream,
      name: String(personalValues(fact)['name'] ?? '') || null,
    }))
    await club(tx).insertInto('club.list').values(rows).execute()
  },
  async forget(tx, facts) {
    for (const fact of facts) {
      const name = String(personalValues(fact)['name'] ?? '') || null
      await club(tx).updateTable('club.list').set({ name }).where('stream', '=', fact.stream).execute()
    }
  },
}

const join = (stream: string, values: readonly ReturnType<typeof personal>[]) =>
  north.transaction((tx) =>
    north.log.append(tx, { stream, facts: [{ kind: 'joined', at, by: 'desk', data: { fee: 1250 }, personal: values }] }),
  )
const names = async () =>
  (await north.transaction((tx) => club(tx).selectFrom('club.list').select(['stream', 'name']).orderBy('stream').execute())).map(
    ({ name }) => name,
  )
const keysOf = (filter: KeyFilter) => north.transaction((tx) => findKeys(tx, filter))
const erase = async (filter: KeyFilter) =>
  eraseKeys(north, store.keys, { keys: await keysOf(filter), by: 'records', at, reason: 'asked for', projections: [list] })

await join('member/1', [personal('ada', { name: 'Ada' }), personal('ada', { card: '4242' }, 'payment'), personal('bob', { friend: 'Bob' })])
await join('member/2', [personal('eve', { name: 'Eve' })])
await takeCheckpoint(north, store.keys, at)

test('makes a projection again from the log, and only that council’s', async () => {
  assert.deepEqual(await rebuild({ store, council: 'north', projections: [list] }), new Map([['club.list', 2]]))
  assert.deepEqual(await names(), ['Ada', 'Eve'])
  await rebuild({ store, council: 'north', projections: [list] })
  assert.deepEqual(await names(), ['Ada', 'Eve'])
  await rebuild({ store, council: 'south', projections: [list] })
  assert.deepEqual(await names(), ['Ada', 'Eve'])
})

test('collects what the log holds about one person, without other people’s values', async () => {
  const facts = await north.transaction((tx) => factsAbout(north, tx, 'bob'))
  assert.deepEqual(
    facts.map(({ stream, personal: own }) => [stream, own]),
    [['member/1', [{ ...personal('bob', { friend: 'Bob' }), erased: false }]]],
  )
})

test('refuses to erase what a legal hold covers, also by plain SQL, until it is lifted', async () => {
  const hold = await north.transaction((tx) => placeHold(tx, { person: 'ada', reason: 'a claim in court', by: 'lawyer', at }))
  const kept = await erase({ stream: 'member/1', person: 'ada' })
  assert.deepEqual([kept.erased.length, kept.held.length], [0, 2])
  await assert.rejects(asOwner(`delete from log.key where person = 'ada'`), /legal hold/)
  assert.equal((await north.transaction(holdsInForce)).length, 1)
  assert.equal(await north.transaction((tx) => liftHold(tx, hold, { by: 'lawyer', at })), true)
  assert.deepEqual(await north.transaction(holdsInForce), [])
})

test('erases one retention class of one person: gone from log and projection, the rest stays, and the log still verifies', async () => {
  assert.equal((await erase({ person: 'ada', retention: 'membership' })).erased.length, 1)
  const [fact] = await north.transaction((tx) => north.log.factsOf(tx, 'member/1'))
  assert.deepEqual(fact?.personal, [
    { person: 'ada', retention: 'membership', erased: true },
    { ...personal('ada', { card: '4242' }, 'payment'), erased: false },
    { ...personal('bob', { friend: 'Bob' }), erased: false },
  ])
  assert.deepEqual(await names(), [null, 'Eve'])
  assert.deepEqual((await verifyLog(north, { keys: store.keys })).findings, [])
  assert.equal(store.keys.erasedKeys('north').size, 1, 'remembered outside the database')
})

test('seals later values of an erased person under a new key', async () => {
  await join('member/1', [personal('ada', { name: 'Ada again' })])
  const facts = await north.transaction((tx) => north.log.factsOf(tx, 'member/1'))
  assert.deepEqual(
    facts.map((fact) => personalValues(fact)['name']),
    [undefined, 'Ada again'],
  )
})

test('rotates the council’s key: everything still opens, and the old key opens nothing any more', async () => {
  const old = store.keys.of('north').current
  assert.ok((await rotateKeys(north, { keys: store.keys, isAlone: true })) >= 4)
  assert.equal(store.keys.of('north').wrapping.has(old), false)
  const fresh = await openStore({ server, keys: new MasterKeys(keysFolder) })
  const facts = await fresh.council('north').transaction((tx) => fresh.council('north').log.factsOf(tx, 'member/2'))
  await fresh.close()
  assert.deepEqual(facts.map(personalValues), [{ name: 'Eve' }])
})

test('lets a server go on meanwhile: what it sealed just before it noticed, and after, opens with the new key alone', async () => {
  const other = await openStore({ server, keys: new MasterKeys(keysFolder) })
  let isDone = false
  const rotating = rotateKeys(other.council('north'), { keys: other.keys }).then(() => (isDone = true))
  let people = 0
  for (; !isDone; people += 1) {
    await join(`member/during-${people}`, [personal(`person-${people}`, { name: `Number ${people}` })])
    await pause(20)
  }
  await rotating
  await join('member/after', [personal('late', { name: 'Late' })])
  await other.close()
  const fresh = await openStore({ server, keys: new MasterKeys(keysFolder) })
  const later = fresh.council('north')
  const streams = [...Array.from({ length: people }, (_, number) => `member/during-${number}`), 'member/after']
  const facts = await later.transaction((tx) => later.log.factsOfEach(tx, streams))
  await fresh.close()
  assert.ok(people > 20)
  assert.deepEqual(
    streams.flatMap((stream) => (facts.get(stream) ?? []).map((fact) => personalValues(fact)['name'])),
    [...Array.from({ length: people }, (_, number) => `Number ${number}`), 'Late'],
  )
})

test('goes on with a rotation that stopped half-way', async () => {
  store.keys.rotate('north')
  await join('member/3', [personal('kim', { name: 'Kim' })])
  assert.ok((await rotateKeys(north, { keys: store.keys, isAlone: true, isResumed: true })) >= 4)
  assert.equal(store.keys.of('north').wrapping.size, 1)
  assert.deepEqual((await verifyLog(north, { keys: store.keys })).findings, [])
})

test('says what is lost and what is not when the council’s keys are gone, and never makes new ones in their place', async () => {
  const without = await openStore({ server, keys: new MasterKeys(`${keysFolder}/elsewhere`) })
  const isKeyLoss = (error: unknown) =>
    error instanceof StoreFailure && error.code === 'council-key-lost' && /Lost.*Still there/.test(error.message)
  await assert.rejects(without.register('north'), isKeyLoss)
  const lost = without.council('north')
  await assert.rejects(
    lost.transaction((tx) => lost.log.factsOf(tx, 'member/2')),
    isKeyLoss,
  )
  const { findings } = await verifyLog(lost, { keys: new MasterKeys(`${keysFolder}/elsewhere`) })
  assert.deepEqual([...new Set(findings.map(({ kind }) => kind))], ['unknown-signer'], 'the chain itself can still be checked')
  await without.close()
})

test('goes on after a loss that was accepted: lost values read as erased, new ones are kept', async () => {
  const keys = new MasterKeys(`${keysFolder}/new`)
  assert.ok((await giveUpLostKeys(north, keys, { by: 'officer', at })) >= 4)
  const again = await openStore({ server, keys })
  await again.register('north')
  const council = again.council('north')
  const personalAgain = [personal('eve', { name: 'Eve, asked anew' })]
  await council.transaction((tx) =>
    council.log.append(tx, { stream: 'member/2', facts: [{ kind: 'asked', at, by: 'desk', data: null, personal: personalAgain }] }),
  )
  const facts = await council.transaction((tx) => council.log.factsOf(tx, 'member/2'))
  assert.deepEqual(facts.map(personalValues), [{}, { name: 'Eve, asked anew' }])
  await again.close()
})

/** A trial that is called off ends in the middle of a statement, and leaves nothing behind but that it was called off. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { type Definition, prepare } from '#core/definition/index.ts'
import { sidesOf } from '#core/replay/index.ts'
import { openCase } from '#features/cases/index.ts'
import { catchUp } from '#store/follow.ts'
import { APP_ROLE } from '#store/server.ts'
import { openStore } from '#store/store.ts'
import { clubCouncil, submission } from '#test/kit/club-council.ts'
import { freshStore } from '#test/kit/database.ts'
import { testServer } from '#test/kit/server.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { count } from './commands/count.ts'
import { callTrialOff, carryOutLater } from './commands/try.ts'
import { findTrial } from './index.ts'
import * as store from './store/index.ts'

/** Connections that the store of a test may hold. */
const POOL = 6
const kit = await freshStore({ projections: [store.pastCaseProjection] })
const council = await clubCouncil(kit.store, 'north')
const service = 'tennis-club'
const now = tennisClubDefinition()
const window = { service, since: '2020-01-01', until: '2030-01-01' }

for (let place = 0; place < 12; place += 1) await openCase(council, submission({ answers: { age: 20 + place } }))
await catchUp(council.store, store.pastCaseProjection)

function dearer(): Definition {
  const { yearly } = now.service.constants
  assert.ok(yearly)
  return { ...now, service: { ...now.service, constants: { ...now.service.constants, yearly: { ...yearly, is: '130.00' } } } }
}

/** Keeps every statement on past cases waiting until it is let go, for ten seconds at most. */
async function held<Result>(work: () => Promise<Result>): Promise<Result> {
  const [{ name } = { name: '' }] = await kit.asOwner<{ name: string }>('select current_database() as name')
  const client = new pg.Client((await testServer()).owner(name))
  client.on('error', () => undefined)
  await client.connect()
  await client.query("begin; set local idle_in_transaction_session_timeout = '10s'; lock table replay.typed_case in access exclusive mode")
  try {
    const result = await work()
    // Fails where they were let go by the clock.
    await client.query('select')
    return result
  } finally {
    await client.end()
  }
}

const atWork = () =>
  kit.asOwner(
    `select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '%replay.typed_case%'`,
  )

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400 && !(await isSo()); tries += 1) await new Promise((done) => setTimeout(done, 25))
  assert.ok(await isSo())
}

test('ends the statement that counts, while it is at work', async () => {
  const sides = sidesOf(prepare(now), prepare(dearer()))
  let isUnwanted = false
  let asked = 0
  const lock = Promise.withResolvers<undefined>()
  const watch = {
    onBatch: () => Promise.reject(new Error('nothing was counted')),
    isCalledOff: async () => {
      asked += 1
      // The cases have been counted by then, and are tried next.
      if (asked === 1) await lock.promise
      return isUnwanted
    },
  }
  const counting = count(council.store, { sides, window, splits: ['area'] }, watch)
  await until(() => Promise.resolve(asked === 1))
  await held(async () => {
    lock.resolve(undefined)
    await until(async () => (await atWork()).length === 1)
    isUnwanted = true
    assert.equal(await counting, undefined)
    assert.deepEqual(await atWork(), [])
  })
})

/** A run of the two versions that was begun, by its number. */
async function begun(place: number): Promise<string> {
  const id = `01900000-0000-7000-8000-00000000000${place}`
  const [from, to] = [now, dearer()]
  await council.store.transaction(async (tx) => {
    for (const definition of [from, to]) await store.keepVersion(tx, definition)
    const names = { outcomes: {}, exits: {}, questions: {}, values: {}, money: [] }
    const versions = { from: prepare(from).version, to: prepare(to).version }
    const about = { id, ...window, ...versions, askedBy: 'olga', askedAt: '2026-11-23T10:00:00.000Z', cases: 12, removed: 0 }
    await store.addTrial(tx, { ...about, names, splits: ['area'] })
  })
  return id
}

test('keeps of a run only that it was called off, and by whom, whatever comes after', async () => {
  const id = await begun(1)
  await held(async () => {
    const carried = carryOutLater(council.store, id)
    await until(async () => (await atWork()).length === 1)
    assert.equal(await callTrialOff(council, { trial: id, by: 'sam' }), true)
    await carried
    assert.deepEqual(await atWork(), [])
  })
  const run = await findTrial(council, id)
  assert.deepEqual([run?.state, run?.calledOffBy, run?.done], ['called-off', 'sam', 0])
  assert.deepEqual([run?.trial, run?.split, run?.digest, run?.population, run?.ms], [undefined, undefined, undefined, undefined, undefined])
  await carryOutLater(council.store, id)
  const counting = await count(council.store, { sides: sidesOf(prepare(now), prepare(dearer())), window, splits: [] }, idle)
  assert.ok(counting)
  const late = { ms: 1, population: '', digest: '', trial: counting.whole.read(), ways: counting.ways, split: [] }
  await council.store.transaction((tx) => store.finishTrial(tx, id, late))
  assert.deepEqual(await findTrial(council, id), run)
  assert.equal(await callTrialOff(council, { trial: id, by: 'olga' }), false)
})

const idle = { onBatch: () => Promise.resolve(), isCalledOff: () => Promise.resolve(false) }

test('hears of a statement that somebody else ended as of any that failed', async () => {
  const sides = sidesOf(prepare(now), prepare(dearer()))
  await held(async () => {
    const failed = assert.rejects(count(council.store, { sides, window, splits: [] }, idle), /canceling statement/)
    await until(async () => (await atWork()).length === 1)
    await kit.asOwner(`select pg_cancel_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '%replay.typed_case%'`)
    await failed
  })
})

test('hears that trials were called off when they hold every connection there is', async () => {
  const ids = await Promise.all([2, 3, 4, 5, 6, 7].map(begun))
  await held(async () => {
    const carried = ids.map((id) => carryOutLater(council.store, id))
    await until(async () => (await atWork()).length === POOL)
    await kit.asOwner(`update replay.trial set called_off_by = 'sam' where trial_id = any($1)`, [ids])
    await Promise.all(carried)
    assert.deepEqual(await atWork(), [])
  })
  for (const id of ids) assert.equal((await findTrial(council, id))?.state, 'called-off')
})

test('ends a statement where who logs in is not the role that it works as', async () => {
  const [{ name } = { name: '' }] = await kit.asOwner<{ name: string }>('select current_database() as name')
  const app = { ...(await testServer()).owner(name), options: `-c role=${APP_ROLE} -c timezone=UTC` }
  const other = await openStore({ server: { ...kit.server, app }, keys: kit.store.keys })
  try {
    const id = await begun(8)
    await held(async () => {
      const carried = carryOutLater(other.council('north'), id)
      await until(async () => (await atWork()).length === 1)
      await callTrialOff(council, { trial: id, by: 'sam' })
      await carried
      assert.deepEqual(await atWork(), [])
    })
    assert.equal((await findTrial(council, id))?.state, 'called-off')
  } finally {
    await other.close()
  }
})

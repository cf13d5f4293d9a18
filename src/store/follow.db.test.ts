import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompiledQuery, type Generated } from 'kysely'
import { freshStore } from '#test/kit/database.ts'
import type { Db } from './db.ts'
import { eraseKeys, findKeys } from './erasure.ts'
import { catchUp } from './follow.ts'
import { personalValues } from './log.ts'
import type { Migrations } from './migration.ts'
import type { Projection } from './projection.ts'
import { rebuild } from './rebuild.ts'

const migrations: Migrations = {
  '2026-11-23-club-visits': `create schema club;
    grant usage on schema club to folkmoot_app;
    create table club.visit (council_id text not null, stream text not null, seq integer not null, place integer generated always as identity,
      name text, primary key (council_id, stream, seq));
    grant usage on all sequences in schema club to folkmoot_app;
    select folkmoot.guard_by_council('club.visit');`,
}
type Visit = { council_id: string; stream: string; seq: number; name: string | null }
const club = (tx: Db) => tx.withTables<{ 'club.visit': Visit & { place: Generated<number> } }>()

const { store, asOwner } = await freshStore({ migrations: [migrations] })
const north = store.council('north')
const at = '2026-11-23T09:00:00.000Z'
let whileApplying: () => Promise<void> = () => Promise.resolve()

const nameIn = (fact: Parameters<typeof personalValues>[0]) => String(personalValues(fact)['name'] ?? '') || null

const visits: Projection = {
  name: 'club.visit',
  streams: 'visit/',
  follows: true,
  clear: async (tx) => void (await club(tx).deleteFrom('club.visit').execute()),
  async apply(tx, facts) {
    await whileApplying()
    for (const fact of facts) {
      const row = { council_id: 'north', stream: fact.stream, seq: fact.seq, name: nameIn(fact) }
      await club(tx).insertInto('club.visit').values(row).execute()
    }
  },
  async forget(tx, facts) {
    for (const fact of facts) {
      const rows = club(tx)
        .updateTable('club.visit')
        .set({ name: nameIn(fact) })
      await rows.where('stream', '=', fact.stream).where('seq', '=', fact.seq).execute()
    }
  },
}

const visited = (name: string) => ({
  kind: 'visited',
  at,
  by: 'desk',
  data: {},
  personal: [{ person: name, retention: 'membership', value: { name } }],
})
const visit = (stream: string, name: string) => north.transaction((tx) => north.log.append(tx, { stream, facts: [visited(name)] }))
const rows = () =>
  north.transaction((tx) => club(tx).selectFrom('club.visit').select(['stream', 'seq', 'name']).orderBy('stream').orderBy('seq').execute())

test('gives a follower each new fact once, and none of other streams or another council', async () => {
  await visit('visit/1', 'Ada')
  await visit('other/1', 'Bob')
  const south = store.council('south')
  await south.transaction((tx) => south.log.append(tx, { stream: 'visit/1', facts: [visited('Eve')] }))
  assert.equal(await catchUp(north, visits), 1)
  assert.equal(await catchUp(north, visits), 0)
  await visit('visit/1', 'Ada again')
  assert.equal(await catchUp(north, visits), 1)
  assert.deepEqual(await rows(), [
    { stream: 'visit/1', seq: 1, name: 'Ada' },
    { stream: 'visit/1', seq: 2, name: 'Ada again' },
  ])
})

test('neither passes over a fact that was written first and committed last, nor waits for it', async () => {
  const [written, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slow = north.transaction(async (tx) => {
    await north.log.append(tx, { stream: 'visit/slow', facts: [visited('Slow')] })
    written.resolve()
    await mayCommit.promise
  })
  await written.promise
  await visit('visit/quick', 'Quick')
  assert.equal(await catchUp(north, visits), 1)
  mayCommit.resolve()
  await slow
  assert.equal(await catchUp(north, visits), 1)
  assert.equal(await catchUp(north, visits), 0)
})

test('keeps up with many writers at once: every fact once, those of a stream in order', async () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 8))
  const writers = Array.from({ length: 80 }, async (_, place) => {
    await pause()
    await north.transaction(async (tx) => {
      if (place % 3 === 0) await tx.executeQuery(CompiledQuery.raw('select pg_current_xact_id()'))
      await pause()
      await north.log.append(tx, { stream: `visit/many-${place % 5}`, facts: [visited(`Visitor ${place}`)] })
      await pause()
    })
  })
  let isWriting = true
  const follower = async () => {
    while (isWriting) await catchUp(north, visits)
  }
  const followers = [follower(), follower()]
  await Promise.all(writers)
  isWriting = false
  await Promise.all(followers)
  await catchUp(north, visits)
  const seen = await asOwner<{ stream: string; seq: number }>(
    `select stream, seq from club.visit where stream like 'visit/many-%' order by place`,
  )
  const byStream = Map.groupBy(seen, ({ stream }) => stream)
  assert.equal(byStream.size, 5)
  for (const [, ofStream] of byStream) {
    assert.deepEqual(
      ofStream.map(({ seq }) => seq),
      Array.from({ length: 16 }, (_, place) => place + 1),
    )
  }
})

test('applies more than one batch, and nothing of a batch that failed', async () => {
  const streams = Array.from({ length: 2300 }, (_, place) => ({ stream: `visit/bulk-${place}`, facts: [visited('Bulk')] }))
  await north.transaction((tx) => north.log.appendEach(tx, streams))
  let batches = 0
  whileApplying = async () => {
    batches += 1
    if (batches === 2) throw new Error('the second batch fails')
  }
  await assert.rejects(catchUp(north, visits), /second batch/)
  assert.equal(await catchUp(north, visits), 1300)
  whileApplying = () => Promise.resolve()
})

test('makes the same rows again from the log, also when the note of how far it went is lost', async () => {
  const before = await rows()
  const streams = new Set(before.map(({ stream }) => stream)).size
  assert.deepEqual(await rebuild({ store, council: 'north', projections: [visits] }), new Map([['club.visit', streams]]))
  assert.deepEqual(await rows(), before)
  await asOwner('delete from log.follower')
  assert.equal(await catchUp(north, visits), before.length)
  assert.deepEqual(await rows(), before)
})

test('forgets what is erased, also when it is erased while its row is being made', async () => {
  const [applying, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  whileApplying = async () => {
    applying.resolve()
    await mayGoOn.promise
  }
  await visit('visit/gone', 'Gone')
  const caught = catchUp(north, visits)
  await applying.promise
  const keys = await north.transaction((tx) => findKeys(tx, { stream: 'visit/gone' }))
  const erased = eraseKeys(north, store.keys, { keys, by: 'records', at, reason: 'asked for', projections: [visits] })
  await new Promise((resolve) => setTimeout(resolve, 50))
  mayGoOn.resolve()
  await Promise.all([caught, erased])
  assert.deepEqual(
    (await rows()).filter(({ stream }) => stream === 'visit/gone'),
    [{ stream: 'visit/gone', seq: 1, name: null }],
  )
  whileApplying = () => Promise.resolve()
})

test('forgets nothing twice: what was erased before it was followed arrives as erased', async () => {
  await visit('visit/early', 'Early')
  const keys = await north.transaction((tx) => findKeys(tx, { stream: 'visit/early' }))
  await eraseKeys(north, store.keys, { keys, by: 'records', at, reason: 'asked for', projections: [visits] })
  assert.equal(await catchUp(north, visits), 1)
  assert.deepEqual((await rows()).find(({ stream }) => stream === 'visit/early')?.name, null)
})

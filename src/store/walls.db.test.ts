import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { attackStore } from '#test/kit/attack.ts'
import { freshStore } from '#test/kit/database.ts'
import * as checkpoint from './checkpoint.ts'
import * as erasure from './erasure.ts'
import * as follow from './follow.ts'
import { personalValues } from './log.ts'
import type { Projection } from './projection.ts'

const fresh = await freshStore()
const { store, server, asOwner } = fresh
const north = store.council('north')
const at = '2026-11-23T09:00:00.000Z'
const personal = [{ person: 'ada', retention: 'membership', value: { name: 'Ada' } }]
const joined = { kind: 'joined', at, by: 'desk', data: null, personal }
await north.transaction((tx) => north.log.append(tx, { stream: 'member/ada', facts: [joined] }))
await checkpoint.takeCheckpoint(north, store.keys, at)
const hold = await north.transaction((tx) => erasure.placeHold(tx, { stream: 'member/other', reason: 'x', by: 'lawyer', at }))
const keys = await north.transaction((tx) => erasure.findKeys(tx, {}))

const noRows = () => Promise.resolve()
const projection: Projection = { name: 'member.list', streams: 'member/', follows: true, clear: noRows, apply: noRows, forget: noRows }
await follow.catchUp(north, projection)

/** Tables without the guard, each with the reason. */
const UNGUARDED = {
  'folkmoot.council': 'the list of councils itself, which says nothing about any',
  'folkmoot.migration': 'the same for all councils',
}

test('guards every table of every feature: council first in each key, row-level security forced on all', async () => {
  const tables = await asOwner<{ name: string; forced: boolean; keys: string[] }>(
    `select format('%s.%s', n.nspname, c.relname) as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        array(select k.contype::text || ' ' || (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1])
          from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')) ||
        array(select 'i ' || (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0])
          from pg_index i where i.indrelid = c.oid and i.indisunique) as keys
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'pgboss') order by 1`,
  )
  assert.ok(tables.length >= 8)
  const open = tables.filter(
    ({ name, forced, keys: found }) =>
      !(name in UNGUARDED) && (!forced || found.length === 0 || found.some((key) => !key.endsWith(' council_id'))),
  )
  assert.deepEqual(open, [])
})

test('gives another council nothing through any function of the store', async () => {
  const south = store.council('south')
  await attackStore(fresh, {
    functions: { ...erasure, ...checkpoint, ...follow },
    attacks: {
      findKeys: (tx) => erasure.findKeys(tx, { person: 'ada' }),
      findErasedKeys: (tx) => erasure.findErasedKeys(tx, new Set(keys.map(({ id }) => id))),
      findKeysNotUnder: (tx) => erasure.findKeysNotUnder(tx, []),
      eraseKeys: async () => (await erasure.eraseKeys(south, store.keys, { keys, by: 'x', at, reason: 'x', projections: [] })).erased,
      rememberErasures: () => erasure.rememberErasures(south, store.keys),
      liftHold: (tx) => erasure.liftHold(tx, hold, { by: 'x', at }),
      holdsInForce: (tx) => erasure.holdsInForce(tx),
      factsAbout: (tx) => erasure.factsAbout(south, tx, 'ada'),
      takeCheckpoint: () => checkpoint.takeCheckpoint(south, store.keys, at),
      headsDigest: async (tx) =>
        (await checkpoint.headsDigest(tx, 'north', 1)).equals(await checkpoint.headsDigest(tx, 'north', 999)) ? [] : 'heads',
      catchUp: () => follow.catchUp(south, projection),
      followAnew: (tx) => follow.followAnew(tx, { log: north.log, projection, onProgress: () => undefined }),
      waitForFollower: (tx) => follow.waitForFollower(tx, projection),
      factsOf: (tx) => south.log.factsOf(tx, 'member/ada'),
      factsOfWithTheLogOfTheVictim: (tx) => north.log.factsOf(tx, 'member/ada'),
      factsBetweenWithTheLogOfTheVictim: (tx) =>
        north.log.factsBetween(tx, { streams: 'member/', seen: '1:1:', target: '1:9999999:', stream: '', seq: 0, most: 10 }),
      appendWithTheLogOfTheVictim: (tx) => north.log.append(tx, { stream: 'member/ada', facts: [joined] }),
      dataKeysOfTheVictim: (tx) => north.dataKeys.ofStreams(tx, ['member/ada']),
    },
    exempt: {
      placeHold: 'writes a row of the own council, whatever it names',
      checkpointDigest: 'a pure function',
    },
  })
})

const denied = (pattern: RegExp) => (error: unknown) => error instanceof pg.DatabaseError && pattern.test(error.message)

for (const text of [
  `update log.fact set kind = 'x'`,
  'delete from log.fact',
  'truncate log.fact',
  'alter table log.fact disable row level security',
  'drop policy council on log.fact',
  'create table log.mine (x int)',
  'delete from log.checkpoint',
  `insert into log.fact (council_id, stream, seq, id, kind, at, by, data, personal, hash, written)
    values ('north', 's', 1, gen_random_uuid(), 'k', now(), 'b', '1', '[]', sha256('x'), 0)`,
  'set session_replication_role = replica',
  `copy log.fact to '/tmp/facts'`,
]) {
  test(`does not let the app ${text.replaceAll(/\s+/g, ' ').slice(0, 60)}`, async () => {
    const client = new pg.Client(server.app)
    await client.connect()
    await client.query(`set folkmoot.council = 'north'`)
    const error = await client.query(text).catch((refusal: unknown) => refusal)
    await client.end()
    assert.ok(denied(/permission denied|must be owner|must be superuser/)(error), String(error))
  })
}

test('shows nothing to a connection that names no council, the owner of the tables included', async () => {
  for (const config of [server.app, server.migrator]) {
    const client = new pg.Client(config)
    await client.connect()
    assert.deepEqual((await client.query('select * from log.fact')).rows, [])
    await client.end()
  }
})

test('does not open a value that was moved to another place, though its key is there', async () => {
  const eve = { ...joined, personal: [{ person: 'ada', retention: 'membership', value: { name: 'Eve' } }] }
  await north.transaction((tx) => north.log.append(tx, { stream: 'member/ada', facts: [eve] }))
  const read = () => north.transaction((tx) => north.log.factsOf(tx, 'member/ada'))
  assert.deepEqual((await read()).map(personalValues), [{ name: 'Ada' }, { name: 'Eve' }])
  await asOwner(
    `update log.fact set personal = (select personal from log.fact where stream = 'member/ada' and seq = 2) where stream = 'member/ada' and seq = 1`,
  )
  await assert.rejects(read(), /authenticate/)
})

test('refuses an id that is not a council’s', () => {
  for (const id of ["x'; drop table log.fact; --", 'North', '', 'a b', '*']) assert.throws(() => store.council(id), TypeError)
})

import assert from 'node:assert/strict'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { dropDatabase, emptyDatabase, freshStore } from '#test/kit/database.ts'
import { backup } from './backup.ts'
import { takeCheckpoint } from './checkpoint.ts'
import { eraseKeys, findKeys } from './erasure.ts'
import { StoreFailure } from './failure.ts'
import { MasterKeys } from './keys.ts'
import { personalValues } from './log.ts'
import type { Migrations } from './migration.ts'
import { type RestoreOptions, restore } from './restore.ts'
import { openStore } from './store.ts'

const first: Migrations = {
  '2026-11-23-club-team': `create schema club;
    grant usage on schema club to folkmoot_app;
    create table club.team (council_id text not null, id text not null, primary key (council_id, id));
    select folkmoot.guard_by_council('club.team');
    create table club.member (council_id text not null, id text not null, team text not null, joined date, photo bytea, details jsonb, big bigint,
      primary key (council_id, id), foreign key (council_id, team) references club.team (council_id, id));
    select folkmoot.guard_by_council('club.member');`,
}
const later: Migrations = { '2026-11-24-club-colour': `alter table club.team add column colour text not null default 'green'` }

const { store, server, keysFolder } = await freshStore({ migrations: [first] })
const north = store.council('north')
const at = '2026-11-23T09:00:00.000Z'
const file = join(keysFolder, 'backup.gz')

type Tables = {
  'club.team': { council_id: string; id: string; colour?: string }
  'club.member': { council_id: string; id: string; team: string; joined: string; photo: Buffer; details: string; big: string }
}
await north.transaction(async (tx) => {
  const club = tx.withTables<Tables>()
  await club.insertInto('club.team').values({ council_id: 'north', id: 'z' }).execute()
  const member = {
    council_id: 'north',
    id: 'a',
    team: 'z',
    joined: '1899-12-31',
    photo: Buffer.from([0, 255, 10]),
    details: '{"b":1,"a":"line\\nbreak"}',
  }
  await club
    .insertInto('club.member')
    .values({ ...member, big: '9007199254740993' })
    .execute()
  await north.enqueue(tx, { name: 'remind', body: { who: 'a' }, after: '2126-01-01T00:00:00.000Z' })
})
for (const person of ['ada', 'eve']) {
  const personal = [{ person, retention: 'membership', value: { name: `Name of ${person}` } }]
  const data = { '9': 'nine', '10': 'ten', amount: 1e21, text: 'ŵ "quoted" \\ \u2028 \n' }
  await north.transaction((tx) =>
    north.log.append(tx, { stream: `member/${person}`, facts: [{ kind: 'joined', at, by: 'desk', data, personal }] }),
  )
}
await takeCheckpoint(north, store.keys, at)
const written = await backup({ server, to: file, at })

async function restoreInto(options: Partial<RestoreOptions> = {}) {
  const empty = await emptyDatabase()
  after(() => dropDatabase(empty.host, empty.name))
  const keys = new MasterKeys(keysFolder)
  const result = await restore({ server: empty.server, from: file, keys, at, migrations: [first], projections: [], ...options })
  return { result, ...empty, keys }
}

test('writes a file for its owner’s eyes only, without personal values or keys', () => {
  assert.deepEqual(written.councils, ['north', 'south'])
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  assert.match(text, /"kind":"joined"/)
  assert.doesNotMatch(text, /Name of|BEGIN PRIVATE KEY/)
  for (const key of [...store.keys.of('north').wrapping.values()].map((one) => one.export()))
    assert.ok(!text.includes(key.toString('base64')) && !text.includes(key.toString('hex')))
})

test('brings every row back as it was into a database that has later migrations too, and the log verifies', async () => {
  const { result, server: restored, keys } = await restoreInto({ migrations: [first, later] })
  assert.deepEqual(result, { rows: written.rows, councils: ['north', 'south'], erasedAgain: 0, checkpointsLost: 0, findings: [] })
  const again = await openStore({ server: restored, keys })
  const council = again.council('north')
  const facts = await council.transaction((tx) => council.log.factsOf(tx, 'member/ada'))
  assert.deepEqual(facts, await north.transaction((tx) => north.log.factsOf(tx, 'member/ada')))
  const rows = await council.transaction((tx) => tx.withTables<Tables>().selectFrom('club.team').selectAll().execute())
  assert.deepEqual(rows, [{ council_id: 'north', id: 'z', colour: 'green' }])
  await again.close()
  const client = new pg.Client(restored.migrator)
  await client.connect()
  await client.query(`set folkmoot.council = 'north'`)
  const member = await client.query(`select joined::text, encode(photo, 'hex') as photo, details->>'a' as text, big from club.member`)
  assert.deepEqual(member.rows, [{ joined: '1899-12-31', photo: '00ff0a', text: 'line\nbreak', big: '9007199254740993' }])
  const jobs = await client.query(`select data->>'name' as name, start_after from pgboss.job where data->>'council' = 'north'`)
  assert.deepEqual(jobs.rows, [{ name: 'remind', start_after: new Date('2126-01-01T00:00:00.000Z') }])
  await client.end()
})

test('erases again what had been erased since the backup, and says how many checkpoints it went back', async () => {
  const keys = await north.transaction((tx) => findKeys(tx, { person: 'ada' }))
  await eraseKeys(north, store.keys, { keys, by: 'records', at, reason: 'asked for', projections: [] })
  await north.transaction((tx) => north.log.append(tx, { stream: 'member/eve', facts: [{ kind: 'left', at, by: 'desk', data: null }] }))
  await takeCheckpoint(north, store.keys, at)
  const disposed: string[] = []
  const { result, server: restored, keys: masters } = await restoreInto({ dispose: async ({ councilId }) => void disposed.push(councilId) })
  assert.deepEqual([result.erasedAgain, result.checkpointsLost, result.findings, disposed], [1, 1, [], ['north', 'south']])
  const again = await openStore({ server: restored, keys: masters })
  const facts = await again.council('north').transaction((tx) => again.council('north').log.factsOfEach(tx, ['member/ada', 'member/eve']))
  await again.close()
  assert.deepEqual([...facts.values()].flat().map(personalValues), [{}, { name: 'Name of eve' }])
})

const failsWith = (code: string) => (error: unknown) => error instanceof StoreFailure && error.code === code

test('keeps nothing of a backup that was cut, changed or is something else', async () => {
  const broken = join(keysFolder, 'broken.gz')
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  const cases: [string, Buffer, string][] = [
    ['backup-damaged', readFileSync(file).subarray(0, -20), 'cut file'],
    ['backup-damaged', gzipSync(`${text.split('\n').slice(0, -2).join('\n')}\n`), 'end missing'],
    ['backup-damaged', gzipSync(text.replace('"kind":"joined"', '"kind":"barred"')), 'changed row'],
    ['not-a-backup', gzipSync('{"hello":"there"}\n'), 'other file'],
    ['backup-damaged', Buffer.from('no gzip'), 'no gzip'],
  ]
  for (const [code, content, what] of cases) {
    writeFileSync(broken, content)
    await assert.rejects(restoreInto({ from: broken }), failsWith(code), what)
  }
  rmSync(broken)
})

test('refuses a database that is in use, and a backup of a program it does not know', async () => {
  await assert.rejects(restoreInto({ server }), failsWith('database-not-empty'))
  await assert.rejects(restoreInto({ migrations: [] }), failsWith('backup-of-other-program'))
})

test('backs up one council alone when asked to', async () => {
  const one = join(keysFolder, 'one.gz')
  await backup({ server, to: one, at, councils: ['south'] })
  const { result } = await restoreInto({ from: one })
  assert.deepEqual([result.councils, result.rows], [['south'], 0])
})

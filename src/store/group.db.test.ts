import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshStore } from '#test/kit/database.ts'
import { sql } from './db.ts'
import type { Gathered } from './gather.ts'
import type { Grouped } from './group.ts'
import type { Migrations } from './migration.ts'

const migrations: Migrations = {
  '2026-11-23-club-member': `create schema club;
    grant usage on schema club to folkmoot_app;
    create table club.member (council_id text not null, id text not null, name text not null check (name <> 'bad'), primary key (council_id, id));
    select folkmoot.guard_by_council('club.member');`,
}
const { store } = await freshStore({ migrations: [migrations] })
const north = store.council('north')
const south = store.council('south')

type Member = { id: string; name: string }
const groups: number[] = []
const join: Grouped<Member, string> = {
  name: 'join',
  async write({ tx, log }, members) {
    groups.push(members.length)
    const rows = members.map((member) => ({ council_id: 'north', ...member }))
    await tx.withTables<{ 'club.member': { council_id: string } & Member }>().insertInto('club.member').values(rows).execute()
    const at = '2026-11-23T09:00:00.000Z'
    const appends = members.map(({ id }) => ({
      stream: `member/${id}`,
      expectedSeq: 0,
      facts: [{ kind: 'joined', at, by: id, data: null }],
    }))
    await log.appendEach(tx, appends)
    return members.map(({ id }) => `welcome ${id}`)
  },
}
const byId: Gathered<string, string> = {
  name: 'member-by-id',
  sql: `select k.ordinal, m.name from unnest($1::text[]) with ordinality as k(id, ordinal) join club.member m on m.id = k.id`,
  parameters: (ids) => [ids],
  read: (row) => String(row['name']),
}

test('writes what arrives together in few groups, and answers each with its own result', async () => {
  const ids = Array.from({ length: 100 }, (_, place) => `m${place}`)
  const answers = await Promise.all(ids.map((id) => north.tell(join, { id, name: `name of ${id}` })))
  assert.deepEqual(
    answers,
    ids.map((id) => `welcome ${id}`),
  )
  assert.ok(groups.length <= 3, `${groups.length} groups`)
})

test('fails a bad item alone: its neighbours are written, and nothing of it is', async () => {
  const outcomes = await Promise.allSettled(['good', 'bad', 'fine'].map((name) => north.tell(join, { id: `own-${name}`, name })))
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  assert.equal(await north.ask(byId, 'own-good'), 'good')
  assert.equal(await north.ask(byId, 'own-bad'), undefined)
  assert.deepEqual(await north.transaction((tx) => north.log.factsOf(tx, 'member/own-bad')), [])
})

test('writes again, once, what waited for other work that waited for it', async () => {
  let tries = 0
  const clashing: Grouped<Member, string> = {
    name: 'clashing',
    write: async (group, items) => {
      const answers = await join.write(group, items)
      tries += 1
      if (tries < 3) await sql`do $$ begin raise exception 'clash' using errcode = '40P01'; end $$`.execute(group.tx)
      return answers
    },
  }
  assert.equal(await north.tell(clashing, { id: 'clashed', name: 'third time' }), 'welcome clashed')
  assert.equal(tries, 3)
  assert.equal((await north.transaction((tx) => north.log.factsOf(tx, 'member/clashed'))).length, 1)
  tries = -100
  await assert.rejects(north.tell(clashing, { id: 'hopeless', name: 'x' }), { code: '40P01' })
  assert.equal(await north.ask(byId, 'hopeless'), undefined)
})

test('undoes the group when a command forgets the answer of an item', async () => {
  const forgetful: Grouped<Member, string> = { name: 'forgetful', write: async (group, items) => (await join.write(group, items)).slice(1) }
  await assert.rejects(north.tell(forgetful, { id: 'forgotten', name: 'x' }), /answered 0 results for 1 items/)
  assert.equal(await north.ask(byId, 'forgotten'), undefined)
})

test('answers every one of many gathered questions, the same key twice included, and undefined where there is no row', async () => {
  const answers = await Promise.all(['m1', 'nobody', 'm2', 'm1'].map((id) => north.ask(byId, id)))
  assert.deepEqual(answers, ['name of m1', undefined, 'name of m2', 'name of m1'])
})

test('keeps councils apart though their questions travel on one connection at the same time', async () => {
  const [mine, theirs] = await Promise.all([north.ask(byId, 'm1'), south.ask(byId, 'm1')])
  assert.deepEqual([mine, theirs], ['name of m1', undefined])
})

test('goes on answering after a question that PostgreSQL refuses', async () => {
  const broken: Gathered<string, string> = { ...byId, name: 'broken', sql: 'select 1/0 as ordinal, $1::text[]' }
  const outcomes = await Promise.allSettled([north.ask(broken, 'm1'), north.ask(byId, 'm1')])
  assert.equal(outcomes[0].status, 'rejected')
  assert.deepEqual(outcomes[1], { status: 'fulfilled', value: 'name of m1' })
  assert.equal(await north.ask(byId, 'm2'), 'name of m2')
})

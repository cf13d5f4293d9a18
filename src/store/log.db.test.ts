import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshStore } from '#test/kit/database.ts'
import { personalValues, StaleStream } from './log.ts'

const { store, asOwner } = await freshStore({ migrations: [] })
const north = store.council('north')
const at = '2026-11-23T09:00:00.000Z'
const joined = { kind: 'joined', at, by: 'person-1', channel: 'web' as const, data: { club: 'tennis' } }

test('gives back what was written, personal values included, in the order of the stream', async () => {
  const personal = [
    { person: 'person-1', retention: 'membership', value: { name: 'Ada Ó Súilleabháin', age: 41 } },
    { person: 'person-2', retention: 'payment', value: { account: '12-34' } },
  ]
  await north.transaction((tx) =>
    north.log.append(tx, {
      stream: 'club/1',
      facts: [
        { ...joined, personal },
        { ...joined, kind: 'paid', helper: 'desk-1' },
      ],
    }),
  )
  const facts = await north.transaction((tx) => north.log.factsOf(tx, 'club/1'))
  assert.deepEqual(
    facts.map(({ seq, kind, channel, helper, data, at: when }) => ({ seq, kind, channel, helper, data, when })),
    [
      { seq: 1, kind: 'joined', channel: 'web', helper: undefined, data: { club: 'tennis' }, when: at },
      { seq: 2, kind: 'paid', channel: 'web', helper: 'desk-1', data: { club: 'tennis' }, when: at },
    ],
  )
  assert.ok(facts[0])
  assert.deepEqual(personalValues(facts[0]), { name: 'Ada Ó Súilleabháin', age: 41, account: '12-34' })
})

test('keeps personal values out of what lies in the database', async () => {
  const rows = await asOwner<{ all: string }>(`select f::text as all from log.fact f union all select k::text from log.key k`)
  assert.ok(rows.length > 0)
  for (const { all } of rows) assert.doesNotMatch(all, /Súilleabháin|12-34/)
})

test('refuses the second writer who expected the same seq, and adds nothing of theirs', async () => {
  const write = () => north.transaction((tx) => north.log.append(tx, { stream: 'club/2', facts: [joined], expectedSeq: 0 }))
  const outcomes = await Promise.allSettled([write(), write()])
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  assert.ok(refused?.reason instanceof StaleStream)
  assert.equal(refused.reason.stream, 'club/2')
  await assert.rejects(
    north.transaction((tx) => north.log.append(tx, { stream: 'club/2', facts: [joined], expectedSeq: 2 })),
    StaleStream,
  )
  assert.equal((await north.transaction((tx) => north.log.factsOf(tx, 'club/2'))).length, 1)
})

test('lets writers without an expectation queue up: all of forty land, without gaps', async () => {
  await Promise.all(
    Array.from({ length: 40 }, () => north.transaction((tx) => north.log.append(tx, { stream: 'club/3', facts: [joined] }))),
  )
  const facts = await north.transaction((tx) => north.log.factsOf(tx, 'club/3'))
  assert.deepEqual(
    facts.map(({ seq }) => seq),
    Array.from({ length: 40 }, (_, place) => place + 1),
  )
})

test('shows one council nothing of another, and lets it write nothing there', async () => {
  const south = store.council('south')
  assert.deepEqual(await south.transaction((tx) => south.log.factsOf(tx, 'club/1')), [])
  await assert.rejects(
    south.transaction((tx) => north.log.append(tx, { stream: 'club/9', facts: [joined] })),
    /row-level security/,
  )
})

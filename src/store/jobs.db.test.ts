import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { freshStore } from '#test/kit/database.ts'
import { type Job, startWorker } from './jobs.ts'

const { store, asOwner } = await freshStore({ migrations: [] })
const north = store.council('north')
const at = '2026-11-23T09:00:00.000Z'
const runs: unknown[] = []

const note: Job = {
  name: 'note',
  async run({ council, tx }, body) {
    runs.push([council.councilId, body])
    await council.log.append(tx, { stream: `note/${runs.length}`, facts: [{ kind: 'noted', at, by: 'worker', data: body }] })
    if (body === 'fails at first' && runs.filter((run) => JSON.stringify(run).includes('fails')).length < 2) throw new Error('not yet')
  },
}
const worker = await startWorker({ store, jobs: [note] })
after(() => worker.stop())

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return
    await pause(25)
  }
  assert.fail('it never came to be')
}

test('runs a job once its transaction has committed, for the council that asked, writing with its completion', async () => {
  await north.transaction((tx) => north.enqueue(tx, { name: 'note', body: { hello: 'there' } }))
  await until(() => runs.length === 1)
  assert.deepEqual(runs, [['north', { hello: 'there' }]])
  await until(async () => (await asOwner(`select from pgboss.job where state = 'completed'`)).length === 1)
  assert.equal((await north.transaction((tx) => north.log.factsOf(tx, 'note/1'))).length, 1)
})

test('never runs a job whose transaction was undone, nor one before its time', async () => {
  const before = runs.length
  await assert.rejects(
    north.transaction(async (tx) => {
      await north.enqueue(tx, { name: 'note', body: 'undone' })
      throw new Error('changed my mind')
    }),
    /changed my mind/,
  )
  await north.transaction((tx) => north.enqueue(tx, { name: 'note', body: 'later', after: '2126-01-01T00:00:00.000Z' }))
  await pause(1200)
  assert.equal(runs.length, before)
})

test('tries a failed job again and keeps nothing that the failed try wrote', async () => {
  const before = (await asOwner('select from log.fact')).length
  await north.transaction((tx) => north.enqueue(tx, { name: 'note', body: 'fails at first' }))
  await until(async () => (await asOwner(`select from pgboss.job where state = 'completed' and retry_count = 1`)).length === 1)
  assert.equal((await asOwner('select from log.fact')).length, before + 1)
})

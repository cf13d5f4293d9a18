import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { freshStore } from '#test/kit/database.ts'
import { takeCheckpoint } from './checkpoint.ts'
import { verifyLog } from './verify.ts'

const { store, asOwner } = await freshStore({ migrations: [], councils: ['north'] })
const north = store.council('north')
const at = '2026-11-23T09:00:00.000Z'

async function write(stream: string, kinds: readonly string[]): Promise<void> {
  const personal = [{ person: 'p', retention: 'case', value: 'private' }]
  const facts = kinds.map((kind) => ({ kind, at, by: 'p', data: { said: kind }, personal }))
  await north.transaction((tx) => north.log.append(tx, { stream, facts }))
}

const found = async () => (await verifyLog(north, { keys: store.keys })).findings.map(({ kind, stream, seq }) => [kind, stream, seq])
const attack = (sql: string) => asOwner(sql)

describe('folkmoot verify', () => {
  beforeEach(async () => {
    await asOwner('truncate log.fact, log.key, log.checkpoint, log.checkpoint_head')
    store.keys.dismissWitness('north')
    await write('case/1', ['asked', 'paid', 'decided', 'closed'])
    await write('case/2', ['asked', 'paid'])
    await write('case/3', ['asked'])
    await takeCheckpoint(north, store.keys, at)
  })

  test('finds nothing wrong with a log nobody touched, before and after further checkpoints', async () => {
    assert.deepEqual(await found(), [])
    await write('case/2', ['decided'])
    const second = await takeCheckpoint(north, store.keys, '2026-11-24T09:00:00.000Z')
    assert.equal(second?.heads, 1, 'only the stream that moved is listed')
    assert.equal(await takeCheckpoint(north, store.keys, at), undefined, 'nothing moved')
    const verification = await verifyLog(north, { keys: store.keys })
    assert.deepEqual(verification, { facts: 8, streams: 3, checkpoints: 2, findings: [] })
  })

  for (const [column, value] of Object.entries({
    data: `'{"said":"nothing"}'`,
    at: `at + interval '1 microsecond'`,
    by: `'somebody'`,
    kind: `'refused'`,
    channel: `'paper'`,
    helper: `'desk'`,
    id: 'gen_random_uuid()',
    personal: `'[]'`,
    hash: `sha256('x')`,
  })) {
    test(`names the fact whose ${column} was changed`, async () => {
      await attack(`update log.fact set ${column} = ${value} where stream = 'case/1' and seq = 2`)
      assert.deepEqual((await found())[0], ['changed', 'case/1', 2])
    })
  }

  test('names a fact that was taken out of the middle', async () => {
    await attack(`delete from log.fact where stream = 'case/1' and seq = 2`)
    assert.deepEqual(await found(), [['missing', 'case/1', 2]])
  })

  test('names facts that changed places', async () => {
    await attack(`update log.fact set seq = 99 where stream = 'case/1' and seq = 2;
    update log.fact set seq = 2 where stream = 'case/1' and seq = 3; update log.fact set seq = 3 where stream = 'case/1' and seq = 99`)
    const findings = await found()
    assert.deepEqual(findings.slice(0, 2), [
      ['reordered', 'case/1', 2],
      ['reordered', 'case/1', 3],
    ])
  })

  test('names facts that were cut off the end', async () => {
    await attack(`delete from log.fact where stream = 'case/1' and seq >= 3`)
    assert.deepEqual(await found(), [
      ['cut-off', 'case/1', 3],
      ['cut-off', 'case/1', 4],
    ])
  })

  test('names a stream that is gone', async () => {
    await attack(`delete from log.fact where stream = 'case/3'`)
    assert.deepEqual(await found(), [['missing-stream', 'case/3', undefined]])
  })

  test('notices a stream that was written anew with a chain that fits', async () => {
    await attack(`delete from log.fact where stream = 'case/3'`)
    await write('case/3', ['something else'])
    assert.deepEqual(await found(), [['changed', 'case/3', 1]])
  })

  test('notices checkpoints that were changed, thinned out, or taken away with the facts they signed', async () => {
    await attack(`update log.checkpoint_head set seq = 1 where stream = 'case/2'`)
    assert.ok((await found()).some(([kind]) => kind === 'checkpoint-changed'))
    await attack(`delete from log.checkpoint_head where stream = 'case/2'; delete from log.fact where stream = 'case/2'`)
    assert.deepEqual(await found(), [['checkpoint-changed', undefined, undefined]])
    await attack(`truncate log.checkpoint, log.checkpoint_head`)
    assert.deepEqual(await found(), [['checkpoint-missing', undefined, undefined]])
  })

  test('notices a checkpoint signed by somebody without the key', async () => {
    await attack(`update log.checkpoint set signature = decode(repeat('ab', 64), 'hex')`)
    assert.deepEqual(await found(), [['checkpoint-changed', undefined, undefined]])
  })

  test('still verifies after a key was rotated, and after values were erased', async () => {
    store.keys.rotate('north')
    await write('case/4', ['asked'])
    await takeCheckpoint(north, store.keys, at)
    await asOwner('delete from log.key')
    assert.deepEqual(await found(), [])
  })
})

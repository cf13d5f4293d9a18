import assert from 'node:assert/strict'
import { get, type IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { messages } from '#features/messages/feature.ts'
import { people } from '#features/people/feature.ts'
import { startApp } from '#test/kit/app.ts'
import type { Feature } from '#http/feature.ts'
import { file } from '#http/reply.ts'

const made = { parts: 0, isEnded: false }
const part = 'x'.repeat(16_384)

/** Parts without end, counted as they are asked for. */
async function* endless(): AsyncGenerator<string> {
  try {
    for (;;) {
      made.parts += 1
      yield part
    }
  } finally {
    made.isEnded = true
  }
}

async function* broken(): AsyncGenerator<string> {
  yield 'a beginning'
  throw new Error('the database went away in the middle')
}

const downloads: Feature = {
  name: 'downloads',
  migrations: {},
  routes: [
    {
      method: 'GET',
      path: '/endless',
      may: 'anyone',
      audit: 'downloaded',
      handle: () => file({ name: 'a.csv', type: 'text/csv', body: endless() }),
    },
    {
      method: 'GET',
      path: '/broken',
      may: 'anyone',
      audit: 'downloaded',
      handle: () => file({ name: 'a.csv', type: 'text/csv', body: broken() }),
    },
  ],
}

const app = await startApp({ features: [messages, people, downloads] })
const address = await app.server.listen({ host: '127.0.0.1', port: 0 })

function begin(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(`${address}${path}`, { headers: { host: 'localhost' } }, resolve).on('error', reject))
}

test('a long download is made only as fast as it is read, and no more of it once the reader has gone', async () => {
  const reply = await begin('/endless')
  assert.equal(reply.headers['transfer-encoding'], 'chunked')
  reply.pause()
  await pause(300)
  const whileWaiting = made.parts
  await pause(300)
  assert.equal(made.parts, whileWaiting, 'nothing more is made while nobody reads')
  assert.ok(whileWaiting < 2_000, `${whileWaiting} parts`)
  let bytes = 0
  for await (const chunk of reply) {
    bytes += Buffer.byteLength(chunk)
    if (bytes > 20_000_000) break
  }
  await pause(200)
  assert.ok(made.isEnded)
  assert.ok(made.parts > whileWaiting)
  assert.deepEqual(
    app.journal.filter((line) => line.includes('"event":"error"')),
    [],
  )
})

test('a download that breaks in the middle is cut off, so that it does not look whole, and is written down', async () => {
  const reply = await begin('/broken')
  await assert.rejects(async () => {
    for await (const chunk of reply) assert.match(String(chunk), /beginning/)
  }, /aborted/)
  await app.browser().get('/')
  await pause(500)
  assert.match(app.journal.join(''), /went away in the middle/)
})

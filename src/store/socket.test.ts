import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { GatheringSocket } from './socket.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-socket-'))
const server = createServer((peer) => peer.pipe(peer))
const socket = new GatheringSocket()
after(() => {
  socket.destroy()
  server.close()
  rmSync(folder, { recursive: true })
})

test('holds back what one turn of the event loop writes, and sends it when the turn is over', async () => {
  const path = join(folder, 'socket')
  await new Promise<void>((resolve) => server.listen(path, resolve))
  await new Promise<void>((resolve) => socket.connect(path, resolve))
  const echo = new Promise<string>((resolve) => socket.setEncoding('utf8').once('data', resolve))
  socket.write('begin;')
  socket.cork()
  socket.write('select;')
  socket.uncork()
  socket.write('commit;')
  assert.equal(socket.writableLength, 'begin;select;commit;'.length)
  await nextTurn()
  assert.equal(socket.writableLength, 0)
  assert.equal(await echo, 'begin;select;commit;')
})

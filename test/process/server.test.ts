import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { type Config, readConfig } from '#app/config.ts'
import { StartFailure } from '#app/failure.ts'
import { startServer } from '#app/start.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-start-'))
chmodSync(folder, 0o755)
after(() => rmSync(folder, { recursive: true, force: true }))

function config(): Config {
  const reading = readConfig({ PORT: '0', FOLKMOOT_DATA: join(folder, 'data') })
  assert.ok('config' in reading)
  return reading.config
}

describe('the server', () => {
  test('starts with nothing installed, answers when it is ready, finishes what it has begun, and can be started again', async () => {
    const running = await startServer(config(), {})
    assert.equal((await fetch(`${running.url}/healthz`)).status, 200)
    assert.equal((await fetch(`${running.url}/readyz`)).status, 200)
    const port = Number(new URL(running.url).port)
    await assert.rejects(startServer({ ...config(), port, dataFolder: join(folder, 'other') }, {}), (error) => {
      assert.ok(error instanceof StartFailure)
      return /Something else already listens/.test(error.message)
    })
    const begun = Promise.all(Array.from({ length: 20 }, () => fetch(`${running.url}/services`)))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await Promise.all([running.close(), running.close()])
    assert.deepEqual([...new Set((await begun).map(({ status }) => status))], [200])
    await assert.rejects(fetch(`${running.url}/healthz`))
    const again = await startServer(config(), {})
    assert.equal((await fetch(`${again.url}/readyz`)).status, 200)
    await again.close()
  })
})

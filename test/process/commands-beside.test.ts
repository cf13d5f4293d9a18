import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { newId } from '#store/uuid.ts'
import { council, prepareClub } from '#test/crash/club.ts'
import { type Victim, victim } from '#test/crash/database.ts'
import { Load } from '#test/crash/load.ts'
import { type RunningServer, startServer } from '#test/crash/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('commands beside a running server, on the database inside it', { skip: process.platform !== 'linux' && 'needs /proc' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'folkmoot-beside-'))
  const elsewhere = `${folder}-restored`
  let database: Victim
  let server: RunningServer
  let environment: Readonly<Record<string, string>>
  let reference = ''
  before(async () => {
    database = await victim('embedded')
    const prepared = await prepareClub(database)
    environment = prepared.environment
    server = await startServer(environment)
    reference = (await new Load(prepared.key).send(server.url, newId())) ?? ''
  })
  after(async () => {
    await server.kill()
    assert.deepEqual(await database.remains(20_000), [])
    await database.close()
    for (const path of [folder, elsewhere]) rmSync(path, { recursive: true, force: true })
  })

  /** Runs a command and answers its exit code and what it wrote. */
  function folkmoot(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const env = { ...process.env, FOLKMOOT_DEMO: 'no', ...environment, ...more }
    return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
      execFile(process.execPath, ['src/app/cli/main.ts', ...words], { cwd: root, env }, (error, out, err) =>
        resolve({ code: error ? error.code : 0, out, err }),
      )
    })
  }

  test('copy what is held about a person into files for their owner alone', async () => {
    const to = `${join(folder, 'copy')}/`
    const { code, err } = await folkmoot(['export-person', reference, '--council', council, '--to', to])
    assert.equal(code, 0, err)
    assert.match(readFileSync(join(to, 'person.json'), 'utf8'), new RegExp(reference))
    assert.match(readFileSync(join(to, 'person.csv'), 'utf8'), /ada@example\.org/)
    assert.equal(statSync(join(to, 'person.json')).mode & 0o077, 0)
  })

  test('erase, after a dry run that changes nothing, and a restored backup does not bring it back', async () => {
    const words = ['erase', reference, '--council', council, '--reason', 'asked for', '--json']
    const file = join(folder, 'all.backup')
    const taken = await folkmoot(['backup', file])
    assert.equal(taken.code, 0, taken.err)
    const planned = await folkmoot([...words, '--dry-run'])
    const done = await folkmoot(words)
    assert.equal(done.out, planned.out.replace('"dryRun": true', '"dryRun": false'), done.err)
    assert.ok(done.out.includes(`"${reference}"`), done.out)
    const restored = await folkmoot(['restore', file, '--json'], { FOLKMOOT_DATA: elsewhere })
    assert.equal(restored.code, 0, restored.err)
    assert.match(restored.out, /"erasedAgain": [1-9]/)
    const found = await folkmoot(['export-person', reference, '--council', council], { FOLKMOOT_DATA: elsewhere })
    assert.doesNotMatch(found.out, /ada@example\.org/)
  })

  test('verify and dispose, and the server goes on', async () => {
    const verified = await folkmoot(['verify'])
    assert.equal(verified.code, 0, verified.err)
    assert.match(verified.out, /nothing wrong/)
    const disposed = await folkmoot(['dispose', '--dry-run'])
    assert.match(disposed.out, /would go 0 classes of cases/)
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200)
  })

  test('say what is wrong with the words, with the way out', async () => {
    const wrong = [
      [['erase', reference, '--reason', 'x'], 2, /--council ID/],
      [['erase', reference, '--council', council], 2, /--reason TEXT/],
      [['erase', 'nobody@example.org', '--council', council, '--reason', 'x'], 1, /holds nothing about/],
      [['export-person', reference, '--council', 'nowhere'], 2, /There is: north/],
      [['restore', join(folder, 'none')], 2, /cannot be read/],
      [['restore', fileURLToPath(import.meta.url)], 1, /already|uses the data/],
    ] as const
    for (const [words, expected, says] of wrong) {
      const { code, err } = await folkmoot(words)
      assert.deepEqual([code, says.test(err)], [expected, true], `${words.join(' ')}: ${err}`)
    }
  })
})

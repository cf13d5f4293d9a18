/** `folkmoot replay` and `folkmoot people` as an operator runs them: programs of their own on a database with past cases. */
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfig } from '#app/config.ts'
import { type Installation, openInstallation } from '#app/installation.ts'
import { evaluate } from '#core/journey/index.ts'
import { openCase } from '#features/cases/index.ts'
import { publish, publishedService } from '#features/services/index.ts'
import { isRecord } from '#store/json.ts'
import { readPackFiles } from '#store/pack-files.ts'
import { newId } from '#store/uuid.ts'
import { clubSettings, submission } from '#test/kit/club-council.ts'
import { type Finished, folkmoot, showsStack } from '#test/kit/command-line.ts'
import { dropDatabase, freshDatabase } from '#test/kit/database.ts'
import { tennisClubFolder } from '#test/kit/tennis-club.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-replay-'))
const packs = fileURLToPath(new URL('../../packs', import.meta.url))
const day = 86_400_000
/** Cases were opened a month ago and most of a year ago. */
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString()
const [recent, old] = [30, 200]

let env: Readonly<Record<string, string>> = {}
let drop = () => Promise.resolve()
let database = { url: '' }
const run = (...words: string[]) => folkmoot(words, { cwd: folder, env })

/** The tennis club with equality questions, and with its yearly fee changed. */
function writePack(name: string, fee = '120.00'): void {
  cpSync(join(tennisClubFolder, 'tennis-club'), join(folder, name), { recursive: true })
  const path = join(folder, name, 'service.yaml')
  const text = readFileSync(path, 'utf8')
  const asked = 'languages: [en, cy]\nuses: [blocks/equality@1]\nequality: blocks/equality@1\n'
  writeFileSync(path, text.replace('languages: [en, cy]\n', asked).replace('is: "120.00"', `is: "${fee}"`))
}

async function publishFrom({ councils: [council] }: Installation, path: string) {
  assert.ok(council)
  const read = await readPackFiles(path)
  assert.ok('files' in read)
  const published = await publish(council, { files: read.files, by: newId(), at: daysAgo(300) })
  assert.ok(published.state !== 'refused', JSON.stringify(published))
  return council
}

/** Twelve grown-ups and eight children apply, five of them by phone, and half of everybody long ago. */
async function fill(installation: Installation): Promise<void> {
  await publishFrom(installation, join(packs, 'bulky-waste'))
  const council = await publishFrom(installation, join(folder, 'club'))
  const published = await publishedService(council, 'tennis-club')
  assert.ok(published)
  const { prepared } = published
  for (let place = 0; place < 20; place += 1) {
    const at = daysAgo(place % 2 === 0 ? recent : old)
    const today = at.slice(0, 10)
    const age = place < 12 ? 20 + place * 4 : place - 5
    const sent = submission({ prepared, answers: { age }, at, today, channel: place % 4 === 0 ? 'phone' : 'web' })
    const opened = await openCase(council, { ...sent, evaluation: evaluate(prepared, sent.answers, today) })
    assert.ok('reference' in opened, JSON.stringify(opened))
  }
}

function dataOf({ code, out, err }: Finished): Readonly<Record<string, unknown>> {
  assert.equal(code, 0, err)
  const data: unknown = JSON.parse(out)
  assert.ok(isRecord(data))
  return data
}

/** The program’s own words, and the code it ended with. */
function refused({ code, out, err }: Finished): readonly unknown[] {
  assert.ok(!showsStack(err), err)
  assert.equal(out, '')
  return [code, err.trim()]
}

const DEARER = ['replay', 'tennis-club', '--to', 'dearer']

describe('folkmoot replay and folkmoot people', () => {
  before(async () => {
    writePack('club')
    writePack('dearer', '130.00')
    mkdirSync(join(folder, 'councils', 'north'), { recursive: true })
    const sponsors = 'sponsors: { member: Councillor A, director: Director B }'
    const services = `services: [{ id: tennis-club, ${sponsors} }, { id: bulky-waste, ${sponsors} }]`
    writeFileSync(join(folder, 'councils', 'north', 'council.yaml'), clubSettings('north').replace(/services: .*/, services))
    const { name, host } = await freshDatabase()
    drop = () => dropDatabase(host, name)
    const { user = '', password, host: at = 'localhost', port = 5432 } = host.owner(name)
    const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : ''
    const url = `postgres://${user}${secret}@localhost:${port}/${name}?host=${encodeURIComponent(at)}`
    database = { url }
    env = {
      DATABASE_URL: url,
      FOLKMOOT_KEYS: join(folder, 'keys'),
      FOLKMOOT_COUNCILS: join(folder, 'councils'),
      FOLKMOOT_PACKS: packs,
      FOLKMOOT_DEMO: 'no',
    }
    const reading = readConfig(env)
    assert.ok('config' in reading, JSON.stringify(reading))
    const installation = await openInstallation({ config: reading.config, environment: env, journal: { note: () => undefined } })
    try {
      for (const { id } of installation.councils) await installation.store.register(id)
      await fill(installation)
    } finally {
      await installation.close()
    }
  })

  after(async () => {
    await drop()
    rmSync(folder, { recursive: true, force: true })
  })

  let first: Readonly<Record<string, unknown>> = {}

  test('gives what a trial showed under the keys that other programs rely on', async () => {
    const data = dataOf(await run(...DEARER, '--by', 'channel', '--json'))
    const promised = ['from', 'to', 'cases', 'changed', 'matrix', 'cantTell', 'values', 'split', 'ms']
    assert.deepEqual(Object.keys(data).slice(0, promised.length), promised)
    assert.match(String(data['from']), /^sha256:[0-9a-f]{64}$/)
    assert.deepEqual([data['cases'], data['changed']], [20, 12])
    assert.deepEqual(data['matrix'], [{ from: 'joined', to: 'joined', count: 20 }])
    assert.deepEqual(data['cantTell'], { count: 0, questions: [] })
    assert.deepEqual(data['values'], { price: { more: 12, less: 0, same: 8, other: 0, before: 144_000, after: 156_000 } })
    assert.ok(Number.isInteger(data['ms']))
    first = data
  })

  test('keeps every run with its digests, and gives the same when it is run again', async () => {
    const second = dataOf(await run(...DEARER, '--by', 'channel', '--json'))
    for (const key of ['population', 'digest', 'from', 'to', 'split']) assert.deepEqual(second[key], first[key], key)
    const trials = [first['trial'], second['trial']]
    assert.notEqual(trials[1], trials[0])
    const client = new pg.Client(database.url)
    await client.connect()
    const kept = 'select trial_id, population, digest from replay.trial where trial_id = any($1) order by trial_id'
    const { rows } = await client.query(kept, [trials])
    await client.end()
    const { population, digest } = first
    assert.deepEqual(
      rows,
      trials.map((trial) => ({ trial_id: trial, population, digest })),
    )
  })

  test('takes a version that was published', async () => {
    const { from } = first
    const data = dataOf(await run('replay', 'tennis-club', '--to', String(from), '--json'))
    assert.deepEqual([data['to'], data['cases'], data['changed'], data['split']], [from, 20, 0, {}])
  })

  test('takes cases from a day on', async () => {
    const since = daysAgo(100).slice(0, 10)
    const data = dataOf(await run(...DEARER, '--since', since, '--json'))
    assert.deepEqual([data['since'], data['cases'], data['changed']], [since, 10, 6])
  })

  test('splits by area, channel, an answer in bands, and an equality question by bounds alone', async () => {
    const words = [...DEARER, '--by', 'area,channel,age,sex']
    const { split } = dataOf(await run(...words, '--json'))
    assert.ok(isRecord(split))
    assert.deepEqual(Object.keys(split), ['area', 'channel', 'age', 'sex'])
    const told = (by: string) => {
      const parts: unknown = split[by]
      assert.ok(Array.isArray(parts))
      return parts.filter(isRecord).map(({ part, cases, changed }) => [part, cases, changed])
    }
    assert.deepEqual(told('area'), [[null, 20, 12]])
    assert.deepEqual(told('channel'), [
      ['web', 15, 9],
      ['phone', 5, 3],
    ])
    const ages = told('age')
    assert.ok(ages.length > 2 && ages.every(([part]) => /^\d*\.\.\d*$|^\d+$/.test(String(part))), JSON.stringify(ages))
    assert.equal(
      ages.reduce((sum, [, cases]) => sum + Number(cases), 0),
      20,
    )
    assert.deepEqual(told('sex'), [])
    const { out } = await run(...words)
    assert.match(out, /^20 cases opened from .*; of 12 something else would be decided or charged/)
    assert.match(out, /\n {2}price: more for 12, less for 0; in all from 144000 to 156000 \(money in pence\)\n/)
    assert.match(out, /\n {2}by channel:\n +15 {2}web: 9 change\n/)
    assert.match(out, /kept as trial [0-9a-f-]{36}\n$/)
  })

  test('tries a service without past cases on people made up for it, and says so', async () => {
    const data = dataOf(await run('replay', 'bulky-waste', '--to', join(packs, 'bulky-waste'), '--json'))
    assert.ok(Number(data['cases']) >= 10)
    assert.deepEqual([data['madeUp'], data['changed']], [data['cases'], 0])
    assert.deepEqual(isRecord(data['ways']) && data['ways']['isOfPeople'], true)
    const { out } = await run('replay', 'bulky-waste', '--to', join(packs, 'bulky-waste'))
    assert.match(out, /^\d+ people made up for it, since there are no past cases; of 0 something else/)
  })

  test('says what is wrong, and the way out', async () => {
    const ask = async (...words: string[]) => refused(await run('replay', ...words))
    const club = ['tennis-club', '--to', 'dearer']
    const [nothing, date, later, by, service, other, version, council] = await Promise.all([
      ask('tennis-club'),
      ask(...club, '--since', '2026-02-30'),
      ask(...club, '--since', '9999-01-01'),
      ask(...club, '--by', 'area,full_name'),
      ask('croquet-club', '--to', 'dearer'),
      ask('tennis-club', '--to', join(packs, 'bulky-waste')),
      ask('tennis-club', '--to', `sha256:${'0'.repeat(64)}`),
      ask(...club, '--council', 'south'),
    ])
    assert.deepEqual(
      [nothing?.[0], date?.[0], later?.[0], by?.[0], service?.[0], other?.[0], version?.[0], council?.[0]],
      [2, 2, 2, 2, 1, 2, 1, 2],
    )
    assert.match(String(nothing?.[1]), /--to FILE or --to VERSION/)
    assert.match(String(date?.[1]), /"2026-02-30" is not a day such as 2026-01-31/)
    assert.match(String(later?.[1]), /No case has been opened since 9999-01-01/)
    assert.match(String(by?.[1]), /"full_name" is nothing to split by\. There is: area, channel, month, age, age_band, sex/)
    assert.match(String(service?.[1]), /Nobody has published "croquet-club"/)
    assert.match(String(other?.[1]), /is the service bulky-waste, not tennis-club/)
    assert.match(String(version?.[1]), /north has published no version sha256:0+ of tennis-club/)
    assert.match(String(council?.[1]), /There is no council "south"\. There is: north/)
  })

  test('makes people up without a database, the same again, and says that nobody is real', async () => {
    const ask = () => folkmoot(['people', 'dearer', '--json'], { cwd: folder })
    const [first, second, told, unknown] = await Promise.all([
      ask(),
      ask(),
      folkmoot(['people', 'dearer'], { cwd: folder }),
      folkmoot(['people', 'croquet-club'], { cwd: folder }),
    ])
    const data = dataOf(first)
    assert.equal(second.out, first.out)
    assert.deepEqual([data['pack'], data['madeUp']], ['dearer', true])
    const covers = Array.isArray(data['people']) ? data['people'].filter(isRecord).flatMap((one) => one['covers']) : []
    for (const wish of ['young', 'not young', 'outcome joined']) assert.ok(covers.includes(wish), wish)
    assert.match(told.out, /^dearer: \d+ people made up\. Nobody of them is real\.\n/)
    assert.equal(unknown.code, 2)
    assert.ok(!showsStack(unknown.err) && unknown.err.includes('croquet-club'), unknown.err)
  })
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { dayInLondon } from './clock.ts'
import { findElection, isPreElection, readSettings } from './council.ts'
import { isLoopback, Limit } from './limit.ts'
import { Journal } from './log.ts'
import { problems } from './problem.ts'

describe('tries per address', () => {
  test('are counted apart, in windows, and an IPv6 network is one address', () => {
    const limit = new Limit({ tries: 2, windowSeconds: 60 })
    assert.deepEqual(
      [1, 2, 3].map(() => limit.isOver('192.0.2.1', 1000)),
      [false, false, true],
    )
    assert.equal(limit.isOver('192.0.2.2', 1000), false)
    assert.equal(limit.secondsLeft(31_000), 30)
    assert.equal(limit.isOver('192.0.2.1', 61_001), false)
    const six = [1, 2, 3].map((last) => limit.isOver(`2001:db8:1:2::${last}`, 62_000))
    assert.deepEqual(six, [false, false, true])
  })

  test('of ever new addresses do not fill the memory', () => {
    const limit = new Limit({ tries: 1, windowSeconds: 3600 })
    for (let count = 0; count < 20_001; count += 1) limit.isOver(`10.${count >> 16}.${(count >> 8) & 255}.${count & 255}`, 0)
    assert.equal(limit.isOver('10.0.0.0', 0), false)
  })

  test('know this machine', () => {
    assert.deepEqual(['127.0.0.1', '::1', '::ffff:127.0.0.1', '192.0.2.1', '::2'].map(isLoopback), [true, true, true, false, false])
  })
})

describe('the day', () => {
  test('is the one in London, in summer and winter', () => {
    assert.equal(dayInLondon(new Date('2026-07-01T23:30:00Z')), '2026-07-02')
    assert.equal(dayInLondon(new Date('2026-12-01T23:30:00Z')), '2026-12-01')
  })
})

describe('the journal', () => {
  const written = (say: (journal: Journal) => void): string => {
    const lines: string[] = []
    const journal = new Journal(
      (text) => lines.push(text),
      () => new Date('2026-11-23T10:00:00Z'),
    )
    say(journal)
    journal.flush()
    return lines.join('')
  }

  test('never quotes what PostgreSQL, a parser or a schema quotes of a person', () => {
    const spilled = Object.assign(new Error('invalid input syntax for type uuid: "Ada Lovelace"'), {
      severity: 'ERROR',
      code: '22P02',
      detail: 'Ada',
    })
    const parsing = new SyntaxError('Unexpected token A in "Ada Lovelace"')
    for (const error of [spilled, parsing, new Error('no', { cause: parsing })]) {
      const text = written((journal) => journal.error(error))
      assert.ok(!text.includes('Ada'), text)
    }
    assert.match(
      written((journal) => journal.error(spilled)),
      /"code":"22P02"/,
    )
  })

  test('writes one line of JSON for each request', () => {
    const line = written((journal) =>
      journal.request({ method: 'GET', route: '/a/:id', status: 200, ms: 1.26, council: 'north', request: 'r1' }),
    )
    assert.deepEqual(JSON.parse(line), {
      at: '2026-11-23T10:00:00.000Z',
      method: 'GET',
      route: '/a/:id',
      status: 200,
      ms: 1.3,
      council: 'north',
      request: 'r1',
    })
  })
})

describe('a council’s settings', () => {
  const settings = `id: thorpe
name: { en: Thorpe Council }
hosts: [thorpe.example]
nation: england
bank-holidays: england-and-wales
contact: { email: a@thorpe.example, phone: "1", address: [Hall], opening: { en: Weekdays } }
data-protection: { officer: { email: d@thorpe.example }, regulator: { name: { en: R }, url: "https://r.example" } }
accessibility: { prepared: 2026-11-23, reviewed: 2026-11-23 }
`
  test('are read', () => {
    assert.deepEqual(readSettings('council.yaml', settings).faults, [])
  })

  test('that are wrong are named with their place', () => {
    const { faults } = readSettings('council.yaml', `${settings}colour: red\n`.replace('nation: england', 'nation: mercia'))
    assert.deepEqual(
      faults.map(({ line, column }) => [line, column]),
      [
        [4, 9],
        [1, 1],
      ],
    )
  })

  test('of a council that serves in Welsh need every sentence in Welsh', () => {
    const { faults } = readSettings('council.yaml', `${settings}languages: [en, cy]\n`)
    assert.deepEqual(
      faults.map(({ line }) => line),
      [2, 6, 7],
    )
  })

  test('that nobody could read as a brand are refused with the nearest colour that passes', () => {
    const { faults } = readSettings('council.yaml', `${settings}brand: { colours: { link: "#ffff00" } }\n`)
    assert.match(faults[0]?.message ?? '', /contrast/)
  })

  test('name the weeks before an election, both ends included', () => {
    const periods = '[{ from: 2027-03-22, to: 2027-05-06, election: { en: Council election } }]'
    const read = readSettings('council.yaml', `${settings}pre-election: ${periods}\n`).settings
    assert.ok(read)
    const days = ['2027-03-21', '2027-03-22', '2027-05-06', '2027-05-07']
    assert.deepEqual(
      days.map((day) => isPreElection({ settings: read }, day)),
      [false, true, true, false],
    )
    assert.equal(findElection({ settings: read }, '2027-04-01')?.election.en, 'Council election')
  })

  test('refuse a period before an election that ends before it begins', () => {
    const periods = '[{ from: 2027-05-06, to: 2027-03-22, election: { en: Council election } }]'
    assert.match(readSettings('council.yaml', `${settings}pre-election: ${periods}\n`).faults[0]?.message ?? '', /not after the last/)
  })

  test('that are hostile give faults and nothing else', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nid: [*c,*c,*c,*c,*c,*c,*c]\n`
    for (const text of ['', '\0', '{', '- - - -', '__proto__: 1', bomb, '!!js/function x', 'a: *unknown']) {
      assert.ok(readSettings('council.yaml', text).faults.length > 0, text)
    }
  })
})

describe('the list of problems', () => {
  test('is the one in docs/reference/problems.md', () => {
    const reference = readFileSync(new URL('../../docs/reference/problems.md', import.meta.url), 'utf8')
    const listed = [...reference.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [code, Number(status)])
    assert.deepEqual(
      listed,
      Object.entries(problems).map(([code, { status }]) => [code, status]),
    )
  })
})

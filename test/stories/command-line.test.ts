import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'
import { invocationOf } from '#app/cli/arguments.ts'
import { UsedWrongly } from '#app/cli/command.ts'
import { commands } from '#app/cli/commands/index.ts'
import { type Finished, folkmoot, runProgram, showsStack } from '#test/kit/command-line.ts'

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const Checked = z.array(
  z.object({
    pack: z.string(),
    version: Digest.nullable(),
    faults: z.array(
      z.object({
        file: z.string(),
        line: z.int().min(1),
        column: z.int().min(1),
        code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        message: z.string().min(1),
        help: z.string().min(1),
      }),
    ),
  }),
)
const Tried = z.object({
  pages: z.array(z.string()),
  faults: z.array(z.object({ page: z.string(), question: z.string(), code: z.string(), message: z.string() })),
  outcome: z.string().nullable(),
  values: z.record(z.string(), z.unknown()),
  reasons: z.array(z.object({ en: z.string(), cy: z.string().optional() })),
  fee: z.int().nullable(),
  trace: z.array(z.unknown()),
})
const Walked = z.object({
  passed: z.int(),
  failed: z.int(),
  results: z.array(z.object({ pack: z.string(), scenario: z.string(), ok: z.boolean(), differences: z.array(z.string()) })),
})
const Proved = z.object({
  faults: z.array(z.object({ code: z.string(), severity: z.string().optional(), conflict: z.array(z.string()).optional() })),
  proved: z.array(z.object({ code: z.string() })),
  notProved: z.array(z.unknown()),
})

const cwd = mkdtempSync(join(tmpdir(), 'folkmoot-command-line-'))
after(() => rmSync(cwd, { recursive: true, force: true }))
const run = (...words: string[]) => folkmoot(words, { cwd })

/** A copy of the pack made by `new`, one of its files changed. */
function changed(name: string, file: string, change: (text: string) => string | Uint8Array): string {
  cpSync(join(cwd, 'tool-library'), join(cwd, name), { recursive: true })
  writeFileSync(join(cwd, name, file), change(readFileSync(join(cwd, name, file), 'utf8')))
  return name
}

before(async () => {
  const { code, out } = await run('new', 'tool-library')
  assert.equal(code, 0)
  assert.match(out, /npx folkmoot check tool-library/)
  writeFileSync(join(cwd, 'sam.yaml'), 'need: replace\ndetails: The lid is gone\nfull_name: Sam Lee\nemail: sam@example.org\n')
})

describe('every command', () => {
  const silent = { out: () => undefined, err: () => undefined, progress: () => undefined }
  for (const [name, load] of commands)
    test(`${name} is called so, takes --help and --json, and refuses an option it does not know`, async () => {
      const command = await load()
      assert.match(command.usage, new RegExp(`^${name}\\b`))
      const { json, has } = invocationOf(command, ['--json', '--help'], silent)
      assert.deepEqual([json, has('help')], [true, true])
      assert.throws(() => invocationOf(command, ['--no-such-option'], silent), UsedWrongly)
    })

  test('explains itself, each option it has', async () => {
    const { code, out } = await run('try', '--help')
    assert.equal(code, 0)
    for (const option of ['--answers', '--today', '--json', '--help']) assert.match(out, new RegExp(`^  ${option}\\b`, 'm'))
  })

  test('refuses an option it does not know with 2', async () => {
    const { code, err } = await run('check', '--no-such-option')
    assert.equal(code, 2)
    assert.match(err, /no-such-option.*folkmoot check --help/)
  })

  test('stands in the list of commands', async () => {
    const { code, out } = await run('--help')
    assert.equal(code, 0)
    for (const name of commands.keys()) assert.match(out, new RegExp(`^  folkmoot ${name}\\b`, 'm'))
  })
})

describe('a command used wrongly', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['that is none', ['chekc'], /There is no command "chekc"/],
    ['without the word it needs', ['new'], /new PACK/],
    ['with a word too many', ['new', 'one', 'two'], /"two" is one word too many/],
    ['on a pack that is nowhere', ['check', 'nowhere'], /There is no pack "nowhere"/],
    ['without answers', ['try', 'tool-library'], /--answers FILE/],
    ['with answers that are nowhere', ['try', 'tool-library', '--answers', 'nobody.yaml'], /nobody.yaml cannot be read/],
    ['on a day that never was', ['try', 'tool-library', '--answers', 'sam.yaml', '--today', '2026-02-30'], /is not a day/],
    ['for a service with an impossible name', ['new', 'Tool Library'], /lower-case words joined by hyphens/],
    ['with a number of cases that is none', ['seed', '--cases', 'many'], /Say how many/],
    ['with a backup that is nowhere', ['restore', 'nowhere.gz'], /nowhere.gz cannot be read/],
    ['without saying whose key', ['rotate-keys'], /--council ID/],
    ['without saying whose addresses', ['import-addresses', 'extract.csv'], /--council ID/],
    ['without saying at which council a gate is set aside', ['waive', 'tool-library', 'tried'], /--council ID/],
    ['on a gate that is none', ['waive', 'tool-library', 'gate'], /There is no gate "gate".*sponsors/],
    ['without saying who manages', ['add-manager', 'mo@example.org'], /--name NAME/],
  ]
  for (const [what, words, complaint] of cases)
    test(`${what} ends with 2 and says the way out`, async () => {
      const { code, out, err } = await run(...words)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, complaint)
    })

  test('without any word shows what there is, and ends with 2', async () => {
    const { code, out, err } = await run()
    assert.deepEqual([code, out], [2, ''])
    assert.match(err, /folkmoot check/)
  })
})

describe('check', () => {
  test('finds the new pack fine, by folder and by path, and gives its version', async () => {
    const { code, out } = await run('check', 'tool-library', join(cwd, 'tool-library'), '--json')
    const [one, other] = Checked.parse(JSON.parse(out))
    assert.equal(code, 0)
    assert.deepEqual(one, other)
    assert.deepEqual([one?.pack, one?.faults], ['tool-library', []])
  })

  test('finds packs by name where FOLKMOOT_PACKS says, in each of its folders', async () => {
    const env = { FOLKMOOT_PACKS: `${join(cwd, 'elsewhere')}:${cwd}` }
    mkdirSync(join(cwd, 'elsewhere'))
    const { code, out } = await folkmoot(['check', 'tool-library'], { cwd: tmpdir(), env })
    assert.equal(code, 0, out)
  })

  test('names each fault with file, line and column, what is wrong and the way out', async () => {
    const pack = changed('two-faults', 'service.yaml', (text) =>
      text.replace('kind: one-of', 'kind: one-off').replace('minutes:', 'minuts:'),
    )
    const [words, data] = await Promise.all([run('check', pack), run('check', pack, '--json')])
    assert.deepEqual([words.code, data.code], [1, 1])
    const [checked] = Checked.parse(JSON.parse(data.out))
    assert.equal(checked?.version, null)
    assert.deepEqual(
      checked?.faults.map(({ file, code }) => [file, code]),
      [
        ['service.yaml', 'unknown-key'],
        ['service.yaml', 'unknown-kind'],
      ],
    )
    for (const { file, line, column, help } of checked?.faults ?? []) {
      assert.match(words.out, new RegExp(`${file}:${line}:${column} `))
      assert.ok(words.out.includes(help))
    }
  })

  test('ends quietly when nobody reads on', async () => {
    const pack = changed('many-faults', 'words.en.yaml', () => 'schema: 1\nlanguage: en\n')
    const script = `"$0" "$1" check ${pack} --json | head -n 1; exit \${PIPESTATUS[0]}`
    const { err } = await runProgram('bash', ['-c', script, process.execPath, join(import.meta.dirname, '../../src/app/cli/main.ts')], {
      cwd,
    })
    assert.equal(err, '')
  })
})

describe('a hostile pack', () => {
  const bomb = `schema: 1\na0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`
  const texts: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['five-megabytes', `schema: 1\nid: "${'a'.repeat(5_000_000)}"\n`, 'file-too-big'],
    ['alias-bomb', bomb, 'alias'],
    ['deep-nesting', `schema: 1\nid: ${'['.repeat(100_000)}`, 'too-deep'],
    ['control-character', 'schema: 1\nid: a\u0000b\n', 'control-character'],
    ['not-text', Uint8Array.from([0x73, 0xff, 0xfe]), 'file-not-text'],
    ['huge-number', `schema: 1\nid: ${'9'.repeat(600_000)}\n`, 'too-large'],
  ]
  for (const [name, text, fault] of texts)
    test(`(${name}) is refused with a clear fault, using less than a second`, async () => {
      const pack = changed(name, 'service.yaml', () => text)
      assertRefused(await timed(pack), fault)
    })

  test('that points outside itself is refused', async () => {
    cpSync(join(cwd, 'tool-library'), join(cwd, 'pointer'), { recursive: true })
    rmSync(join(cwd, 'pointer/service.yaml'))
    symlinkSync('/etc/hostname', join(cwd, 'pointer/service.yaml'))
    assertRefused(await timed('pointer'), 'file-outside-pack')
  })

  /** Seconds that it takes longer than a pack in which nothing is wrong. */
  async function timed(pack: string): Promise<Finished & { readonly seconds: number }> {
    const begun = performance.now()
    await run('check', 'tool-library', '--json')
    const between = performance.now()
    const finished = await run('check', pack, '--json')
    return { ...finished, seconds: (performance.now() - between - (between - begun)) / 1000 }
  }

  function assertRefused({ code, out, err, seconds }: Finished & { readonly seconds: number }, fault: string) {
    assert.equal(code, 1)
    assert.ok(seconds < 1, `${seconds} s more`)
    const [checked] = Checked.parse(JSON.parse(out))
    assert.equal(checked?.faults[0]?.code, fault)
    assert.ok(!showsStack(out + err))
  }
})

describe('try', () => {
  test('tells pages, outcome, fee and reasons of one person', async () => {
    const { code, out } = await run('try', 'tool-library', '--answers', 'sam.yaml', '--today', '2026-11-23', '--json')
    const tried = Tried.parse(JSON.parse(out))
    assert.equal(code, 0)
    assert.deepEqual(tried.pages, ['what-you-need', 'details', 'your-name', 'how-to-reach-you'])
    assert.deepEqual([tried.outcome, tried.fee, tried.faults], ['agreed', 1000, []])
    assert.ok(tried.trace.length > 0)
  })

  test('names what is missing, and ends with 1', async () => {
    writeFileSync(join(cwd, 'half.yaml'), 'need: replace\n')
    const [words, data] = await Promise.all([[], ['--json']].map((more) => run('try', 'tool-library', '--answers', 'half.yaml', ...more)))
    assert.deepEqual([words?.code, data?.code], [1, 1])
    const { faults, outcome } = Tried.parse(JSON.parse(data?.out ?? ''))
    assert.equal(outcome, null)
    assert.deepEqual(
      faults.map(({ question, code }) => [question, code]),
      [
        ['details', 'missing'],
        ['full_name', 'missing'],
      ],
    )
    for (const { message } of faults) assert.ok(words?.out.includes(message))
  })

  for (const [what, text, complaint] of [
    ['is not YAML', 'need: [replace\n', /is not YAML/],
    ['is a list', '- replace\n', /holds no answers/],
    ['repeats itself', 'need: &a replace\ndetails: *a\n', /Alias/],
  ] as const)
    test(`says so when the file ${what}`, async () => {
      writeFileSync(join(cwd, 'wrong.yaml'), text)
      const { code, err } = await run('try', 'tool-library', '--answers', 'wrong.yaml')
      assert.equal(code, 1)
      assert.match(err, complaint)
      assert.ok(!showsStack(err))
    })
})

describe('prove', () => {
  test('says what is certain of the new pack', async () => {
    const { code, out } = await run('prove', 'tool-library', '--json')
    const { faults, proved, notProved } = Proved.parse(JSON.parse(out))
    assert.deepEqual([code, faults, notProved], [0, [], []])
    assert.ok(proved.some((claim) => claim.code === 'page-reachable'))
  })

  test('names the parts that leave nobody once a condition contradicts itself, and ends with 1', async () => {
    const pack = changed('contradicting', 'service.yaml', (text) =>
      text.replace('when: need != need.advice', 'when: need != need.advice && need == need.advice'),
    )
    const { code, out } = await run('prove', pack, '--json')
    assert.equal(code, 1, out)
    assert.deepEqual(
      Proved.parse(JSON.parse(out)).faults.map((fault) => [fault.code, fault.severity, fault.conflict]),
      [
        ['unreachable-page', 'fault', ['pages.details.when']],
        ['alike-options', 'warning', undefined],
      ],
    )
  })
})

describe('scenarios', () => {
  test('walks the example people of the new pack', async () => {
    const { code, out } = await run('scenarios', 'tool-library', '--json')
    const walked = Walked.parse(JSON.parse(out))
    assert.deepEqual([code, walked.passed, walked.failed], [0, 3, 0])
    assert.ok(walked.results.every(({ pack, ok, differences }) => pack === 'tool-library' && ok && differences.length === 0))
  })

  test('says what differs once a rule has changed, and ends with 1', async () => {
    const pack = changed('dearer', 'service.yaml', (text) => text.replace('is: "10.00"', 'is: "12.00"'))
    const { code, out } = await run('scenarios', pack, '--json')
    const { failed, results } = Walked.parse(JSON.parse(out))
    assert.deepEqual([code, failed], [1, 1])
    assert.match(results.find(({ ok }) => !ok)?.differences.join() ?? '', /10\.00/)
  })

  test('counts a pack with faults as failed', async () => {
    const pack = changed('faulty', 'service.yaml', (text) => text.replace('minutes:', 'minuts:'))
    assert.equal((await run('scenarios', pack)).code, 1)
  })
})

describe('new', () => {
  test('never writes over what is there', async () => {
    const { code, err } = await run('new', 'tool-library')
    assert.equal(code, 1)
    assert.match(err, /is not empty/)
  })
})

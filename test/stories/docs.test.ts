import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'
import { invocationOf } from '#app/cli/arguments.ts'
import { commands } from '#app/cli/commands/index.ts'
import { runProgram } from '#test/kit/command-line.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/how-to/*.md', { cwd: root }).sort()]

/** Commands that go on until they are stopped, or run these very tests: where they are run, and the words that do it. */
const runElsewhere: ReadonlyMap<string, { readonly file: string; readonly by: string }> = new Map([
  ['npm start', { file: 'test/process/start.test.ts', by: "spawn('npm', ['start']" }],
  ['npm test', { file: 'test/run/steps.ts', by: 'test/stories/*.test.ts' }],
])

interface Block {
  readonly page: string
  readonly kind: string
  readonly text: string
}

const blocks: readonly Block[] = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
    page,
    kind,
    text,
  })),
)
const blocksOf = (page: string, ...kinds: readonly string[]) => blocks.filter((block) => block.page === page && kinds.includes(block.kind))
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
const silent = { out: () => undefined, err: () => undefined, progress: () => undefined }

describe('what the pages tell people to type', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'folkmoot-docs-'))
  before(() => {
    for (const { page, kind, text } of blocks) {
      const file = kind === 'yaml' ? named(page, text) : undefined
      if (file !== undefined) writeFileSync(join(cwd, file), text)
    }
  })
  after(() => rmSync(cwd, { recursive: true, force: true }))

  /** The file that the sentence before an example says to write it to. */
  function named(page: string, text: string): string | undefined {
    const [, before = ''] = new RegExp(`(.*)\\n\\n\`\`\`yaml\\n${text.slice(0, 20)}`).exec(readFileSync(join(root, page), 'utf8')) ?? []
    return /to a file `([\w.-]+)`/.exec(before)?.[1]
  }

  for (const page of pages)
    for (const line of blocksOf(page, 'sh').flatMap(({ text }) => linesOf(text)))
      test(`${page}: ${line}`, async () => {
        const elsewhere = runElsewhere.get(line)
        if (elsewhere) return assert.ok(readFileSync(join(root, elsewhere.file), 'utf8').includes(elsewhere.by))
        const [npx, folkmoot, ...words] = wordsOf(line)
        assert.deepEqual([npx, folkmoot], ['npx', 'folkmoot'], 'it is neither run here nor listed as run elsewhere')
        const { code, out, err } = await runProgram('node', [join(root, 'bin/folkmoot.mjs'), ...words], { cwd })
        assert.equal(code, 0, out + err)
      })
})

describe('commands shown as examples for a server', () => {
  const shown = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8')
    return [...text.matchAll(/npx folkmoot ([^`\n]*)/g)].map(([, words = '']) => ({ page, words: wordsOf(words) }))
  })
  for (const { page, words } of shown)
    test(`${page}: folkmoot ${words.join(' ')} is a command with these options`, async () => {
      const [name = '', ...rest] = words
      if (name === '--help') return assert.ok(commands.size > 0)
      const load = commands.get(name)
      assert.ok(load, `there is no command ${name}`)
      invocationOf(await load(), rest, silent)
    })
})

describe('examples in YAML and JSON', () => {
  for (const { page, kind, text } of blocks.filter((block) => ['yaml', 'json'].includes(block.kind)))
    test(`${page}: ${linesOf(text)[0]?.slice(0, 60)} … can be read`, () => {
      if (kind === 'json') return assert.ok(JSON.parse(text))
      assert.deepEqual(
        parseAllDocuments(text).flatMap((document) => document.errors),
        [],
      )
    })
})

test('the list of decisions names every decision', () => {
  const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8')
  for (const file of globSync('*.md', { cwd: join(root, 'docs/decisions') }).filter((name) => name !== 'README.md'))
    assert.ok(list.includes(`](${file})`), file)
})

test('every how-to is reached from another page', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8') + pages.map((page) => readFileSync(join(root, page), 'utf8')).join('')
  for (const file of globSync('*.md', { cwd: join(root, 'docs/how-to') })) assert.ok(readme.includes(file), file)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cpuMs } from '#test/kit/cpu-time.ts'
import { packFiles } from '#test/kit/pack.ts'
import { readPack } from '../pack.ts'

const megabytes = 5 * 1024 * 1024
const fill = (part: string, size: number = megabytes): string => part.repeat(Math.ceil(size / part.length))
const underLimit = 500_000

const aliasBomb = `a: &a [x, x, x]\n${Array.from({ length: 30 }, (_, level) => `b${level}: &b${level} [*${level === 0 ? 'a' : `b${level - 1}`}, *a]`).join('\n')}`

const hostile: Readonly<Record<string, readonly [text: string, code: string]>> = {
  'five megabytes': [fill('a: b\n'), 'too-large'],
  'an alias bomb': [aliasBomb, 'alias'],
  'an alias bomb of five megabytes': [fill(`${aliasBomb}\n`), 'too-large'],
  'deep brackets': [fill('[', underLimit), 'too-deep'],
  'deep braces': [fill('{a: ', underLimit), 'too-deep'],
  'deep dashes': [fill('- ', underLimit), 'too-deep'],
  'deep indentation': [Array.from({ length: 900 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), 'too-deep'],
  'commas without end': [`[${fill(',', underLimit)}]`, 'not-yaml'],
  'tags without end': [fill('!a ', underLimit), 'tag'],
  'directives without end': [fill('%a\n', underLimit), 'directive'],
  'documents without end': [fill('---\na\n', underLimit), 'several-documents'],
  'entries without end': [`[${fill('1,', underLimit)}1]`, 'too-large'],
  'a number beyond all bounds': ['schema: 99999999999999999999999999999999', 'number-too-large'],
  'a prototype as a key': ['schema: 1\n__proto__: { polluted: true }', 'forbidden-key'],
  'a constructor as a key': ['schema: 1\nconstructor: { prototype: { polluted: true } }', 'forbidden-key'],
  'a merge key': ['schema: 1\n<<: { a: b }', 'forbidden-key'],
  'a key given twice': ['schema: 1\nid: a\nid: b', 'duplicate-key'],
  'a null character': ['schema: 1\nid: a\u0000b', 'control-character'],
  'a null character as an escape': ['schema: 1\nid: "a\\0b"', 'control-character'],
  'half a character as an escape': ['schema: 1\nid: "a\\ud800b"', 'control-character'],
  'half a character in a key': ['schema: 1\n"a\\ud800b": 1', 'control-character'],
  'bytes that are not UTF-8': ['schema: 1\nid: a\ufffdb', 'not-utf-8'],
  'tabs for indentation': ['schema: 1\nfee:\n\tis: x', 'not-yaml'],
  'a quote never closed': [`id: "${fill('a', 1000)}`, 'not-yaml'],
  'an own tag': ['id: !!js/function "x"', 'tag'],
  'nothing at all': ['', 'empty'],
  'a list': ['- a', 'wrong-type'],
}

for (const [what, [text, code]] of Object.entries(hostile)) {
  test(`${what} is refused within a second`, () => {
    const files = new Map(packFiles())
    files.set('service.yaml', text)
    const start = cpuMs()
    const { faults, definition } = readPack(files)
    assert.ok(cpuMs() - start < 1000, `took ${cpuMs() - start} ms`)
    assert.equal(definition, undefined)
    assert.ok(
      faults.some(
        (fault) => fault.code === code && fault.file === 'service.yaml' && fault.line >= 1 && fault.column >= 1 && fault.help !== '',
      ),
      JSON.stringify(faults.slice(0, 3)),
    )
    assert.ok(faults.length <= 200)
  })
}

test('a key given twice names both places', () => {
  const { faults } = readPack(new Map([['service.yaml', 'schema: 1\nid: a\nid: b\n']]))
  const [fault] = faults.filter(({ code }) => code === 'duplicate-key')
  assert.deepEqual([fault?.line, fault?.column], [3, 1])
  assert.match(fault?.help ?? '', /line 2, column 1/)
})

test('no key of a file reaches the prototype of objects', () => {
  readPack(new Map([['service.yaml', '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }']]))
  assert.equal('polluted' in {}, false)
})

test('a byte order mark and Windows line ends change nothing', () => {
  const plain = readPack(packFiles())
  const files = new Map([...packFiles()].map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`]))
  const windows = readPack(files)
  assert.deepEqual(windows.faults, [])
  assert.equal(windows.version, plain.version)
})

test('no text makes reading a pack throw', () => {
  const pieces = [
    'schema: 1\n',
    'id: ',
    'a',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ': ',
    '"',
    "'",
    '|',
    '>',
    '&a',
    '*a',
    '!t',
    '#',
    '\t',
    ',',
    '?',
    '%',
    '\u0000',
    '…',
    '😀',
  ]
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('service.yaml', 'words.en.yaml', 'rules/x.yaml', 'scenarios/x.yaml', 'blocks/contact@1/block.yaml'),
      (source, file) => {
        const { faults } = readPack(new Map(packFiles()).set(file, source))
        for (const fault of faults) assert.ok(fault.line >= 1 && fault.column >= 1 && fault.message !== '' && fault.help !== '')
      },
    ),
    { numRuns: 150 },
  )
})

test('a service of hundreds of questions and a long chain of calculations is checked within a second, one beyond all use is refused', () => {
  const withParts = (questions: number, calculations: number): ReturnType<typeof readPack> => {
    const asked = Array.from({ length: questions / 20 }, (_, page) => {
      const ids = Array.from(
        { length: 20 },
        (_, index) => `          - { id: q${page}x${index}, kind: one-of, purpose: join, options: [a, b] }\n`,
      )
      return `      - id: p${page}\n        questions:\n${ids.join('')}`
    })
    const chain = Array.from(
      { length: calculations },
      (_, index) => `  - { id: c${index}, is: ${index === 0 ? '"1"' : `c${index - 1} + 1`} }\n`,
    )
    const start = cpuMs()
    const reading = readPack(
      packFiles({
        'service.yaml': [
          ['calculations:\n', `calculations:\n${chain.join('')}`],
          ['      - use: blocks', `${asked.join('')}      - use: blocks`],
        ],
      }),
    )
    assert.ok(cpuMs() - start < 2000, `took ${cpuMs() - start} ms`)
    return reading
  }
  assert.deepEqual([...new Set(withParts(300, 100).faults.map(({ code }) => code))], ['missing-words'])
  assert.deepEqual(
    withParts(1000, 400).faults.map(({ code }) => code),
    ['too-large'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { packFiles } from '#test/kit/pack.ts'
import { readPack } from './pack.ts'

const original = readPack(packFiles()).version

/** The same data with the keys of every map in another order. */
function shuffled(value: unknown, order: (keys: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order))
  if (typeof value !== 'object' || value === null) return value
  const entries = new Map(Object.entries(value))
  return Object.fromEntries(order([...entries.keys()]).map((key) => [key, shuffled(entries.get(key), order)]))
}

test('the order of keys, quoting, indentation and comments do not change the version', () => {
  const style = fc.record({
    seed: fc.integer(),
    quotes: fc.constantFrom('QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'),
    indent: fc.constantFrom(1, 2, 4),
    flow: fc.boolean(),
  } as const)
  fc.assert(
    fc.property(style, ({ seed, quotes, indent, flow }) => {
      let state = seed
      const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff)
      const order = (keys: readonly string[]): readonly string[] =>
        keys
          .map((key) => ({ key, at: next() }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ key }) => key)
      const rewritten = [...packFiles()].map(([path, text]): [string, string] => {
        const data = shuffled(parse(text, { intAsBigInt: false }), order)
        return [path, `# a remark\n${stringify(data, { defaultStringType: quotes, indent, collectionStyle: flow ? 'flow' : 'any' })}`]
      })
      const { version, faults } = readPack(new Map(rewritten))
      assert.deepEqual(faults, [])
      assert.equal(version, original)
    }),
    { numRuns: 40 },
  )
})

test('writing a default out does not change the version', () => {
  const { version } = readPack(packFiles({ 'service.yaml': [['{ id: joined }', '{ id: joined, adverse: false }']] }))
  assert.equal(version, original)
})

const changes: Readonly<Record<string, readonly [file: string, from: string, to: string]>> = {
  'the order of options': ['service.yaml', '[partner, child]', '[child, partner]'],
  'a figure': ['service.yaml', '"120.00"', '"121.00"'],
  'the order of rows': ['rules/admission.yaml', '["> 2"], then: [turned_away]', '["> 1"], then: [turned_away]'],
  'a word': ['words.en.yaml', 'Become a member.', 'Be a member.'],
  'a word of another language': ['words.cy.yaml', 'Dewch yn aelod.', 'Byddwch yn aelod.'],
  'a block': ['blocks/contact@1/block.yaml', 'kind: text', 'kind: text, max: 50'],
}

for (const [what, [file, from, to]] of Object.entries(changes)) {
  test(`${what} changes the version`, () => {
    const { version, faults } = readPack(packFiles({ [file]: [[from, to]] }))
    assert.deepEqual(faults, [])
    assert.notEqual(version, original)
  })
}

test('a definition stored as JSON and read back has the same version', () => {
  const { definition } = readPack(packFiles())
  assert.ok(definition)
  const stored: unknown = JSON.parse(JSON.stringify(definition))
  assert.deepEqual(stored, definition)
})

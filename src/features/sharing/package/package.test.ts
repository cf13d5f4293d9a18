import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { versionOf } from '#core/definition/index.ts'
import { canonical, isRecord, parseJson } from '#store/json.ts'
import { MasterKeys } from '#store/keys.ts'
import { tennisClubDefinition } from '#test/kit/tennis-club.ts'
import { packageLimits, unwrap, wrap } from './frame.ts'
import { readPackage, sha256 } from './read.ts'
import { writePackage } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-package-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const masters = new MasterKeys(folder)
for (const council of ['north', 'south']) masters.create(council)
const keys = masters.of('north')

const definition = tennisClubDefinition()
const scenario = `schema: 1\nid: ada\ntitle: Ada plays\ntoday: 2026-11-23\nanswers: {}\nexpect: {}\n`
const companions = new Map([
  ['README.md', '# The club\n'],
  ['scenarios/ada.yaml', scenario],
])
const packing = {
  definition,
  companions,
  council: { id: 'north', name: { en: 'North' } },
  created: '2026-11-23',
  upstream: [],
  results: null,
  keys,
}
const bytes = writePackage(packing)

/** The code of the fault, or `none`. */
function codeOf(file: Uint8Array): string {
  const read = readPackage(file)
  if (!('fault' in read)) return 'none'
  const { code, message, help } = read.fault
  assert.ok(message.length > 10 && help.length > 10, `${code} says what is wrong and the way out`)
  return code
}

/** What is in the good package, changed, and signed anew by somebody who may sign. */
function forged(change: (body: { manifest: Record<string, unknown>; files: Record<string, string> }) => void): Buffer {
  const unpacked = unwrap(bytes)
  assert.ok('body' in unpacked)
  const { manifest, files } = partsOf(parseJson(unpacked.body))
  change({ manifest, files })
  return wrap(canonical({ manifest, files }), keys)
}

function partsOf(body: unknown) {
  assert.ok(isRecord(body) && isRecord(body['manifest']) && isRecord(body['files']))
  const files = Object.fromEntries(Object.entries(body['files']).map(([path, text]) => [path, String(text)]))
  return { manifest: { ...body['manifest'] }, files }
}

/** Another file in it, of which the package says the right digest. */
function withFile(path: string, text = 'x'): Buffer {
  return forged(({ manifest, files }) => {
    files[path] = text
    manifest['files'] = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, sha256(content)]))
  })
}

describe('a package', () => {
  test('reads back whole: the same version, its blocks, example people and README', () => {
    const read = readPackage(bytes)
    assert.ok('package' in read)
    assert.equal(read.package.manifest.version, versionOf(definition))
    assert.deepEqual(read.package.definition, definition)
    assert.equal(read.package.files.get('README.md'), '# The club\n')
    assert.deepEqual(
      read.package.scenarios.map(({ id }) => id),
      ['ada'],
    )
  })

  test('is the same bytes when made again, and named by them', () => {
    assert.ok(bytes.equals(writePackage(packing)))
    const other = unwrap(writePackage({ ...packing, created: '2026-11-24' }))
    const own = unwrap(bytes)
    assert.ok('digest' in own && 'digest' in other && own.digest !== other.digest)
  })

  test('says which key it is signed with', () => {
    const [own, others] = [keys, masters.of('south')].map((signer) => readPackage(writePackage({ ...packing, keys: signer })))
    assert.ok(own && others && 'package' in own && 'package' in others)
    assert.notEqual(own.package.manifest.key, others.package.manifest.key)
  })
})

describe('a package from outside is refused', () => {
  test('with any byte changed, anywhere, and never with a crash', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8((changed.readUInt8(place) + by) % 256, place)
        assert.notEqual(codeOf(changed), 'none')
      }),
      { numRuns: 1000 },
    )
  })

  test('cut off or with something behind it', () => {
    for (const length of [0, 1, 19, 20, 200, bytes.length - 1]) assert.notEqual(codeOf(bytes.subarray(0, length)), 'none', String(length))
    assert.equal(codeOf(Buffer.concat([bytes, Buffer.from('x')])), 'wrong-digest')
  })

  test('when it is anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (any) => assert.notEqual(codeOf(any), 'none')),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.json(), (body) => assert.notEqual(codeOf(wrap(body, keys)), 'none')),
      { numRuns: 200 },
    )
  })

  test('when the file is too large, before anything is read', () => {
    assert.equal(codeOf(Buffer.concat([bytes, Buffer.alloc(packageLimits.file)])), 'too-large')
  })

  test('when it unpacks to more than a package can be', () => {
    const bomb = wrap('0'.repeat(packageLimits.unpacked + 1), keys)
    assert.ok(bomb.length < 100_000, 'it is small while packed')
    assert.equal(codeOf(bomb), 'unpacks-too-large')
  })

  test('when its lines are spelt another way, or a value stands in it twice', () => {
    const unpacked = unwrap(bytes)
    assert.ok('body' in unpacked)
    assert.equal(codeOf(wrap(` ${unpacked.body}`, keys)), 'not-canonical')
    assert.equal(codeOf(wrap(unpacked.body.replace('{"files"', '{"files":{},"files"'), keys)), 'not-canonical')
    const text = bytes.toString('latin1')
    assert.equal(codeOf(Buffer.from(text.replace('{"digest"', '{ "digest"'), 'latin1')), 'not-a-package')
  })

  test('when what is inside goes deeper than any reader can', () => {
    assert.equal(codeOf(wrap('['.repeat(100_000) + ']'.repeat(100_000), keys)), 'not-canonical')
  })

  test('when another key stands on it than the one that signed', () => {
    const others = writePackage({ ...packing, keys: masters.of('south') })
    const [, envelope = ''] = others.toString('latin1').split('\n', 2)
    const [first = '', own = ''] = bytes.toString('latin1').split('\n', 2)
    const swapped = Buffer.concat([
      Buffer.from(`${first}\n${canonical({ ...envelopeOf(own), key: envelopeOf(envelope)['key'] })}\n`),
      bytes.subarray(first.length + own.length + 2),
    ])
    assert.equal(codeOf(swapped), 'wrong-signature')
    assert.equal(codeOf(forged(({ manifest }) => (manifest['key'] = '0'.repeat(64)))), 'wrong-manifest')
  })

  const paths: readonly (readonly [string, string])[] = [
    ['../../etc/passwd', 'unsafe-path'],
    ['rules/../../x.yaml', 'unsafe-path'],
    ['/etc/passwd', 'unsafe-path'],
    ['C:/x.yaml', 'unsafe-path'],
    ['rules\\x.yaml', 'unsafe-path'],
    ['rules//x.yaml', 'unsafe-path'],
    ['./README.md', 'unsafe-path'],
    ['rules/x\u0000.yaml', 'unsafe-path'],
    ['', 'unsafe-path'],
    ['Readme.MD', 'same-path'],
    ['run.sh', 'unknown-file'],
    ['.git/hooks/pre-commit', 'unknown-file'],
    ['rules/x.yaml.exe', 'unknown-file'],
    ['scenarios/deeper/x.yaml', 'unknown-file'],
  ]
  for (const [path, code] of paths)
    test(`with a file named ${JSON.stringify(path)}: ${code}`, () => assert.equal(codeOf(withFile(path)), code))

  test('with two names that are one after normalising', () => {
    const both = forged(({ files }) => Object.assign(files, { 'rules/\u00e9.yaml': 'x', 'rules/e\u0301.yaml': 'x' }))
    assert.equal(codeOf(both), 'same-path')
  })

  test('with a file changed, missing or added behind the back of its list', () => {
    assert.equal(codeOf(forged(({ files }) => (files['README.md'] = '# Another club'))), 'wrong-file')
    assert.equal(codeOf(forged(({ files }) => delete files['README.md'])), 'wrong-file')
    assert.equal(codeOf(forged(({ files }) => (files['scenarios/bob.yaml'] = scenario))), 'wrong-file')
  })

  test('with a service that has mistakes, or is another version or another service than it says', () => {
    assert.equal(codeOf(withFile('service.yaml', 'schema: 1')), 'wrong-definition')
    assert.equal(codeOf(withFile('service.yaml', 'a: &a [*a]')), 'wrong-definition')
    assert.equal(codeOf(forged(({ manifest }) => (manifest['version'] = `sha256:${'0'.repeat(64)}`))), 'wrong-version')
    assert.equal(codeOf(forged(({ manifest }) => (manifest['service'] = 'chess-club'))), 'wrong-version')
  })

  test('with anything of itself that is not known, or of another form', () => {
    assert.equal(codeOf(forged(({ manifest }) => (manifest['more'] = 1))), 'wrong-manifest')
    assert.equal(codeOf(forged(({ manifest }) => (manifest['format'] = 'folkmoot-package-2'))), 'wrong-manifest')
    assert.equal(codeOf(forged(({ manifest }) => (manifest['created'] = 'today'))), 'wrong-manifest')
  })
})

function envelopeOf(line: string): Readonly<Record<string, unknown>> {
  const read = parseJson(line)
  assert.ok(isRecord(read))
  return read
}

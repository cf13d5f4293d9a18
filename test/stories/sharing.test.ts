import assert from 'node:assert/strict'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { parse } from 'yaml'
import { folkmoot } from '#test/kit/command-line.ts'

const cwd = mkdtempSync(join(tmpdir(), 'folkmoot-sharing-'))
// The database inside runs as another user, who must be able to walk here.
chmodSync(cwd, 0o711)
after(() => rmSync(cwd, { recursive: true, force: true }))
const env = { FOLKMOOT_DATA: join(cwd, 'data') }
const run = (...words: string[]) => folkmoot(words, { cwd, env })

/** A copy of the pack under another folder, one of its files changed. */
function changed(side: string, file: string, change: (text: string) => string): string {
  const folder = join(cwd, side, 'tool-library')
  cpSync(join(cwd, 'base', 'tool-library'), folder, { recursive: true })
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  assert.notEqual(change(text), text, 'the change changes something')
  writeFileSync(path, change(text))
  return folder
}

before(async () => {
  assert.equal((await run('new', 'base/tool-library')).code, 0)
})

describe('putting two folders together', () => {
  const base = 'base/tool-library'
  const named = (name: string) => (text: string) => text.replace(/^ {2}name: .*$/m, `  name: ${name}`)
  const summed = (summary: string) => (text: string) => text.replace(/^ {2}summary: .*$/m, `  summary: ${summary}`)

  test('keeps what either side changed, and writes a pack that checks clean', async () => {
    const ours = changed('ours', 'words.en.yaml', named('Borrow a tool'))
    const theirs = changed('theirs', 'words.en.yaml', summed('Tools for everybody'))
    const { code, out } = await run('merge', ours, theirs, '--base', base, '--out', 'together/tool-library', '--json')
    assert.equal(code, 0, out)
    const words = parse(readFileSync(join(cwd, 'together/tool-library/words.en.yaml'), 'utf8'))
    assert.deepEqual([words.service.name, words.service.summary], ['Borrow a tool', 'Tools for everybody'])
    assert.equal((await run('check', 'together/tool-library')).code, 0)
  })

  test('lists what both changed by its key, writes nothing, and is settled by a file or a side', async () => {
    const ours = changed('ours-2', 'words.en.yaml', named('Borrow a tool'))
    const theirs = changed('theirs-2', 'words.en.yaml', named('Lend me a tool'))
    const listed = await run('merge', ours, theirs, '--base', base, '--out', 'settled/tool-library', '--json')
    assert.equal(listed.code, 1)
    const { folder, conflicts } = JSON.parse(listed.out)
    assert.deepEqual([folder, conflicts.map(({ key }: { key: string }) => key)], [null, ['words/en/service/name']])
    writeFileSync(join(cwd, 'settle.yaml'), 'words/en/service/name: theirs\n')
    assert.equal((await run('merge', ours, theirs, '--base', base, '--out', 'settled/tool-library', '--settle', 'settle.yaml')).code, 0)
    assert.match(readFileSync(join(cwd, 'settled/tool-library/words.en.yaml'), 'utf8'), /Lend me a tool/)
    const again = await run('merge', ours, theirs, '--base', base, '--out', 'settled/tool-library', '--settle', 'ours')
    assert.equal(again.code, 1)
    assert.match(again.err, /not empty/)
  })

  test('says the way out when it is used wrongly', async () => {
    for (const [words, complaint] of [
      [['merge', base, base, '--base', base], /--out FOLDER/],
      [['merge', base, base, '--out', 'x'], /--base BASE/],
      [['package', base], /--out FILE/],
      [['package', base, '--out', 'x'], /--council ID/],
      [['adopt', 'nowhere.folkmoot'], /--council ID/],
      [['adopt', 'nowhere.folkmoot', '--council', 'ambleford'], /cannot be read/],
      [['adopt', 'nowhere.folkmoot', '--council', 'ambleford', '--trust', 'me'], /64 digits/],
    ] as const) {
      const { code, err } = await run(...words)
      assert.equal(code, 2, words.join(' '))
      assert.match(err, complaint)
    }
  })

  test('refuses an address that is not secure, before anything is opened', async () => {
    const { code, err } = await run('adopt', 'http://services.example.gov.uk/x', '--council', 'ambleford')
    assert.deepEqual([code, /https:\/\//.test(err)], [1, true])
  })
})

describe('a package', () => {
  test('is made, refused when a byte of it changed, and not taken over by whoever made it', async () => {
    const made = await run('package', 'bulky-waste', '--council', 'cwm-arian', '--out', 'bulky-waste.folkmoot', '--json')
    assert.equal(made.code, 0, made.err)
    const bytes = readFileSync(join(cwd, 'bulky-waste.folkmoot'))
    assert.equal(JSON.parse(made.out).bytes, bytes.length)
    const own = await run('adopt', 'bulky-waste.folkmoot', '--council', 'cwm-arian')
    assert.deepEqual([own.code, /own-package/.test(own.out)], [1, true])
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    writeFileSync(join(cwd, 'changed.folkmoot'), bytes)
    const refused = await run('adopt', 'changed.folkmoot', '--council', 'ambleford')
    assert.deepEqual([refused.code, /wrong-digest/.test(refused.out)], [1, true])
    const taken = await run('adopt', 'bulky-waste.folkmoot', '--council', 'ambleford')
    assert.equal(taken.code, 0, taken.out + taken.err)
    assert.match(taken.out, /is in use/)
    const again = await run('adopt', 'bulky-waste.folkmoot', '--council', 'ambleford')
    assert.match(again.out, /was here already/)
  })
})

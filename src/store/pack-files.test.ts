import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readPackFiles } from './pack-files.ts'

const home = mkdtempSync(join(tmpdir(), 'folkmoot-pack-'))
after(() => rmSync(home, { recursive: true }))

function aPack(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(home, name)
  for (const [path, content] of Object.entries({ 'service.yaml': 'id: x', ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const codeOf = async (folder: string) => {
  const reading = await readPackFiles(folder)
  return 'faults' in reading ? reading.faults.map(({ code, file }) => [code, file]).flat() : 'read'
}

test('reads the texts of a pack by their path and leaves other files alone', async () => {
  const reading = await readPackFiles(
    aPack('good', { 'rules/fee.yaml': 'a: ŵ', 'README.md': '# x', 'logo.png': 'no', '.git/x.yaml': 'no' }),
  )
  assert.ok('files' in reading)
  assert.deepEqual(
    [...reading.files],
    [
      ['README.md', '# x'],
      ['rules/fee.yaml', 'a: ŵ'],
      ['service.yaml', 'id: x'],
    ],
  )
})

test('refuses a link out of the folder, a file too big, folders too deep, text that is none, and a folder that is not there', async () => {
  const linked = aPack('linked', {})
  symlinkSync('/etc/passwd', join(linked, 'words.en.yaml'))
  assert.deepEqual(await codeOf(linked), ['file-outside-pack', 'words.en.yaml'])
  assert.deepEqual(await codeOf(aPack('big', { 'words.en.yaml': 'x'.repeat(2_000_001) })), ['file-too-big', 'words.en.yaml'])
  assert.deepEqual(await codeOf(aPack('deep', { 'a/b/c/d/e.yaml': 'x: 1' })), ['pack-too-deep', 'a/b/c/d'])
  assert.deepEqual(await codeOf(aPack('bytes', { 'words.en.yaml': new Uint8Array([0xff, 0xfe, 0x00]) })), [
    'file-not-text',
    'words.en.yaml',
  ])
  assert.deepEqual(await codeOf(join(home, 'nowhere')), ['pack-not-found', '.'])
})

test('adds the shared blocks a service uses, unless the pack brings its own', async () => {
  const blocks = aPack('blocks', {
    'dates@1/block.yaml': 'id: dates',
    'money@2/block.yaml': 'id: money',
    'unused@1/block.yaml': 'id: unused',
  })
  const own = { 'service.yaml': 'uses: [blocks/dates@1, blocks/money@2, blocks/gone@1]', 'blocks/money@2/block.yaml': 'id: ours' }
  const reading = await readPackFiles(aPack('user', own), blocks)
  assert.ok('files' in reading)
  assert.deepEqual([...reading.files].slice(0, -1), [
    ['blocks/dates@1/block.yaml', 'id: dates'],
    ['blocks/money@2/block.yaml', 'id: ours'],
  ])
})

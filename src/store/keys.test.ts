import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { StoreFailure } from './failure.ts'
import { MasterKeys } from './keys.ts'
import { newKey, seal, unseal } from './seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-keys-'))
after(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'north.keys.json')
const failsWith = (code: string) => (error: unknown) => error instanceof StoreFailure && error.code === code && error.help.length > 10

test('makes keys for their owner’s eyes only, once, and refuses them when others may read them', () => {
  new MasterKeys(folder).create('north')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  assert.throws(() => new MasterKeys(folder).create('north'), /has keys already/)
  chmodSync(file, 0o640)
  assert.throws(() => new MasterKeys(folder).of('north'), failsWith('council-key-exposed'))
  chmodSync(file, 0o600)
})

test('keeps old keys at a rotation until they are retired, and old signers for ever', () => {
  const keys = new MasterKeys(folder)
  const [old, oldSigner] = [keys.of('north').current, keys.of('north').signer]
  keys.rotate('north')
  assert.deepEqual([...keys.of('north').wrapping.keys()], [old, keys.of('north').current])
  keys.retire('north')
  assert.deepEqual([...keys.of('north').wrapping.keys()], [keys.of('north').current])
  assert.ok(keys.of('north').signers.has(oldSigner))
})

test('says that a file is lost or damaged, and never writes over it', () => {
  assert.throws(() => new MasterKeys(folder).of('elsewhere'), failsWith('council-key-lost'))
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, 40))
  assert.throws(() => new MasterKeys(folder).of('north'), failsWith('council-key-damaged'))
  assert.throws(() => new MasterKeys(folder).rotate('north'), failsWith('council-key-damaged'))
  assert.equal(readFileSync(file).length, 40)
})

test('opens a sealed value only with its key, at its place, unchanged', () => {
  const key = newKey()
  const sealed = seal(key, Buffer.from('secret'), ['case', 1])
  assert.equal(unseal(key, sealed, ['case', 1]).toString(), 'secret')
  assert.notDeepEqual(seal(key, Buffer.from('secret'), ['case', 1]), sealed, 'never the same twice')
  assert.throws(() => unseal(newKey(), sealed, ['case', 1]))
  assert.throws(() => unseal(key, sealed, ['case', 2]))
  sealed.writeUInt8(sealed.readUInt8(14) ^ 1, 14)
  assert.throws(() => unseal(key, sealed, ['case', 1]))
})

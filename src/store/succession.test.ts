import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { MasterKeys } from './keys.ts'
import { isSigned, successionsOf } from './succession.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-succession-'))
after(() => rmSync(folder, { recursive: true }))
const publicOf = (key: { export(options: { type: 'spki'; format: 'der' }): Buffer } | undefined) =>
  key?.export({ type: 'spki', format: 'der' }).toString('base64')

describe('a signing key', () => {
  test('vouches for the one that takes its place, and that one for the next', () => {
    const keys = new MasterKeys(folder)
    keys.create('north')
    keys.rotate('north')
    keys.rotate('north')
    const { successions, signers, signer } = keys.of('north')
    const inTurn = [...signers].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, key]) => publicOf(key))
    assert.deepEqual(
      successions.map(({ from, to }) => [from, to]),
      [
        [inTurn[0], inTurn[1]],
        [inTurn[1], inTurn[2]],
      ],
    )
    assert.equal(inTurn[2], publicOf(signers.get(signer)))
    assert.ok(successions.every((one) => isSigned('north', one)))
  })

  test('that others may have read vouches for none, nor do those before it', () => {
    const keys = new MasterKeys(folder)
    keys.create('south')
    keys.rotate('south')
    keys.rotate('south', { isExposed: true })
    assert.deepEqual(keys.of('south').successions, [])
    keys.rotate('south')
    assert.equal(keys.of('south').successions.length, 1)
  })
})

describe('what a key vouches for', () => {
  const [one, other] = [generateKeyPairSync('ed25519').privateKey, generateKeyPairSync('ed25519').privateKey]
  const [link] = successionsOf('north', [
    { key: one, isExposed: false },
    { key: other, isExposed: false },
  ])
  if (!link) throw new Error('One hands over to the other')

  test('holds for one council and one next key, and only as it was signed', () => {
    assert.ok(isSigned('north', link))
    assert.ok(!isSigned('south', link))
    assert.ok(!isSigned('north', { ...link, to: link.from }))
    assert.ok(!isSigned('north', { ...link, from: link.to }))
  })

  test('is nothing where it cannot be read', () => {
    for (const wrong of ['', 'zz', link.signature]) assert.ok(!isSigned('north', { ...link, from: wrong }))
    assert.ok(!isSigned('north', { ...link, signature: '' }))
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    assert.ok(!isSigned('north', { ...link, from: rsa }))
  })
})

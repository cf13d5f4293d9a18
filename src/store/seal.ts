/** The single place for encryption: AES-256-GCM, bound to where the sealed value belongs. */

import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { canonical } from './json.ts'
import { randomBytes } from './random.ts'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Its 32 bytes, or what Node makes of them each time: worth keeping for a key that is used again and again. */
export type Key = Buffer | KeyObject

/** 256 fresh random bits. */
export function newKey(): Buffer {
  return randomBytes(32)
}

/** Nonce, ciphertext and tag in one; `place` must be given again to open it. */
export function seal(key: Key, plain: Buffer, place: readonly (string | number)[]): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyObject(key), iv)
  cipher.setAAD(Buffer.from(canonical(place)))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws Error when key, place or content are not those it was sealed with */
export function unseal(key: Key, sealed: Buffer, place: readonly (string | number)[]): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyObject(key), sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(canonical(place)))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
}

/** Given the bytes alone, Node looks at them in ways that cost four times the encryption. */
function keyObject(key: Key): KeyObject {
  return Buffer.isBuffer(key) ? createSecretKey(key) : key
}

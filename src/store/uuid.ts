/** The single place that makes ids: UUIDv7 (RFC 9562), so that new rows land beside each other in an index. */

import { randomBytes } from './random.ts'

/** A new id; `atMs` is milliseconds since 1970, now unless given. */
export function newId(atMs: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(atMs, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return idOf(bytes)
}

/** The id of these 16 bytes. */
export function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

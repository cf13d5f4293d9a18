/** The single place for the name of a set of changes: what people back when they back it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Change } from './change.ts'

/** `sha256:` and the SHA-256 of the canonical JSON (RFC 8785) of the changes, put in one order, since that of keys says nothing. */
export function digestOf(changes: readonly Change[]): string {
  const each = changes.map((change) => canonicalize(change) ?? '').toSorted()
  return `sha256:${bytesToHex(sha256(utf8ToBytes(each.join('\n'))))}`
}

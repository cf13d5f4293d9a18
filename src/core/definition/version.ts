/** The single place for the name of a version: the digest of what a definition means. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Definition, Version } from './definition.ts'

/**
 * SHA-256 of the canonical JSON (RFC 8785) of service, tables, words and blocks after defaults. Comments, quoting and the order of keys
 * do not change it; the order of lists and the meaning do. Scenarios are not part of it.
 */
export function versionOf(definition: Definition): Version {
  const canonical = canonicalize(definition)
  if (canonical === undefined) throw new Error('A definition is plain JSON and has a canonical form.')
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonical)))}`
}
